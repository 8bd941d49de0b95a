//! What a person is asked to correct.

use std::collections::BTreeSet;

use connector::{ConfigDraft, Draft, Field, HeaderRow, HttpPushDraft, Problem, Rules, SecretChange};
use dt_api::{ConnectorKind, EventType};
use proptest::collection::vec;
use proptest::prelude::*;

const CLOUD: Rules = Rules { allow_loopback_http: false };

fn http_push(config: HttpPushDraft) -> Draft {
    Draft { config: ConfigDraft::HttpPush(config), ..Draft::new(&ConnectorKind::HttpPush) }
}

fn with_url(url: &str) -> Draft {
    http_push(HttpPushDraft { url: url.to_owned(), ..HttpPushDraft::default() })
}

fn with_headers(rows: &[(&str, &str)]) -> Draft {
    let row =
        |(name, value): &(&str, &str)| HeaderRow { name: (*name).to_owned(), value: (*value).to_owned() };
    let headers = rows.iter().map(row).collect();
    http_push(HttpPushDraft {
        url: "https://example.com".to_owned(),
        headers,
        signature_secret: SecretChange::Keep,
    })
}

fn fields(draft: &Draft) -> Vec<Field> {
    draft.problems(&CLOUD).into_iter().map(|problem| problem.field).collect()
}

#[test]
fn an_empty_selection_asks_for_events() {
    let mut draft = with_url("https://example.com");
    draft.forward_all = false;
    let message = "Choose at least one event type, or turn Forward All Events on.".to_owned();
    assert_eq!(draft.problems(&CLOUD), [Problem { field: Field::Events, message }]);
    draft.selected_events.insert(EventType::Touch);
    assert_eq!(draft.problems(&CLOUD), []);
}

#[test]
fn headers_need_a_legal_name_and_a_value_without_line_breaks() {
    assert_eq!(fields(&with_headers(&[("X-Key", "a b\tc"), ("x_empty!", ""), ("", "")])), []);
    let wrong = with_headers(&[
        ("", "value"),
        ("X Key", ""),
        ("X:", ""),
        ("é", ""),
        ("X-A", "a\r\nX-B: b"),
        ("X-C", "\0"),
    ]);
    let names = (0..4).map(Field::HeaderName);
    assert_eq!(
        fields(&wrong),
        names.chain([Field::HeaderValue(4), Field::HeaderValue(5)]).collect::<Vec<_>>()
    );
}

#[test]
fn the_later_of_two_headers_of_the_same_name_is_the_problem() {
    let draft = with_headers(&[("X-Key", "1"), ("", ""), ("x-KEY", "2"), ("X-Other", "3"), ("X-Key", "1")]);
    assert_eq!(fields(&draft), [Field::HeaderName(2), Field::HeaderName(4)]);
}

#[test]
fn label_keys_are_filled_trimmed_and_listed_once() {
    let mut draft = with_url("https://example.com");
    draft.labels = ["name", "", " ", "floor ", "Name", "name"].map(str::to_owned).to_vec();
    assert_eq!(fields(&draft), [1, 2, 3, 5].map(Field::Labels));
}

#[test]
fn replacing_the_secret_needs_a_secret() {
    let mut config = HttpPushDraft { url: "https://example.com".to_owned(), ..HttpPushDraft::default() };
    config.signature_secret = SecretChange::Replace(String::new());
    assert_eq!(fields(&http_push(config.clone())), [Field::Secret]);
    for change in [SecretChange::Clear, SecretChange::Keep, SecretChange::Replace("s".to_owned())] {
        config.signature_secret = change;
        assert_eq!(fields(&http_push(config.clone())), []);
    }
}

#[test]
fn the_cloud_queues_ask_for_all_their_fields_but_the_correlation_id() {
    let fields = |kind| fields(&Draft::new(&kind));
    assert_eq!(fields(ConnectorKind::AzureServiceBus), [Field::Url, Field::TenantId, Field::ClientId]);
    assert_eq!(fields(ConnectorKind::AzureEventHub), [Field::Url, Field::TenantId, Field::ClientId]);
    assert_eq!(fields(ConnectorKind::GoogleCloudPubsub), [Field::Topic, Field::Audience]);
    assert_eq!(fields(ConnectorKind::AwsSqs), [Field::QueueUrl, Field::AwsRoleArn, Field::Audience]);
    assert_eq!(fields(ConnectorKind::Unknown("MQTT_PUSH".to_owned())), []);
}

#[test]
fn the_cloud_queues_of_the_wire_samples_are_right() {
    for kind in [
        "azure_service_bus",
        "azure_event_hub",
        "google_cloud_pubsub",
        "aws_sqs",
        "http_push",
        "unknown_type",
    ] {
        let path = format!("{}/../api/samples/connector_{kind}.json", env!("CARGO_MANIFEST_DIR"));
        let json = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let draft = Draft::from(&dt_api::Connector::from_json(&json).unwrap());
        assert_eq!(draft.problems(&CLOUD), [], "{kind}");
    }
}

#[test]
fn the_cloud_queues_fields_have_the_shape_that_the_cloud_gives_them() {
    let with = |kind: &ConnectorKind, text: &str| {
        let mut draft = Draft::new(kind);
        match &mut draft.config {
            ConfigDraft::AzureEventHub(config) => config.url = text.to_owned(),
            ConfigDraft::GoogleCloudPubsub(config) => config.topic = text.to_owned(),
            ConfigDraft::AwsSqs(config) => config.aws_role_arn = text.to_owned(),
            other => panic!("{other:?}"),
        }
        fields(&draft)
    };
    for url in
        ["https://a.servicebus.windows.net/hub", "sb://a.servicebus.windows.net", "sb:///hub", "sb://a/ hub"]
    {
        assert!(with(&ConnectorKind::AzureEventHub, url).contains(&Field::Url), "{url}");
    }
    for topic in ["my-topic", "projects/p/topics/", "projects//topics/t", "projects/p/topics/t/x"] {
        assert!(with(&ConnectorKind::GoogleCloudPubsub, topic).contains(&Field::Topic), "{topic}");
    }
    for arn in [
        "my-role",
        "arn:aws:iam::1:user/me",
        "arn:aws:iam:eu:1:role/r",
        "arn:aws:iam::1:role/",
        "arn:aws:sqs::1:role/r",
    ] {
        assert!(with(&ConnectorKind::AwsSqs, arn).contains(&Field::AwsRoleArn), "{arn}");
    }
    let with_path = with(&ConnectorKind::AwsSqs, "arn:aws-cn:iam::123456789012:role/team/dt");
    assert!(!with_path.contains(&Field::AwsRoleArn));
}

proptest! {
    #[test]
    fn each_header_name_is_right_in_one_row_only(rows in vec(("[Aa]?[Bb]?", "[a ]?"), 0..5)) {
        let rows: Vec<(&str, &str)> = rows.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let wrong = fields(&with_headers(&rows));
        let named = rows.iter().enumerate().filter(|(_, (name, _))| !name.is_empty());
        let names: BTreeSet<_> = named.clone().map(|(_, (name, _))| name.to_lowercase()).collect();
        let right: Vec<_> = named
            .filter(|(row, _)| !wrong.contains(&Field::HeaderName(*row)))
            .map(|(_, (name, _))| name.to_lowercase())
            .collect();
        prop_assert_eq!(right.len(), names.len());
        prop_assert_eq!(BTreeSet::from_iter(right), names);
    }
}
