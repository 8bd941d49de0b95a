//! Requests near to those that clients send.

use std::sync::LazyLock;

use axum::{
    body::Body,
    http::{Request, Uri, header},
};
use dt_api::{arbitrary, percent};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::cloud::{Cloud, block_on};

/// A request as it is sent.
#[derive(Clone, Debug)]
pub struct Sent {
    pub method: &'static str,
    pub target: String,
    pub body: String,
}

impl Sent {
    /// The request with this `Authorization`.
    pub fn request(&self, authorization: &str) -> Request<Body> {
        let request = Request::builder().method(self.method).uri(&self.target);
        request.header(header::AUTHORIZATION, authorization).body(self.body.clone().into()).unwrap()
    }

    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }
}

const PATHS: [&str; 26] = [
    "/v2/organizations/ORGANIZATION/members",
    "/v2/organizations/ORGANIZATION/permissions",
    "/v2/roles/project.user",
    "/v2/projects",
    "/v2/projects:batchUpdate",
    "/v2/PROJECT",
    "/v2/PROJECT/permissions",
    "/v2/PROJECT/members",
    "/v2/PROJECT/members/MEMBER",
    "/v2/PROJECT/serviceaccounts",
    "/v2/PROJECT/serviceaccounts/ACCOUNT",
    "/v2/PROJECT/serviceaccounts/ACCOUNT/keys",
    "/v2/PROJECT/devices",
    "/v2/PROJECT/devices:batchUpdate",
    "/v2/PROJECT/devices:transfer",
    "/v2/PROJECT/devices:stream",
    "/v2/DEVICE",
    "/v2/DEVICE:publish",
    "/v2/DEVICE:stream",
    "/v2/DEVICE/events",
    "/v2/DEVICE/labels",
    "/v2/DEVICE/labels/name",
    "/v2/PROJECT/dataconnectors",
    "/v2/CONNECTOR",
    "/v2/CONNECTOR:sync",
    "/v2/CONNECTOR:metrics",
];

/// Resource names in the demo's cloud, which are the same in each.
struct Names {
    projects: Vec<String>,
    devices: Vec<String>,
    connectors: Vec<String>,
    organization: String,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    block_on(async {
        let cloud = Cloud::demo();
        let admin = cloud.admin().await;
        let names = |list: &Value, key: &str| -> Vec<String> {
            let items = list[key].as_array().unwrap().iter();
            items.map(|item| item["name"].as_str().unwrap().to_owned()).collect()
        };
        let projects = names(&cloud.get("/v2/projects", &admin).await, "projects");
        let (mut devices, mut connectors) = (Vec::new(), Vec::new());
        for project in &projects {
            devices.extend(names(&cloud.get(&format!("/v2/{project}/devices"), &admin).await, "devices"));
            let list = cloud.get(&format!("/v2/{project}/dataconnectors"), &admin).await;
            connectors.extend(names(&list, "dataConnectors"));
        }
        let organizations = names(&cloud.get("/v2/organizations", &admin).await, "organizations");
        Names { projects, devices, connectors, organization: organizations[0].clone() }
    })
});

fn path() -> impl Strategy<Value = String> {
    let id = prop_oneof![Just("-".to_owned()), arbitrary::text().prop_map(|text| percent::encode(&text))];
    let names = (select(&NAMES.projects[..]), select(&NAMES.devices[..]), select(&NAMES.connectors[..]), id);
    let known = (select(&PATHS[..]), names).prop_map(|(path, (project, device, connector, id))| {
        path.replace("organizations/ORGANIZATION", &NAMES.organization)
            .replace("PROJECT", &project)
            .replace("DEVICE", &device)
            .replace("CONNECTOR", &connector)
            .replace("MEMBER", &id)
            .replace("ACCOUNT", &id)
    });
    let odd = known.clone().prop_flat_map(arbitrary::mangled).prop_filter_map("a path", |path| {
        let path = path.replace(['?', '#', ' ', '"', '<', '>', '\\', '^', '`', '{', '|', '}'], "%7B");
        (path.starts_with('/') && path.parse::<Uri>().is_ok()).then_some(path)
    });
    prop_oneof![6 => known, 1 => odd]
}

