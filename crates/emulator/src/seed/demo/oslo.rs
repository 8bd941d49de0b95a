//! An office, with Data Connectors of every type and status.

use std::collections::BTreeMap;

use super::{Row, Site, metrics};
use crate::{
    model::connector::{
        AwsSqs, AzureCredentials, AzureEventHub, AzureServiceBus, Configuration, Destination,
        GoogleCloudPubsub, HttpPush, Status,
    },
    seed::configuration::{forwarding, pushing, texts},
};

pub fn site(inbox: &str) -> Site {
    Site {
        name: "Oslo office",
        latitude: 59.9111,
        longitude: 10.7528,
        devices: &DEVICES,
        connectors: vec![
            (building_operations(), metrics(48_210, 3, 211)),
            (energy_dashboard(), metrics(0, 412, 0)),
            (cleaning(), metrics(3_174, 12, 640)),
            (old_intranet(), metrics(0, 0, 0)),
            (data_lake(), metrics(51_877, 0, 98)),
            (work_orders(), metrics(1_206, 1, 152)),
            (analytics(), metrics(51_871, 6, 187)),
            (leak_alarms(), metrics(27, 0, 133)),
            (
                Configuration { labels: texts(["name"]), ..pushing("Inbox on this machine", inbox) },
                metrics(640, 0, 9),
            ),
        ],
    }
}

fn building_operations() -> Configuration {
    Configuration {
        labels: texts(["name", "room"]),
        ..pushing("Building operations", "https://ops.example.com/dt")
    }
}

fn energy_dashboard() -> Configuration {
    Configuration {
        status: Status::SystemDisabled,
        events: texts(["temperature", "humidity"]),
        labels: texts(["name", "floor"]),
        ..pushing("Energy dashboard", "https://energy.example.com/hooks/dt")
    }
}

fn cleaning() -> Configuration {
    Configuration {
        events: texts(["touch", "motion", "deskOccupancy", "touchCount"]),
        labels: texts(["name", "floor", "room", "customer-ID"]),
        ..forwarding(
            "Cleaning on demand",
            Destination::HttpPush(HttpPush {
                url: "https://cleaning.example.com/api/events?site=oslo".to_owned(),
                signature_secret: "a-demo-secret-that-protects-nothing".to_owned(),
                headers: BTreeMap::from([
                    ("Authorization".to_owned(), "Bearer demo-token-that-opens-nothing".to_owned()),
                    ("X-Tenant".to_owned(), "nordlys".to_owned()),
                ]),
            }),
        )
    }
}

fn old_intranet() -> Configuration {
    Configuration {
        status: Status::UserDisabled,
        ..pushing("Old intranet", "https://intranet.example.com/sensors")
    }
}

fn data_lake() -> Configuration {
    let hub = AzureEventHub {
        url: "sb://nordlys.servicebus.windows.net/sensor-events".to_owned(),
        credentials: azure_credentials(),
    };
    forwarding("Facility data lake", Destination::AzureEventHub(hub))
}

fn work_orders() -> Configuration {
    let bus = AzureServiceBus {
        url: "sb://nordlys.servicebus.windows.net/work-orders".to_owned(),
        credentials: azure_credentials(),
        correlation_id: "oslo".to_owned(),
    };
    Configuration {
        events: texts(["touch", "batteryStatus"]),
        labels: texts(["name"]),
        ..forwarding("Work orders", Destination::AzureServiceBus(bus))
    }
}

fn analytics() -> Configuration {
    let pool = "projects/123456789012/locations/global/workloadIdentityPools/dt/providers/dt";
    let pubsub = GoogleCloudPubsub {
        topic: "projects/nordlys-analytics/topics/sensor-events".to_owned(),
        audience: format!("//iam.googleapis.com/{pool}"),
    };
    forwarding("Occupancy analytics", Destination::GoogleCloudPubsub(pubsub))
}

fn leak_alarms() -> Configuration {
    let sqs = AwsSqs {
        queue_url: "https://sqs.eu-north-1.amazonaws.com/123456789012/leak-alarms".to_owned(),
        aws_role_arn: "arn:aws:iam::123456789012:role/dt-data-connector".to_owned(),
        audience: "sts.amazonaws.com".to_owned(),
    };
    Configuration {
        events: texts(["waterPresent"]),
        labels: texts(["name", "floor", "room"]),
        ..forwarding("Leak alarms", Destination::AwsSqs(sqs))
    }
}

fn azure_credentials() -> AzureCredentials {
    AzureCredentials {
        tenant_id: "00000000-0000-4000-8000-000000000001".to_owned(),
        client_id: "00000000-0000-4000-8000-000000000002".to_owned(),
    }
}

const DEVICES: [Row; 22] = [
    ("ccon", "Cloud Connector 1st floor", "By the reception", "1", "", ""),
    ("ccon", "Cloud Connector 3rd floor", "", "3", "", ""),
    ("temperature", "Reception", "", "1", "Reception", "C-1001"),
    ("humidity", "Server room", "Behind rack 4", "1", "Server room", "C-1001"),
    ("waterDetector", "Dishwasher", "Under the dishwasher", "1", "Kitchen", "C-1001"),
    ("contact", "Back door", "", "1", "Delivery", "C-1001"),
    ("touchCounter", "Coffee machine", "Counts cups", "1", "Kitchen", "C-1001"),
    ("co2", "Meeting room Fram", "", "2", "Fram", "C-1002"),
    ("motion", "Motion in Fram", "", "2", "Fram", "C-1002"),
    ("co2", "Meeting room Gjøa", "", "2", "Gjøa", "C-1002"),
    ("motion", "Motion in Gjøa", "", "2", "Gjøa", "C-1002"),
    ("deskOccupancy", "Desk 2.01", "", "2", "Open space", "C-1002"),
    ("deskOccupancy", "Desk 2.02", "", "2", "Open space", "C-1002"),
    ("deskOccupancy", "Desk 2.03", "", "2", "Open space", "C-1002"),
    ("touch", "Call cleaning", "Button beside the sink", "2", "Washroom", "C-1002"),
    ("proximityCounter", "Washroom door", "Counts visits", "2", "Washroom", "C-1002"),
    ("deskOccupancy", "Desk 3.01", "", "3", "Open space", "C-1003"),
    ("deskOccupancy", "Desk 3.02", "", "3", "Open space", "C-1003"),
    ("temperature", "Fridge", "Milk and lunches", "3", "Kitchen", "C-1003"),
    ("touch", "Call support", "", "3", "Open space", "C-1003"),
    ("proximity", "Terrace window", "", "3", "Terrace", ""),
    ("temperature", "Roof", "North side", "4", "", ""),
];
