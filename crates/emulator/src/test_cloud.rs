//! An emulated cloud for tests, at a time that stands still, to which requests are sent without a socket.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, header},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::{
    access_token,
    emulator::Emulator,
    model::{clock::Clock, event_data::EventData, role::Role, service_account::ServiceAccount},
    origins::Origins,
    seed::Seed,
    settings::Settings,
    wire::batch,
};

mod stream;

/// The time in every test.
pub const NOW: &str = "2025-01-02T03:04:05Z";

/// An emulated cloud at a time that stands still.
pub struct TestCloud {
    pub emulator: Emulator,
}

/// What a service account signs in with.
#[derive(Clone, Debug)]
pub struct Credentials {
    pub key_id: String,
    pub secret: String,
    pub email: String,
}

/// Someone who sends requests to it.
pub struct Client {
    router: Router,
    authorization: Option<String>,
}

/// An answer; `json` is null when the body is none.
#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    pub json: Value,
}

impl TestCloud {
    pub fn demo() -> Self {
        Self::with(Settings::default(), Seed::Demo)
    }

    pub fn with(settings: Settings, seed: Seed) -> Self {
        let origins = Origins { console_port: 8080, api_port: 8081, same_origin: false };
        let clock = Clock::stopped_at(NOW.parse::<Timestamp>().unwrap());
        Self { emulator: Emulator::new(settings, origins, seed, clock).unwrap() }
    }

    /// `organizations/<id>` of the one there is.
    pub fn organization(&self) -> String {
        format!("organizations/{}", self.emulator.store().cloud.organizations[0].id)
    }

    /// `projects/<id>` of the project with this display name.
    pub fn project(&self, display_name: &str) -> String {
        let store = self.emulator.store();
        let project = store.cloud.projects.values().find(|project| project.display_name == display_name);
        format!("projects/{}", project.unwrap().id)
    }

    /// `projects/<id>/dataconnectors/<id>` of the connector with this display name.
    pub fn connector(&self, display_name: &str) -> String {
        let store = self.emulator.store();
        let named = store.cloud.projects.values().find_map(|project| {
            let mut connectors = project.connectors.values();
            let connector = connectors.find(|found| found.configuration.display_name == display_name)?;
            Some(format!("projects/{}/dataconnectors/{}", project.id, connector.id))
        });
        named.unwrap()
    }

    /// The device with this label `name` reports this; gives the event's id.
    pub fn report(&self, device: &str, report: Value) -> String {
        let name = self.device(device);
        let (project, device) = batch::ids(&name).unwrap();
        let mut store = self.emulator.store();
        let report = EventData::Report(serde_json::from_value(report).unwrap());
        store.publish(project, device, report, self.emulator.settings()).unwrap().id.clone()
    }

    /// Moves the clock on by so many seconds; with 0 what is due now happens.
    pub async fn pass(&self, seconds: i64) {
        self.emulator.advance(SignedDuration::from_secs(seconds)).await;
    }

    /// What an inbox has received: that of an endpoint at an example's host is called like the host.
    pub async fn inbox(&self, name: &str) -> Vec<Value> {
        self.stranger().get(&format!("/inbox/{name}/requests")).await.json.as_array().unwrap().clone()
    }

    /// The bodies that an inbox has received.
    pub async fn pushed(&self, name: &str) -> Vec<Value> {
        let requests = self.inbox(name).await;
        requests
            .iter()
            .map(|request| serde_json::from_str(request["body"].as_str().unwrap()).unwrap())
            .collect()
    }

    /// Says how an inbox answers from now on.
    pub async fn behave(&self, name: &str, behaviour: Value) {
        let answer = self.stranger().post(&format!("/inbox/{name}/behaviour"), behaviour).await;
        assert_eq!(answer.status, 200);
    }

    /// `projects/<id>/devices/<id>` of the device with this label `name`.
    pub fn device(&self, display_name: &str) -> String {
        let store = self.emulator.store();
        let named = store.cloud.projects.values().find_map(|project| {
            let mut devices = project.devices.values();
            let device =
                devices.find(|found| found.labels.get("name").is_some_and(|it| it == display_name))?;
            Some(format!("projects/{}/devices/{}", project.id, device.id))
        });
        named.unwrap()
    }

