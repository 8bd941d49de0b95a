//! The code that a form is shown as. `tests/clients/test_generated_code.py` runs it.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

mod terraform;

use connector::code::{Code, Language, Target, write};
use connector::{ConfigDraft, Draft, HeaderRow};
use dt_api::{Connector, ConnectorKind, ProjectId};
use serde_json::{Value, json};

const BASE_URL: &str = "https://api.disruptive-technologies.com/v2";

fn connector(kind: &str, config: Value) -> Connector {
    let mut json = json!({
        "name": "projects/p/dataconnectors/d", "displayName": "Building operations", "type": kind,
        "status": "ACTIVE", "events": ["touch"], "labels": ["name"],
    });
    json.as_object_mut().unwrap().extend(config.as_object().unwrap().clone());
    Connector::from_json(&json).unwrap()
}

fn http_push() -> Connector {
    connector(
        "HTTP_PUSH",
        json!({ "httpConfig": {
            "url": "https://me:hush@ops.example.com/dt", "signatureSecret": "hush",
            "headers": { "X-Api-Key": "hush", "X-Site": "It's Oslo" },
        } }),
    )
}

fn written(language: Language, original: &Connector, edit: impl FnOnce(&mut Draft)) -> Code {
    let mut draft = Draft::from(original);
    edit(&mut draft);
    write(language, &draft, Target::Update(original), BASE_URL).unwrap()
}

fn names(code: &Code) -> Vec<&str> {
    code.variables.iter().map(|variable| variable.name.as_str()).collect()
}

fn change_headers(draft: &mut Draft) {
    if let ConfigDraft::HttpPush(config) = &mut draft.config {
        config.headers.push(HeaderRow { name: "x-api-key".to_owned(), value: "hush".to_owned() });
    }
}

#[test]
fn a_command_sends_the_patch_with_variables_for_secrets() {
    let code = written(Language::Curl, &http_push(), change_headers);
    let expected = r#"# Writes a value as it stands between the quotes of JSON.
json() { printf %s "$1" | sed 's/[\\"]/\\&/g'; }

: "${HEADER_X_API_KEY:?}" "${HEADER_X_API_KEY_2:?}" "${SIGNATURE_SECRET:?}" "${URL_USERINFO:?}" &&
curl --request PATCH 'https://api.disruptive-technologies.com/v2/projects/p/dataconnectors/d' \
  --header "Authorization: Bearer $ACCESS_TOKEN" \
  --header 'Content-Type: application/json' \
  --data-raw '{
  "httpConfig": {
    "headers": {
      "X-Api-Key": "'"$(json "$HEADER_X_API_KEY")"'",
      "X-Site": "It'\''s Oslo",
      "x-api-key": "'"$(json "$HEADER_X_API_KEY_2")"'"
    },
    "signatureSecret": "'"$(json "$SIGNATURE_SECRET")"'",
    "url": "https://'"$(json "$URL_USERINFO")"'@ops.example.com/dt"
  }
}'
"#;
    assert_eq!(code.text, expected);
    let variables =
        ["ACCESS_TOKEN", "HEADER_X_API_KEY", "HEADER_X_API_KEY_2", "SIGNATURE_SECRET", "URL_USERINFO"];
    assert_eq!(names(&code), variables);
    assert!(code.variables.iter().all(|variable| variable.purpose.ends_with('.')));
}

#[test]
fn a_command_without_secrets_is_plain() {
    let code = written(Language::Curl, &http_push(), |draft| draft.enabled = false);
    let expected = r#"curl --request PATCH 'https://api.disruptive-technologies.com/v2/projects/p/dataconnectors/d' \
  --header "Authorization: Bearer $ACCESS_TOKEN" \
  --header 'Content-Type: application/json' \
  --data-raw '{
  "status": "USER_DISABLED"
}'
"#;
    assert_eq!((code.text.as_str(), names(&code)), (expected, vec!["ACCESS_TOKEN"]));
}

#[test]
fn nothing_to_save_is_code_that_reads() {
    let curl = written(Language::Curl, &http_push(), |_| ()).text;
    assert_eq!(
        curl,
        "curl 'https://api.disruptive-technologies.com/v2/projects/p/dataconnectors/d' \\\n  --header \"Authorization: Bearer $ACCESS_TOKEN\"\n"
    );
    let python = written(Language::Python, &http_push(), |_| ()).text;
    assert!(python.contains("connector = dt.DataConnector.get_data_connector(\n"), "{python}");
}

