//! Strategies that generate resources of every shape, also of shapes that DT has not invented yet, for property tests.

mod config;
mod json;
mod mutated;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;

pub use self::config::config;
pub use self::json::{extra, json};
pub use self::mutated::{mangled, many_cases, mutated};
use crate::connector::{Connector, Status};
use crate::device::Device;
use crate::event_type::EventType;
use crate::ids::{ConnectorId, ConnectorName, ProjectId};

/// Text as people and machines type it: mostly short and plain, at times anything.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[ -~]{0,12}", 1 => Just(String::new()), 1 => ".{0,6}"]
}

/// The name of a connector, with IDs as DT makes them or of any other legal characters.
pub fn connector_name() -> impl Strategy<Value = ConnectorName> {
    let id = || prop_oneof!["[0-9a-v]{20}", "[^/:.]{1,6}"];
    (id(), id()).prop_filter_map("IDs are path segments", |(project, connector)| {
        Some(ConnectorName {
            project: ProjectId::parse(&project)?,
            connector: ConnectorId::parse(&connector)?,
        })
    })
}

/// A known event type, or at times an unknown one.
pub fn event_type() -> impl Strategy<Value = EventType> {
    let known = proptest::sample::select(EventType::KNOWN.to_vec());
    prop_oneof![4 => known, 1 => text().prop_map(|name| EventType::from(name.as_str()))]
}

/// A known status, or at times an unknown one.
pub fn status() -> impl Strategy<Value = Status> {
    let known = proptest::sample::select(vec![Status::Active, Status::UserDisabled, Status::SystemDisabled]);
    prop_oneof![4 => known, 1 => text().prop_map(|name| Status::from(name.as_str()))]
}

/// A connector of any type, with unknown types, statuses, event types and fields.
pub fn connector() -> impl Strategy<Value = Connector> {
    let lists = (vec(event_type(), 0..5), vec(text(), 0..4));
    (connector_name(), text(), status(), lists, config(), extra()).prop_map(
        |(name, display_name, status, (events, labels), config, extra)| Connector {
            name,
            display_name,
            status,
            events,
            labels,
            config,
            extra,
        },
    )
}

/// A device of any type, with labels and event types of any name.
pub fn device() -> impl Strategy<Value = Device> {
    let kind = prop_oneof![Just("temperature".to_owned()), Just("ccon".to_owned()), text()];
    let labels = btree_map(prop_oneof![Just("name".to_owned()), text()], text(), 0..4);
    (connector_name(), kind, labels, btree_set(event_type(), 0..4)).prop_map(
        |(name, kind, labels, reported)| Device {
            name: format!("projects/{}/devices/{}", name.project, name.connector),
            kind,
            labels,
            reported: reported.into_iter().collect(),
        },
    )
}
