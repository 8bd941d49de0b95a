//! Drafts and surroundings of every kind that there is advice about, and of others. The strategies are boxed: as one type,
//! their values are too large for the stack of a test.

use connector::{Draft, HeaderRow, HttpPushDraft, Rules, SecretChange, Surroundings};
use dt_api::{Config, Connector, Device, Extra, HttpPush, arbitrary, base64url};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::scenes::{NOW, http_push};

/// What stands in for every secret; it is in no text of ours.
pub const HUSH: &str = "hush4f1c";

/// What is known beside a draft, as owned values.
#[derive(Clone, Debug)]
pub struct Known {
    original: Option<Connector>,
    connectors: Option<Vec<Connector>>,
    pub devices: Option<Vec<Device>>,
    now: Option<u64>,
    allow_loopback_http: bool,
}

impl Known {
    pub fn surroundings(&self) -> Surroundings<'_> {
        Surroundings {
            original: self.original.as_ref(),
            connectors: self.connectors.as_deref(),
            devices: self.devices.as_deref(),
            now: self.now,
            rules: Rules { allow_loopback_http: self.allow_loopback_http },
            ..Surroundings::default()
        }
    }
}

/// URLs of all kinds that there is advice about, and others.
fn url() -> BoxedStrategy<String> {
    let userinfo = prop_oneof!["", "[a-z@]{0,2}:?(%[0-9A-F]{2}|hush4f1c)?@"];
    let host =
        select(vec!["example.com", "EXAMPLE.com", "localhost", "10.0.0.1", "[::1]", "a.local", "b", ""]);
    let rest = prop_oneof!["(:443|:1)?(/|/a)?([?]b)?(#[a@]?)?", Just(" ".to_owned())];
    let scheme = select(vec!["https", "HTTPS", "http"]);
    let made = (scheme, userinfo, host, rest)
        .prop_map(|(scheme, userinfo, host, rest)| format!("{scheme}://{userinfo}{host}{rest}"));
    prop_oneof![6 => made, 1 => arbitrary::text()].boxed()
}

fn header_value() -> BoxedStrategy<String> {
    let quoted = r#" ?"{1,2}(\\|\\"|a|hush4f1c| ){0,3}"{1,2}[ \n]?"#;
    let token = (NOW - 40 * 86_400..NOW + 40 * 86_400).prop_map(|end| {
        let claims = base64url::encode(format!("{{\"exp\":{end}}}").as_bytes());
        format!("Bearer e30.{claims}.{HUSH}")
    });
    prop_oneof![quoted, token, arbitrary::text(), Just(HUSH.to_owned())].boxed()
}

fn header() -> BoxedStrategy<HeaderRow> {
    let name = select(vec![
        "Authorization",
        "authorization",
        "Host",
        "TE",
        "Content-Type",
        "X-Key",
        "x-key",
        "a b",
        "",
    ]);
    (name, header_value()).prop_map(|(name, value)| HeaderRow { name: name.to_owned(), value }).boxed()
}

fn secret() -> BoxedStrategy<String> {
    prop_oneof![Just(HUSH.to_owned()), Just(HUSH.repeat(4)), arbitrary::text(), "hush4f1c[0-9a-z]{16}"]
        .boxed()
}

fn label_key() -> BoxedStrategy<String> {
    prop_oneof![
        6 => select(vec!["room_nr", "room-nr", "Room", "rooms", "building", "buidling", "floor2", "floor1", " name", ""])
            .prop_map(str::to_owned),
        1 => arbitrary::text(),
    ].boxed()
}

pub fn draft() -> BoxedStrategy<Draft> {
    let change = prop_oneof![
        Just(SecretChange::Keep),
        Just(SecretChange::Clear),
        secret().prop_map(SecretChange::Replace),
    ];
    let pushing = (url(), vec(header(), 0..4), change)
        .prop_map(|(url, headers, signature_secret)| {
            http_push(HttpPushDraft { url, headers, signature_secret })
        })
        .boxed();
    let other = arbitrary::connector().prop_map(|connector| Draft::from(&connector)).boxed();
    let switches = (any::<bool>(), any::<bool>(), btree_set(arbitrary::event_type(), 0..4));
    (prop_oneof![3 => pushing, 1 => other], switches, vec(label_key(), 0..5))
        .prop_map(|(draft, (enabled, forward_all, selected_events), labels)| Draft {
            enabled,
            forward_all,
            selected_events,
            labels,
            ..draft
        })
        .boxed()
}

fn connector() -> BoxedStrategy<Connector> {
    let events = vec(arbitrary::event_type(), 0..3);
    (arbitrary::connector_name(), arbitrary::status(), events, url(), secret())
        .prop_map(|(name, status, events, url, signature_secret)| Connector {
            name,
            display_name: "Another".to_owned(),
            status,
            events,
            labels: Vec::new(),
            config: Config::HttpPush(HttpPush { url, signature_secret, ..HttpPush::default() }),
            extra: Extra::default(),
        })
        .boxed()
}

pub fn device() -> BoxedStrategy<Device> {
    (arbitrary::device(), vec(label_key(), 0..4))
        .prop_map(|(mut device, keys)| {
            device.labels.extend(keys.into_iter().map(|key| (key, "value".to_owned())));
            device
        })
        .boxed()
}

pub fn known() -> BoxedStrategy<Known> {
    let connectors = option::of(vec(connector(), 0..11));
    let devices = option::weighted(0.9, vec(device(), 0..5));
    (option::of(connector()), connectors, devices, option::of(Just(NOW)), any::<bool>())
        .prop_map(|(original, connectors, devices, now, allow_loopback_http)| Known {
            original,
            connectors,
            devices,
            now,
            allow_loopback_http,
        })
        .boxed()
}
