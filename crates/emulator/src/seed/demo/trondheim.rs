//! A cold store.

use super::{Row, Site, metrics};
use crate::{
    model::connector::Configuration,
    seed::configuration::{pushing, texts},
};

pub fn site(inbox: &str) -> Site {
    Site {
        name: "Trondheim cold storage",
        latitude: 63.4305,
        longitude: 10.3951,
        devices: &DEVICES,
        connectors: vec![
            (food_safety_log(), metrics(30_912, 0, 305)),
            (door_alerts(inbox), metrics(466, 5, 17)),
        ],
    }
}

fn food_safety_log() -> Configuration {
    Configuration {
        events: texts(["temperature", "humidity"]),
        labels: texts(["name", "customer-ID"]),
        ..pushing("Food safety log", "https://haccp.example.net/v1/readings")
    }
}

fn door_alerts(inbox: &str) -> Configuration {
    Configuration {
        events: texts(["contact"]),
        labels: texts(["name", "room"]),
        ..pushing("Door alerts", inbox)
    }
}

const DEVICES: [Row; 15] = [
    ("ccon", "Cloud Connector", "", "1", "Corridor", ""),
    ("temperature", "Freezer 1", "At the door", "1", "Freezer 1", "C-3001"),
    ("temperature", "Freezer 1 back", "", "1", "Freezer 1", "C-3001"),
    ("temperature", "Freezer 2", "", "1", "Freezer 2", "C-3001"),
    ("temperature", "Freezer 3", "Defrosts at 03:00", "1", "Freezer 3", "C-3002"),
    ("temperature", "Cooler fish", "", "1", "Cooler 1", "C-3002"),
    ("temperature", "Cooler dairy", "", "1", "Cooler 2", "C-3003"),
    ("humidity", "Cooler fruit", "", "1", "Cooler 3", "C-3003"),
    ("contact", "Door freezer 1", "", "1", "Freezer 1", "C-3001"),
    ("contact", "Door freezer 2", "", "1", "Freezer 2", "C-3001"),
    ("contact", "Door freezer 3", "", "1", "Freezer 3", "C-3002"),
    ("contact", "Loading gate", "", "1", "Loading", ""),
    ("waterDetector", "Condensate tray", "", "1", "Technical room", ""),
    ("proximityCounter", "Pallets in", "", "1", "Loading", ""),
    ("touch", "Temperature checked", "Pressed on each round", "1", "Corridor", ""),
];
