//! Which connectors a list shows, and in which order.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

use connector::{ListQuery, SortKey, endpoint};
use dt_api::{Config, Connector, ConnectorKind, HttpPush, Status, arbitrary};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

fn connector(id: &str, display_name: &str, fields: &Value) -> Connector {
    let mut json = json!({
        "name": format!("projects/p/dataconnectors/{id}"), "displayName": display_name, "labels": ["floor"],
    });
    json.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    Connector::from_json(&json).unwrap()
}

fn connectors() -> [Connector; 4] {
    let ventilation = json!({ "type": "HTTP_PUSH", "status": "ACTIVE", "httpConfig": {
        "url": "https://z.example.com", "headers": { "X-Site": "1" },
    } });
    let building = json!({ "type": "HTTP_PUSH", "status": "SYSTEM_DISABLED", "httpConfig": {
        "url": "https://a.example.com", "headers": { "X-Key": "1" },
    } });
    let archive = json!({ "type": "AWS_SQS", "status": "USER_DISABLED", "awsSqsConfig": {
        "queueUrl": "https://sqs.example.com/q",
    } });
    let unknown = json!({ "type": "MQTT_PUSH", "status": "ACTIVE", "mqttConfig": {} });
    [
        connector("d1", "ventilation", &ventilation),
        connector("d2", "Building ops", &building),
        connector("d3", "archive", &archive),
        connector("d4", "Building ops", &unknown),
    ]
}

fn ids(query: &ListQuery) -> Vec<String> {
    query.apply(&connectors()).into_iter().map(|shown| shown.name.connector.to_string()).collect()
}

fn search(words: &str) -> Vec<String> {
    ids(&ListQuery { search: words.to_owned(), ..ListQuery::default() })
}

#[test]
fn by_default_everything_is_shown_by_name_in_any_case_and_then_by_id() {
    assert_eq!(ids(&ListQuery::default()), ["d3", "d2", "d4", "d1"]);
}

#[test]
fn a_list_can_be_sorted_by_each_column_in_both_directions() {
    let sorted = |sort, descending| ids(&ListQuery { sort, descending, ..ListQuery::default() });
    assert_eq!(sorted(SortKey::Name, true), ["d1", "d4", "d2", "d3"]);
    assert_eq!(sorted(SortKey::Type, false), ["d3", "d2", "d1", "d4"]);
    assert_eq!(sorted(SortKey::Endpoint, false), ["d4", "d2", "d3", "d1"]);
    assert_eq!(sorted(SortKey::Status, false), ["d4", "d1", "d2", "d3"]);
}

#[test]
fn status_and_type_filter() {
    let query = ListQuery { status: Some(Status::Active), ..ListQuery::default() };
    assert_eq!(ids(&query), ["d4", "d1"]);
    assert_eq!(ids(&ListQuery { kind: Some(ConnectorKind::HttpPush), ..query }), ["d1"]);
}

#[test]
fn search_looks_at_name_endpoint_label_keys_header_names_and_id() {
    assert_eq!(search("BUILDING"), ["d2", "d4"]);
    assert_eq!(search("sqs.example"), ["d3"]);
    assert_eq!(search("x-site"), ["d1"]);
    assert_eq!(search("d4"), ["d4"]);
    assert_eq!(search("floor").len(), 4);
    assert_eq!(search("ops  x-key"), ["d2"]);
    assert_eq!(search("ops x-site"), [""; 0]);
}

#[test]
fn an_endpoint_is_shown_and_searched_without_its_password() {
    let config = json!({ "url": "https://user:hunter2@example.com/dt" });
    let connectors = [connector("d", "", &json!({ "type": "HTTP_PUSH", "httpConfig": config }))];
    assert_eq!(endpoint(&connectors[0].config), "https://example.com/dt");
    let query = ListQuery { search: "hunter2".to_owned(), ..ListQuery::default() };
    assert!(query.apply(&connectors).is_empty());
    assert_eq!(endpoint(&Config::HttpPush(HttpPush::default())), "");
}

#[test]
fn the_query_of_a_url_has_only_what_is_not_default() {
    assert_eq!(ListQuery::default().to_query(), "");
    let query = ListQuery {
        search: "ops & x".to_owned(),
        status: Some(Status::SystemDisabled),
        kind: Some(ConnectorKind::HttpPush),
        sort: SortKey::Endpoint,
        descending: true,
    };
    let text = "q=ops%20%26%20x&status=SYSTEM_DISABLED&type=HTTP_PUSH&sort=endpoint&order=desc";
    assert_eq!(query.to_query(), text);
}

#[test]
fn a_query_that_is_not_understood_shows_everything() {
    for query in ["", "?", "?status=&type=&sort=colour&order=up&tab=2", "&&=&q"] {
        assert_eq!(ListQuery::from_query(query), ListQuery::default(), "{query}");
    }
    assert_eq!(ListQuery::from_query("?q=a+b").search, "a b");
}

fn list_query() -> impl Strategy<Value = ListQuery> {
    let sort =
        proptest::sample::select(vec![SortKey::Name, SortKey::Type, SortKey::Endpoint, SortKey::Status]);
    let status = proptest::option::of(
        arbitrary::status().prop_filter("not empty", |status| !status.as_str().is_empty()),
    );
    let kind = arbitrary::config()
        .prop_map(|config| config.kind())
        .prop_filter("not empty", |kind| !kind.as_str().is_empty());
    (arbitrary::text(), status, proptest::option::of(kind), sort, any::<bool>()).prop_map(
        |(search, status, kind, sort, descending)| ListQuery { search, status, kind, sort, descending },
    )
}

proptest! {
    #[test]
    fn a_query_survives_the_url(query in list_query()) {
        prop_assert_eq!(ListQuery::from_query(&query.to_query()), query);
    }

    #[test]
    fn no_url_makes_reading_panic(text in any::<String>()) {
        let _ = ListQuery::from_query(&text);
    }

    #[test]
    fn sorting_and_direction_leave_nothing_out(query in list_query(), connectors in vec(arbitrary::connector(), 0..6)) {
        let everything = ListQuery { search: String::new(), status: None, kind: None, ..query };
        prop_assert!(everything.shows_all());
        prop_assert_eq!(everything.apply(&connectors).len(), connectors.len());
        let mut reversed = ListQuery { descending: !everything.descending, ..everything.clone() }.apply(&connectors);
        reversed.reverse();
        let names = |shown: Vec<&Connector>| shown.into_iter().map(|shown| shown.name.clone()).collect::<Vec<_>>();
        prop_assert_eq!(names(everything.apply(&connectors)), names(reversed));
    }

    #[test]
    fn what_is_shown_fits_the_filters(query in list_query(), connectors in vec(arbitrary::connector(), 0..6)) {
        for shown in query.apply(&connectors) {
            prop_assert!(query.status.as_ref().is_none_or(|status| *status == shown.status));
            prop_assert!(query.kind.as_ref().is_none_or(|kind| *kind == shown.config.kind()));
        }
    }
}
