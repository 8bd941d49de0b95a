//! What DT's documents leave unknown (marked U in `dt-api.md`), as settings with defaults; `docs/emulator-differences.md`
//! lists them.

mod delivery;

use axum::http::StatusCode;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

pub use self::delivery::{BackOff, Delivery, Synchronize};
use crate::model::role::Permission;

/// How the emulated cloud behaves where DT's documents say nothing. Read from JSON, where every member may be left out.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    /// As strict as DT Cloud: only HTTPS endpoints, the rate limit, no faults and no controls.
    pub strict: bool,
    /// How many Data Connectors a project may have.
    pub connectors_per_project: usize,
    /// The status that answers the creation of one too many.
    pub connector_limit_status: u16,
    /// Whether a PATCH of part of a config object, without a mask, keeps the parts left out (else they are cleared).
    pub partial_config_keeps_rest: bool,
    /// Whether a project that has service accounts can be deleted, and they with it.
    pub deletes_projects_with_service_accounts: bool,
    /// How many keys a service account may have.
    pub keys_per_service_account: usize,
    /// The permission that `:getInviteUrl` needs.
    pub invite_url_permission: Permission,
    /// The permission that `:sync` needs.
    pub synchronize_permission: Permission,
    /// The permission that `:metrics` needs.
    pub metrics_permission: Permission,
    /// How many events the devices of the cloud tell on their own in a second, all together; 0 is silence.
    pub events_per_second: f64,
    /// How many of a device's latest events its history keeps, however young they are.
    pub events_per_device: usize,
    /// How many events a stream may fall behind before it is ended.
    pub stream_backlog: usize,
    /// How many seconds an assertion's times may be off.
    pub assertion_leeway_seconds: i64,
    /// How events are delivered.
    pub delivery: Delivery,
    /// What is refused in a Data Connector.
    pub validation: Validation,
    /// The sizes of pages.
    pub page_size: PageSize,
    /// The rate limit of an account, under `strict`.
    pub rate_limit: RateLimit,
    /// What scripts of other origins may see.
    pub cors: Cors,
}

/// What is refused in a Data Connector; a limit of `None` is no limit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Validation {
    /// Whether `events` may hold types that DT's documents do not list.
    pub accepts_unknown_event_types: bool,
    /// Whether headers may have names and values that HTTP does not allow.
    pub accepts_illegal_headers: bool,
    /// Characters of a display name.
    pub longest_display_name: Option<usize>,
    /// Characters of a signature secret.
    pub longest_signature_secret: Option<usize>,
    /// Label keys of a connector.
    pub most_labels: Option<usize>,
    /// Headers of a connector.
    pub most_headers: Option<usize>,
}

/// The sizes of pages.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct PageSize {
    /// When a list is asked for without a size.
    pub default: usize,
    /// When more is asked for.
    pub greatest: usize,
    /// When more is asked for of a device's events.
    pub greatest_of_events: usize,
}

/// The rate limit of an account.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct RateLimit {
    /// How many requests at once.
    pub burst: u32,
    /// How many requests a second in the long run.
    pub per_second: u32,
}

/// What scripts of other origins may see.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Cors {
    /// The origins that get CORS headers.
    pub origins: CorsOrigins,
    /// Whether they may read `Retry-After`.
    pub exposes_retry_after: bool,
}

/// The origins that get CORS headers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CorsOrigins {
    /// Every origin.
    Any,
    /// Only these; none of them when empty.
    Only(Vec<String>),
}

impl Settings {
    /// How long an access token lives: one hour (`dt-api.md` §2.1).
    pub const TOKEN_LIFETIME: SignedDuration = SignedDuration::from_hours(1);

    /// The time from one event that devices tell on their own to the next, at least a millisecond; `None` when they are
    /// silent.
    pub(crate) fn event_interval(&self) -> Option<SignedDuration> {
        let seconds = (self.events_per_second > 0.0).then(|| self.events_per_second.recip().max(0.001))?;
        SignedDuration::try_from_secs_f64(seconds).ok()
    }