#[test]
fn a_program_calls_the_package_with_what_changes() {
    let code = written(Language::Python, &http_push(), |draft| {
        draft.display_name = "It's \"${new}\"\n".to_owned();
        draft.forward_all = true;
    });
    let expected = r#"import disruptive as dt

# The package signs in by itself, with the three variables DT_SERVICE_ACCOUNT_KEY_ID,
# DT_SERVICE_ACCOUNT_SECRET and DT_SERVICE_ACCOUNT_EMAIL.

connector = dt.DataConnector.update_data_connector(
    data_connector_id="d",
    project_id="p",
    display_name="It's \"${new}\"\n",
    event_types=[],
)
print(connector.data_connector_id, connector.status)
"#;
    assert_eq!(code.text, expected);
    let variables = ["DT_SERVICE_ACCOUNT_KEY_ID", "DT_SERVICE_ACCOUNT_SECRET", "DT_SERVICE_ACCOUNT_EMAIL"];
    assert_eq!(names(&code), variables);
}

#[test]
fn a_program_sends_by_itself_what_the_package_cannot_name() {
    let mut draft = Draft::new(&ConnectorKind::GoogleCloudPubsub);
    draft.labels.push("name".to_owned());
    let project = ProjectId::parse("p").unwrap();
    let code =
        write(Language::Python, &draft, Target::Create(&project), "http://localhost:8081/v2/").unwrap();
    let expected = r#"import disruptive as dt
from disruptive.requests import DTRequest

# The package signs in by itself, with the file that DT_CREDENTIALS_FILE names.
dt.base_url = "http://localhost:8081/v2"

# The package has no function for all of this, so the request is sent as it is.
connector = DTRequest.post(
    "/projects/p/dataconnectors",
    body={
        "events": [],
        "labels": ["name"],
        "pubsubConfig": {
            "audience": "",
            "topic": "",
        },
        "status": "ACTIVE",
        "type": "GOOGLE_CLOUD_PUBSUB",
    },
)
print(connector["name"], connector["status"])
"#;
    assert_eq!((code.text.as_str(), names(&code)), (expected, vec!["DT_CREDENTIALS_FILE"]));
    let retries = json!({ "httpConfig": { "url": "https://a.example", "retries": 3, "apiToken": "hush" } });
    let code = written(Language::Python, &connector("HTTP_PUSH", retries), change_headers);
    assert!(code.text.contains("DTRequest.patch(") && code.text.contains("\"retries\": 3"), "{}", code.text);
    assert!(code.text.contains("\"apiToken\": os.environ[\"CONFIG_API_TOKEN\"]"), "{}", code.text);
}

#[test]
fn json_is_the_connector_as_it_will_be() {
    let code = written(Language::Json, &http_push(), |draft| draft.display_name = "<New>".to_owned());
    let expected = json!({
        "name": "projects/p/dataconnectors/d", "displayName": "<New>", "type": "HTTP_PUSH",
        "status": "ACTIVE", "events": ["touch"], "labels": ["name"],
        "httpConfig": {
            "url": "https://<URL_USERINFO>@ops.example.com/dt", "signatureSecret": "<SIGNATURE_SECRET>",
            "headers": { "X-Api-Key": "<HEADER_X_API_KEY>", "X-Site": "It's Oslo" },
        },
    });
    assert_eq!(serde_json::from_str::<Value>(&code.text).unwrap(), expected);
    assert_eq!(names(&code), ["HEADER_X_API_KEY", "SIGNATURE_SECRET", "URL_USERINFO"]);
}

#[test]
fn a_connector_of_an_unknown_type_can_be_renamed_but_not_by_terraform() {
    let original = connector("MQTT_PUSH", json!({ "mqttConfig": { "password": "hush", "retries": 3 } }));
    let rename = |draft: &mut Draft| draft.display_name = "New".to_owned();
    let python = written(Language::Python, &original, rename).text;
    assert!(python.contains("    display_name=\"New\",\n)"), "{python}");
    let json = written(Language::Json, &original, rename).text;
    assert!(
        json.contains("\"password\": \"<CONFIG_PASSWORD>\"") && json.contains("\"retries\": 3"),
        "{json}"
    );
    let terraform = written(Language::Terraform, &original, rename).text;
    assert_eq!(terraform, "# DT's Terraform provider has no Data Connectors of this type.\n");
}

#[test]
fn a_new_connector_that_selects_no_event_types_has_no_code() {
    let mut draft = Draft::new(&ConnectorKind::HttpPush);
    draft.forward_all = false;
    let project = ProjectId::parse("p").unwrap();
    for language in Language::ALL {
        assert_eq!(write(language, &draft, Target::Create(&project), BASE_URL), None);
    }
}
