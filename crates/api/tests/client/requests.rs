//! The exact requests, and what the client makes of good answers.

use dt_api::{Method, ProjectId};
use serde_json::json;

use crate::scripted_transport::{now, ok, sample};
use crate::{client, name, project};

const CONNECTOR: &str = "https://api.example.com/v2/projects/p1/dataconnectors/d1";

#[test]
fn a_list_is_read_page_by_page() {
    let client = client([ok(&sample("connectors")), ok(&sample("connectors_last_page"))]);
    let first = now(client.connectors(&project(), None)).unwrap();
    let second = now(client.connectors(&project(), first.next.as_deref())).unwrap();
    assert_eq!((first.items.len(), second.items.len(), second.next), (3, 1, None));
    let list = "https://api.example.com/v2/projects/p1/dataconnectors?pageSize=100";
    client.transport().assert_sent(&[
        (Method::Get, list, None),
        (Method::Get, &format!("{list}&pageToken=c8s2b7gq3k5g02mtj1q0"), None),
    ]);
}

#[test]
fn projects_and_devices_are_listed_a_hundred_at_a_time() {
    let client = client([ok(&sample("projects")), ok(&sample("project")), ok(&sample("devices"))]);
    assert_eq!(now(client.projects(None)).unwrap().items.len(), 2);
    assert_eq!(now(client.project(&project())).unwrap().display_name, "Oslo office");
    assert_eq!(now(client.devices(&project(), Some("t"))).unwrap().items.len(), 3);
    client.transport().assert_sent(&[
        (Method::Get, "https://api.example.com/v2/projects?pageSize=100", None),
        (Method::Get, "https://api.example.com/v2/projects/p1", None),
        (Method::Get, "https://api.example.com/v2/projects/p1/devices?pageSize=100&pageToken=t", None),
    ]);
}

#[test]
fn creating_and_updating_send_the_body_as_json_and_give_what_the_server_kept() {
    let client = client([ok(&sample("connector_http_push")), ok(&sample("connector_http_push"))]);
    let created = now(client.create_connector(&project(), &json!({ "type": "HTTP_PUSH" }))).unwrap();
    let updated = now(client.update_connector(&name(), &json!({ "status": "ACTIVE" }))).unwrap();
    assert_eq!((created.display_name.as_str(), created == updated), ("Building operations", true));
    let list = "https://api.example.com/v2/projects/p1/dataconnectors";
    client.transport().assert_sent(&[
        (Method::Post, list, Some(r#"{"type":"HTTP_PUSH"}"#)),
        (Method::Patch, &format!("{CONNECTOR}?update_mask=status"), Some(r#"{"status":"ACTIVE"}"#)),
    ]);
}

#[test]
fn an_update_names_its_fields_in_the_body_alone_where_the_server_knows_no_mask() {
    let client = client([ok(&sample("connector_http_push"))]).without_update_mask();
    now(client.update_connector(&name(), &json!({ "status": "ACTIVE" }))).unwrap();
    client.transport().assert_sent(&[(Method::Patch, CONNECTOR, Some(r#"{"status":"ACTIVE"}"#))]);
}

#[test]
fn one_connector_is_read_measured_synchronized_and_deleted_without_a_body() {
    let client = client([
        ok(&sample("connector_aws_sqs")),
        ok(&sample("metrics")),
        ok("{}"),
        // DT answers with JSON; an empty body would do too.
        ok(""),
    ]);
    assert_eq!(now(client.connector(&name())).unwrap().display_name, "Cleaning robots");
    assert_eq!(now(client.metrics(&name())).unwrap().error, 17);
    now(client.synchronize_connector(&name())).unwrap();
    now(client.delete_connector(&name())).unwrap();
    client.transport().assert_sent(&[
        (Method::Get, CONNECTOR, None),
        (Method::Get, &format!("{CONNECTOR}:metrics"), None),
        (Method::Post, &format!("{CONNECTOR}:sync"), None),
        (Method::Delete, CONNECTOR, None),
    ]);
}

#[test]
fn permissions_are_gathered_from_all_pages() {
    let first = r#"{"permissions":["dataconnector.read"],"nextPageToken":"2"}"#;
    let client = client([ok(first), ok(r#"{"permissions":["dataconnector.update"],"nextPageToken":""}"#)]);
    let permissions = now(client.permissions(&project())).unwrap();
    assert!(permissions.may_read_connectors() && permissions.may_update_connectors());
    assert!(!permissions.may_create_connectors() && !permissions.may_delete_connectors());
    let list = "https://api.example.com/v2/projects/p1/permissions?pageSize=100";
    client
        .transport()
        .assert_sent(&[(Method::Get, list, None), (Method::Get, &format!("{list}&pageToken=2"), None)]);
}

#[test]
fn a_developer_may_do_everything_with_connectors_and_a_user_only_read_them() {
    let client =
        client([ok(&sample("permissions_project_developer")), ok(&sample("permissions_project_user"))]);
    let allowed = |_role: &str| {
        let of = now(client.permissions(&project())).unwrap();
        let writes = [of.may_create_connectors(), of.may_update_connectors(), of.may_delete_connectors()];
        (of.may_read_connectors(), writes, of.may_synchronize_connectors())
    };
    assert_eq!(allowed("project.developer"), (true, [true; 3], true));
    assert_eq!(allowed("project.user"), (true, [false; 3], false));
}

#[test]
fn a_server_that_repeats_a_page_token_does_not_trap_the_client() {
    let page = r#"{"permissions":[],"nextPageToken":"again"}"#;
    let client = client([ok(page), ok(page), ok(page)]);
    let error = now(client.permissions(&project())).unwrap_err();
    assert_eq!(error.to_string(), "In the answer, `nextPageToken` is not the token of another page.");
}

#[test]
fn a_server_whose_page_tokens_lead_in_a_circle_does_not_trap_the_client() {
    let [one, other] =
        ["one", "other"].map(|next| ok(&format!(r#"{{"permissions":[],"nextPageToken":"{next}"}}"#)));
    let client = client([one.clone(), other.clone(), one, other]);
    let error = now(client.permissions(&project())).unwrap_err();
    assert_eq!(error.to_string(), "In the answer, `nextPageToken` is not the token of another page.");
}

#[test]
fn ids_and_page_tokens_are_percent_encoded() {
    let client = client([ok(&sample("devices"))]);
    let project = ProjectId::parse("a b?c#d%æ").unwrap();
    now(client.devices(&project, Some("x&y=z/+"))).unwrap();
    let url = "https://api.example.com/v2/projects/a%20b%3Fc%23d%25%C3%A6/devices?pageSize=100&pageToken=x%26y%3Dz%2F%2B";
    client.transport().assert_sent(&[(Method::Get, url, None)]);
}
