//! What is read of the code that people paste.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed step fails the test")]

mod command;
mod problems;
mod resource;

use connector::import::{ImportProblem, Imported, LeftOut, Reason, Source, read};
use connector::{Change, ConfigDraft, Draft, HeaderRow, HttpPushDraft, SecretChange};
use dt_api::{Connector, ConnectorKind, ConnectorName};
use serde_json::json;

fn http_push(draft: &Draft) -> &HttpPushDraft {
    match &draft.config {
        ConfigDraft::HttpPush(config) => config,
        other => panic!("{other:?}"),
    }
}

fn new_http_push(code: &str) -> HttpPushDraft {
    http_push(&read(code).unwrap().new_draft().unwrap()).clone()
}

fn row(name: &str, value: &str) -> HeaderRow {
    HeaderRow { name: name.to_owned(), value: value.to_owned() }
}

fn left_out(imported: &Imported) -> Vec<(&str, &Reason)> {
    imported.left_out.iter().map(|LeftOut { path, reason }| (path.as_str(), reason)).collect()
}

fn variable(name: &str) -> Reason {
    Reason::Variable(name.to_owned())
}

fn existing() -> Draft {
    let connector = json!({
        "name": "projects/p/dataconnectors/d", "displayName": "Old", "type": "HTTP_PUSH", "status": "ACTIVE",
        "events": ["touch"], "labels": ["name"],
        "httpConfig": {
            "url": "https://me:hush@old.example", "signatureSecret": "hush", "headers": { "X-Key": "hush" },
        },
    });
    Draft::from(&Connector::from_json(&connector).unwrap())
}

fn problem(code: &str) -> (usize, String) {
    let ImportProblem { line, message } = read(code).unwrap_err();
    (line, message)
}

#[test]
fn a_connector_as_the_api_answers_it_is_read_whole() {
    let answer = json!({
        "name": "projects/p/dataconnectors/d", "displayName": "Oslo", "type": "AWS_SQS", "status": "USER_DISABLED",
        "events": ["touch", "soundLevel"], "labels": ["name"],
        "awsSqsConfig": { "queueUrl": "https://sqs.example/q", "awsRoleArn": "arn", "audience": "dt" },
    });
    let list = json!({ "dataConnectors": [answer], "nextPageToken": "" });
    for code in [answer.to_string(), json!([answer]).to_string(), format!("\n {list}\n")] {
        let imported = read(&code).unwrap();
        assert_eq!((imported.source, &imported.kind), (Source::Json, &Some(ConnectorKind::AwsSqs)));
        assert_eq!(imported.name, ConnectorName::parse("projects/p/dataconnectors/d"));
        assert_eq!(imported.left_out, []);
        assert_eq!(imported.new_draft().unwrap(), Draft::from(&Connector::from_json(&answer).unwrap()));
    }
}

#[test]
fn a_partial_update_changes_what_it_names_and_nothing_else() {
    let imported = read(r#"{"httpConfig": {"url": "https://new.example"}, "displayName": "New"}"#).unwrap();
    assert_eq!(imported.fields(), [Change::DisplayName, Change::Url]);
    let mut draft = existing();
    imported.apply(&mut draft);
    let mut expected = existing();
    expected.display_name = "New".to_owned();
    if let ConfigDraft::HttpPush(config) = &mut expected.config {
        config.url = "https://new.example".to_owned();
    }
    assert_eq!(draft, expected);
}

#[test]
fn an_empty_secret_is_cleared_and_no_event_types_mean_all() {
    let imported = read(r#"{"events": [], "httpConfig": {"signatureSecret": "", "headers": {}}}"#).unwrap();
    let mut draft = existing();
    imported.apply(&mut draft);
    assert!(draft.forward_all);
    assert_eq!(http_push(&draft).signature_secret, SecretChange::Clear);
    assert_eq!(http_push(&draft).headers, []);
}

#[test]
fn nulls_say_nothing() {
    let code = r#"{"type": "HTTP_PUSH", "events": null, "httpConfig": {"url": "https://a.example", "headers": null},
        "pubsubConfig": null}"#;
    let imported = read(code).unwrap();
    assert_eq!(imported.fields(), [Change::Url]);
    assert_eq!(imported.left_out, []);
}

#[test]
fn what_no_form_shows_is_named() {
    let code = r#"{"type": "HTTP_PUSH", "color": 1, "labels": "name", "events": [1], "awsSqsConfig": {},
        "httpConfig": {"retries": 3, "topic": "a", "url": 4, "headers": {"A": 5}}}"#;
    let imported = read(code).unwrap();
    let expected = [
        ("awsSqsConfig", &Reason::Unknown),
        ("color", &Reason::Unknown),
        ("events", &Reason::Malformed),
        ("httpConfig.headers.A", &Reason::Malformed),
        ("httpConfig.retries", &Reason::Unknown),
        ("httpConfig.topic", &Reason::Unknown),
        ("httpConfig.url", &Reason::Malformed),
        ("labels", &Reason::Malformed),
    ];
    assert_eq!(left_out(&imported), expected);
}