    /// The name of a new emulated device of the project with this display name.
    pub async fn emulated(&self, project: &str, kind: &str) -> String {
        let path = format!("/v2/{}/devices", self.project(project));
        let device = self.developer().post(&path, json!({"type": kind})).await;
        device.json["name"].as_str().unwrap().to_owned()
    }

    /// Those of the account with this role that does not allow Basic auth.
    pub fn account(&self, role: Role) -> Credentials {
        self.credentials(|account| account.made_for == Some(role) && !account.enable_basic_auth)
    }

    /// Those of the account that allows Basic auth.
    pub fn guest_credentials(&self) -> Credentials {
        self.credentials(|account| account.enable_basic_auth)
    }

    fn credentials(&self, wanted: impl Fn(&ServiceAccount) -> bool) -> Credentials {
        let store = self.emulator.store();
        let account = store.cloud.service_accounts.values().find(|account| wanted(account)).unwrap();
        let key = &account.keys[0];
        Credentials { key_id: key.id.clone(), secret: key.secret.clone(), email: account.email.clone() }
    }

    pub fn stranger(&self) -> Client {
        Client { router: self.emulator.api(), authorization: None }
    }

    pub fn user(&self) -> Client {
        self.signed_in(Role::ProjectUser)
    }

    pub fn developer(&self) -> Client {
        self.signed_in(Role::ProjectDeveloper)
    }

    pub fn organization_admin(&self) -> Client {
        self.signed_in(Role::OrganizationAdmin)
    }

    /// Uses Basic auth; is a developer of the first project only.
    pub fn guest(&self) -> Client {
        self.with_basic_auth(&self.guest_credentials())
    }

    pub fn with_basic_auth(&self, account: &Credentials) -> Client {
        let credentials = STANDARD.encode(format!("{}:{}", account.key_id, account.secret));
        self.with_authorization(format!("Basic {credentials}"))
    }

    pub fn with_authorization(&self, authorization: String) -> Client {
        Client { router: self.emulator.api(), authorization: Some(authorization) }
    }

    pub fn advance(&self, by: SignedDuration) {
        self.emulator.store().clock.advance(by);
    }

    fn signed_in(&self, role: Role) -> Client {
        let now = self.emulator.store().clock.now();
        let token = access_token::issue(&self.account(role).key_id, now);
        self.with_authorization(format!("Bearer {token}"))
    }
}

impl Client {
    pub async fn get(&self, path: &str) -> Answer {
        self.request("GET", path, Body::empty()).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.request("DELETE", path, Body::empty()).await
    }

    pub async fn post(&self, path: &str, json: Value) -> Answer {
        self.request("POST", path, json.to_string().into()).await
    }

    pub async fn patch(&self, path: &str, json: Value) -> Answer {
        self.request("PATCH", path, json.to_string().into()).await
    }

    pub async fn put(&self, path: &str, json: Value) -> Answer {
        self.request("PUT", path, json.to_string().into()).await
    }

    pub async fn request(&self, method: &str, path: &str, body: Body) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(authorization) = &self.authorization {
            request = request.header(header::AUTHORIZATION, authorization);
        }
        Answer::to(&self.router, request.body(body).unwrap()).await
    }
}

impl Answer {
    pub async fn to(router: &Router, request: Request<Body>) -> Self {
        let (parts, body) = router.clone().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Self {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text: String::from_utf8(body.to_vec()).unwrap(),
            json: serde_json::from_slice(&body).unwrap_or_default(),
        }
    }

    /// The `error` text of a refusal.
    pub fn error(&self) -> &str {
        self.json["error"].as_str().unwrap()
    }

    /// The text of a header, empty when it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// The values of one field of a list's members.
pub fn each<'a>(list: &'a Value, field: &str) -> Vec<&'a Value> {
    list.as_array().unwrap().iter().map(|member| &member[field]).collect()
}

/// For tests that cannot be asynchronous themselves.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(future)
}