    /// The status that answers the creation of one connector too many.
    pub(crate) fn connector_limit_status(&self) -> StatusCode {
        StatusCode::from_u16(self.connector_limit_status).unwrap_or(StatusCode::BAD_REQUEST)
    }

    /// How many events a stream may fall behind, within what memory allows.
    pub(crate) fn stream_backlog(&self) -> usize {
        self.stream_backlog.clamp(1, 1 << 20)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            strict: false,
            connectors_per_project: 10,
            connector_limit_status: 400,
            partial_config_keeps_rest: true,
            deletes_projects_with_service_accounts: false,
            keys_per_service_account: 10,
            invite_url_permission: Permission::MembershipRead,
            synchronize_permission: Permission::DataConnectorUpdate,
            metrics_permission: Permission::DataConnectorRead,
            events_per_second: 0.0,
            events_per_device: 10_000,
            stream_backlog: 1024,
            assertion_leeway_seconds: 60,
            delivery: Delivery::default(),
            validation: Validation::default(),
            page_size: PageSize::default(),
            rate_limit: RateLimit::default(),
            cors: Cors::default(),
        }
    }
}

impl Default for Validation {
    fn default() -> Self {
        Self {
            accepts_unknown_event_types: true,
            accepts_illegal_headers: false,
            longest_display_name: None,
            longest_signature_secret: None,
            most_labels: None,
            most_headers: None,
        }
    }
}

impl Default for PageSize {
    fn default() -> Self {
        Self { default: 100, greatest: 100, greatest_of_events: 1000 }
    }
}

impl Default for RateLimit {
    fn default() -> Self {
        Self { burst: 25, per_second: 5 }
    }
}

impl Default for Cors {
    fn default() -> Self {
        Self { origins: CorsOrigins::Any, exposes_retry_after: true }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::SignedDuration;
    use serde_json::{Value, json};

    use super::Settings;

    const DOCUMENT: &str = include_str!("../../../docs/emulator-differences.md");

    fn flat(settings: &Value, prefix: &str) -> BTreeMap<String, Value> {
        let members = settings.as_object().unwrap().iter();
        members
            .flat_map(|(key, value)| match value {
                Value::Object(_) => flat(value, &format!("{prefix}{key}.")),
                _ => BTreeMap::from([(format!("{prefix}{key}"), value.clone())]),
            })
            .collect()
    }

    #[test]
    fn the_document_lists_every_setting_with_its_default() {
        let (_, table) = DOCUMENT.split_once("| setting | default | says |").unwrap();
        let rows = table.lines().filter_map(|row| {
            let mut cells = row.split('|').map(|cell| cell.trim().trim_matches('`'));
            let (name, default) = (cells.nth(1)?, cells.next()?);
            Some((name.to_owned(), serde_json::from_str(default).ok()?))
        });
        let settings = flat(&json!(Settings::default()), "");
        assert_eq!(rows.collect::<BTreeMap<_, _>>(), settings);
    }

    #[test]
    fn what_is_left_out_keeps_its_default_and_what_is_misspelt_is_refused() {
        let settings: Settings = serde_json::from_value(json!({"validation": {"mostLabels": 3}})).unwrap();
        assert_eq!(settings.validation.most_labels, Some(3));
        assert_eq!(settings.connectors_per_project, 10);
        assert!(serde_json::from_value::<Settings>(json!({"mostLabels": 3})).is_err());
    }

    #[test]
    fn events_come_as_often_as_is_set_and_never_by_default() {
        let interval =
            |events_per_second| Settings { events_per_second, ..Settings::default() }.event_interval();
        assert_eq!(Settings::default().event_interval(), None);
        assert_eq!(interval(-1.0), None);
        assert_eq!(interval(f64::NAN), None);
        assert_eq!(interval(f64::MIN_POSITIVE), None);
        assert_eq!(interval(4.0), Some(SignedDuration::from_millis(250)));
        assert_eq!(interval(0.1), Some(SignedDuration::from_secs(10)));
        assert_eq!(interval(1e9), Some(SignedDuration::from_millis(1)));
    }
}