#[test]
fn a_configuration_of_another_type_is_not_applied() {
    let imported =
        read(r#"{"displayName": "New", "pubsubConfig": {"topic": "projects/a/topics/b"}}"#).unwrap();
    assert_eq!(imported.kind, Some(ConnectorKind::GoogleCloudPubsub));
    let mut draft = existing();
    imported.apply(&mut draft);
    assert_eq!(draft, Draft { display_name: "New".to_owned(), ..existing() });
    assert_eq!(read(r#"{"displayName": "New"}"#).unwrap().new_draft(), None);
    assert_eq!(read(r#"{"type": "MQTT_PUSH"}"#).unwrap().new_draft(), None);
}

#[test]
fn what_depends_on_a_variable_stays_as_it_is() {
    let codes = [
        r#"{"httpConfig": {"url": "https://<URL_USERINFO>@new.example/a", "signatureSecret": "<SECRET>",
            "headers": {"X-Key": "<KEY>", "X-New-Key": "<KEY>", "X-Site": "<OSLO>"}}}"#,
        r#"curl -X PATCH https://a/v2/projects/p/dataconnectors/d -d '{"httpConfig": {
            "url": "https://'"$USER:${PASSWORD}"'@new.example/a", "signatureSecret": "'$SECRET'",
            "headers": {"X-Key": "'"$(json "$KEY")"'", "X-New-Key": "'`key`'", "X-Site": "<OSLO>"}}}'"#,
        r#"resource "dt_data_connector" "a" {
            http_config = {
                url = "https://${var.userinfo}@new.example/a"
                signature_secret = var.secret # not here
                headers = { X-Key = var.key, "X-New-Key" : file("key"), X-Site = "<OSLO>" }
            }
        }"#,
    ];
    for code in codes {
        let imported = read(code).unwrap();
        let mut draft = existing();
        imported.apply(&mut draft);
        let config = http_push(&draft);
        assert_eq!(config.url, "https://me:hush@new.example/a", "{code}");
        assert_eq!(config.signature_secret, SecretChange::Keep);
        assert_eq!(config.headers, [row("X-Key", "hush"), row("X-New-Key", ""), row("X-Site", "<OSLO>")]);
        assert_eq!(new_http_push(&format!("{code}\n")).url, "https://new.example/a");
    }
    let names = |code: &str| {
        let reasons = read(code).unwrap().left_out.into_iter().map(|left_out| left_out.reason);
        reasons.collect::<Vec<_>>()
    };
    assert_eq!(names(codes[0]), ["KEY", "KEY", "SECRET", "URL_USERINFO"].map(variable));
    assert_eq!(names(codes[1]), ["KEY", "key", "SECRET", "USER", "PASSWORD"].map(variable));
    assert_eq!(names(codes[2]), ["var.key", "file(\"key\")", "var.secret", "var.userinfo"].map(variable));
}

#[test]
fn what_was_read_prints_no_secrets() {
    let imported =
        read(r#"{"httpConfig": {"signatureSecret": "hush", "headers": {"X-Key": "hush"}}}"#).unwrap();
    assert!(!format!("{imported:?}").contains("hush"));
}