const PARAMETERS: [&str; 12] = [
    "pageSize",
    "page_size",
    "pageToken",
    "updateMask",
    "update_mask",
    "eventTypes",
    "startTime",
    "endTime",
    "deviceIds",
    "deviceTypes",
    "labelFilters",
    "a__b_",
];
const VALUES: [&str; 20] = [
    "",
    "0",
    "1",
    "3",
    "100",
    "-1",
    "4294967296",
    "99999999999999999999",
    "1735787045000000.1735787045000000.x",
    "..",
    "displayName,status",
    "httpConfig",
    "labels.name",
    "type",
    "temperature",
    "2025-01-02T03:04:05Z",
    "-009999-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z",
    "name=Attic",
    "=",
];

fn query() -> impl Strategy<Value = String> {
    let value = prop_oneof![4 => select(&VALUES[..]).prop_map(str::to_owned), 1 => arbitrary::text()];
    let pairs = vec((select(&PARAMETERS[..]), value), 0..4);
    pairs.prop_map(|pairs| {
        let pairs = pairs.iter().map(|(name, value)| format!("{name}={}", percent::encode(value)));
        pairs.collect::<Vec<_>>().join("&")
    })
}

/// Bodies that are right for some path.
fn bodies() -> Vec<Value> {
    let device = &NAMES.devices[0];
    let time = "2025-01-02T03:04:05Z";
    vec![
        json!({}),
        json!({"displayName": "A", "organization": NAMES.organization}),
        json!({"displayName": "A", "type": "HTTP_PUSH", "status": "ACTIVE", "events": ["touch"], "labels": ["name"],
            "httpConfig": {"url": "https://a.example", "signatureSecret": "s", "headers": {"X-A": "b"}}}),
        json!({"type": "AZURE_SERVICE_BUS", "azureServiceBusConfig": {"url": "sb://a.servicebus.windows.net/b",
            "authenticationConfig": {"tenantId": "t", "clientId": "c"}, "brokerProperties": {"correlationId": "d"}}}),
        json!({"type": "AWS_SQS", "awsSqsConfig": {"queueUrl": "https://sqs.eu-west-1.amazonaws.com/1/q",
            "awsRoleArn": "arn:aws:iam::123456789012:role/r", "audience": "a"}}),
        json!({"type": "GOOGLE_CLOUD_PUBSUB", "pubsubConfig": {"topic": "projects/p/topics/t", "audience": "//iam"}}),
        json!({"devices": [device], "addLabels": {"floor": "1"}, "removeLabels": ["name"]}),
        json!({"devices": [device]}),
        json!({"type": "temperature", "labels": {"name": "Attic"}}),
        json!({"temperature": {"value": 21.5, "updateTime": time, "samples": [{"value": 21.5, "sampleTime": time}]}}),
        json!({"networkStatus": {"signalStrength": 45, "rssi": -83, "cloudConnectors": [{"id": "c"}]}}),
        json!({"objectPresentCount": {"total": 4}}),
        json!({"touch": {}}),
        json!({"key": "floor", "value": "1"}),
        json!({"email": "kari@example.com", "roles": ["roles/project.user"]}),
        json!({"displayName": "Exporter", "enableBasicAuth": true}),
        json!({"name": NAMES.connectors[0], "status": "USER_DISABLED"}),
    ]
}

fn body() -> impl Strategy<Value = String> {
    let near = || select(bodies()).prop_flat_map(arbitrary::mutated).prop_map(|json| json.to_string());
    prop_oneof![6 => near(), 2 => near().prop_flat_map(arbitrary::mangled), 1 => Just(String::new()), 1 => any::<String>()]
}

/// A request to the API, near to one that is right.
pub fn sent() -> impl Strategy<Value = Sent> {
    let method = select(&["GET", "POST", "PATCH", "PUT", "DELETE"][..]);
    (method, path(), query(), body()).prop_map(|(method, path, query, body)| {
        let target = if query.is_empty() { path } else { format!("{path}?{query}") };
        Sent { method, target, body }
    })
}
