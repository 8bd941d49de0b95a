//! How many connectors are left.

use connector::{CONNECTORS_ALLOWED, Draft, Severity, Surroundings};
use dt_api::Connector;
use serde_json::json;

use super::scenes::{connector, titles, with_url};

fn connectors(count: usize) -> Vec<Connector> {
    let other = |id: usize| {
        connector(&format!("d{id}"), "", json!({ "url": format!("https://{id}.example.com") }), json!({}))
    };
    (0..count).map(other).collect()
}

#[test]
fn the_ninth_and_the_tenth_connector_say_what_is_left() {
    let said = |count: usize| {
        let connectors = connectors(count);
        let surroundings = Surroundings { connectors: Some(&connectors), ..Surroundings::default() };
        let lints = with_url("https://example.com").lints(&surroundings);
        lints.into_iter().map(|lint| (lint.severity, lint.title, lint.field, lint.reason)).next()
    };
    assert_eq!((CONNECTORS_ALLOWED, said(0), said(7)), (10, None, None));
    let (severity, _, field, reason) = said(8).unwrap();
    assert_eq!((severity, field), (Severity::Notice, None));
    assert_eq!(reason, "A project may have 10 Data Connectors. After this one, 1 is left.");
    let (severity, title, ..) = said(9).unwrap();
    assert_eq!((severity, title), (Severity::Notice, "The last Data Connector"));
    for count in [10, 12] {
        let (severity, _, _, reason) = said(count).unwrap();
        assert_eq!(severity, Severity::Warning);
        assert!(reason.contains(&format!("It has {count} already, so DT Cloud will refuse this one.")));
    }
}

#[test]
fn an_existing_connector_takes_nothing_away() {
    let connectors = connectors(10);
    let surroundings = Surroundings {
        original: Some(&connectors[0]),
        connectors: Some(&connectors),
        ..Surroundings::default()
    };
    assert_eq!(Draft::from(&connectors[0]).lints(&surroundings), []);
    assert_eq!(titles(&with_url("https://example.com").lints(&Surroundings::default())), [""; 0]);
}
