//! A warehouse.

use std::collections::BTreeMap;

use super::{Row, Site, metrics};
use crate::{
    model::connector::{AwsSqs, Configuration, Destination, HttpPush, Status},
    seed::configuration::{forwarding, pushing, texts},
};

pub fn site(inbox: &str) -> Site {
    Site {
        name: "Bergen warehouse",
        latitude: 60.3913,
        longitude: 5.3221,
        devices: &DEVICES,
        connectors: vec![
            (warehouse_monitoring(inbox), metrics(18_433, 2, 12)),
            (gate_log(), metrics(2_250, 41, 1_870)),
            (shipping_partner(), metrics(2_249, 0, 141)),
            (night_audit(), metrics(0, 0, 0)),
        ],
    }
}

fn warehouse_monitoring(inbox: &str) -> Configuration {
    let push = HttpPush {
        url: inbox.to_owned(),
        signature_secret: "another-demo-secret".to_owned(),
        headers: BTreeMap::new(),
    };
    Configuration {
        labels: texts(["name", "description", "room"]),
        ..forwarding("Warehouse monitoring", Destination::HttpPush(push))
    }
}

fn gate_log() -> Configuration {
    Configuration {
        events: texts(["contact", "objectPresent"]),
        labels: texts(["name"]),
        ..pushing("Gate log", "https://gates.example.org/log")
    }
}

fn shipping_partner() -> Configuration {
    let sqs = AwsSqs {
        queue_url: "https://sqs.eu-west-1.amazonaws.com/210987654321/nordlys-bergen".to_owned(),
        aws_role_arn: "arn:aws:iam::210987654321:role/nordlys".to_owned(),
        audience: "sts.amazonaws.com".to_owned(),
    };
    Configuration {
        events: texts(["contact", "objectPresent"]),
        ..forwarding("Shipping partner", Destination::AwsSqs(sqs))
    }
}

fn night_audit() -> Configuration {
    Configuration {
        status: Status::UserDisabled,
        events: texts(["motion"]),
        ..pushing("Night audit", "https://audit.example.com/bergen")
    }
}

const DEVICES: [Row; 18] = [
    ("ccon", "Cloud Connector hall A", "On the beam above gate 2", "0", "Hall A", ""),
    ("ccon", "Cloud Connector hall B", "", "0", "Hall B", ""),
    ("contact", "Gate 1", "", "0", "Hall A", "C-2001"),
    ("contact", "Gate 2", "", "0", "Hall A", "C-2001"),
    ("contact", "Gate 3", "Sticks in cold weather", "0", "Hall B", "C-2001"),
    ("proximity", "Bay 1", "", "0", "Hall A", "C-2001"),
    ("proximity", "Bay 2", "", "0", "Hall A", "C-2001"),
    ("proximity", "Bay 3", "", "0", "Hall B", "C-2001"),
    ("temperature", "Hall A", "", "0", "Hall A", ""),
    ("temperature", "Hall B", "", "0", "Hall B", ""),
    ("humidity", "Paper store", "Keep below 55 %", "1", "Paper store", "C-2002"),
    ("humidity", "Textile store", "", "1", "Textile store", "C-2002"),
    ("waterDetector", "Sprinkler valve", "", "0", "Hall A", ""),
    ("waterDetector", "Basement drain", "Pump starts at 2 cm", "-1", "Basement", ""),
    ("motion", "Hall A at night", "", "0", "Hall A", ""),
    ("motion", "Hall B at night", "", "0", "Hall B", ""),
    ("touch", "Call forklift", "", "0", "Hall A", ""),
    ("touchCounter", "Parcels out", "", "0", "Hall B", "C-2001"),
];
