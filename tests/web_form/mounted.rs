//! The form, or a page around it, mounted without a network.

use crate::page::{Page, description};
use connector::{Change, ConfigDraft, Draft, HttpPushDraft, Rules};
use data_connector_console::config::Config;
use data_connector_console::data::Cloud;
use data_connector_console::pages::connectors::form::{ConnectorFields, Form};
use data_connector_console::session::Session;
use dt_api::{Connector, ConnectorKind, ProjectId};
use leptos::prelude::*;
use serde_json::{Value, json};
use web_sys::{Element, HtmlInputElement};

/// An HTTP push with a selection of events, labels, headers, and a secret.
pub const HTTP_PUSH: &str = include_str!("../../crates/api/samples/connector_http_push.json");

pub fn connector(json: &Value) -> Connector {
    Connector::from_json(json).unwrap()
}

/// [`HTTP_PUSH`] with some fields replaced, those of `httpConfig` one by one.
pub fn http_push(fields: Value) -> Connector {
    let mut json: Value = serde_json::from_str(HTTP_PUSH).unwrap();
    for (field, value) in fields.as_object().unwrap() {
        match (field.as_str(), value) {
            ("httpConfig", Value::Object(config)) => config.iter().for_each(|(field, value)| {
                json["httpConfig"][field] = value.clone();
            }),
            _ => json[field] = value.clone(),
        }
    }
    connector(&json)
}

/// Every section of the form, and the form's state.
pub struct MountedForm {
    pub page: Page,
    pub form: Form,
}

impl MountedForm {
    /// The form of an existing connector.
    pub async fn of(connector: Connector) -> Self {
        Self::show(|| Form::edit_connector(connector, Rules::default())).await
    }

    /// The form of a new connector.
    pub async fn new(kind: ConnectorKind) -> Self {
        Self::show(move || Form::create(&kind, Rules::default())).await
    }

    pub async fn show(make: impl FnOnce() -> Form + 'static) -> Self {
        Self::show_locked(make, None).await
    }

    /// The form that cannot be changed for this reason.
    pub async fn show_locked(make: impl FnOnce() -> Form + 'static, locked: Option<String>) -> Self {
        let mounted_form = RwSignal::new(None);
        let page = Page::show(move || {
            provide_context(cloud());
            let form = make();
            mounted_form.set(Some(form));
            view! { <ConnectorFields form project=project() locked /> }
        })
        .await;
        Self { page, form: mounted_form.get_untracked().unwrap() }
    }

    /// What the draft says of an HTTP push.
    pub fn http_push<T>(&self, read: impl FnOnce(&HttpPushDraft) -> T) -> T {
        self.form.with_untracked(|draft| match &draft.config {
            ConfigDraft::HttpPush(push) => read(push),
            other => panic!("{other:?} is no HTTP push"),
        })
    }

    /// What the form shows.
    pub fn draft(&self) -> Draft {
        self.form.with_untracked(Clone::clone)
    }

    /// What saving would change.
    pub fn changes(&self) -> Vec<Change> {
        self.form.changes().get_untracked()
    }
}

/// DT Cloud, with nobody signed in: every request is answered in the page with a 401.
pub fn cloud() -> Cloud {
    let config = Config::parse(
        &json!({ "apiUrl": "https://api.invalid", "tokenUrl": "https://id.invalid" }).to_string(),
        "https://console.invalid",
    );
    Cloud::new(&config.unwrap(), Session::new("https://id.invalid".to_owned()))
}

pub fn project() -> ProjectId {
    ProjectId::parse("c8s1k3ot5vq0a7e2hn40").unwrap()
}

/// A control is marked as wrong, and its description says this.
pub fn assert_invalid(control: &HtmlInputElement, message: &str) {
    assert_eq!(control.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(description(control).contains(message), "{}", description(control));
}

pub fn is_valid(control: &Element) -> bool {
    control.get_attribute("aria-invalid").is_none()
}
