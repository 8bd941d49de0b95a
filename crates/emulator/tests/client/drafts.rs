//! Saving a form: the patch that the console decides on makes the emulated cloud hold what the form showed.

use std::collections::BTreeSet;

use connector::{ConfigDraft, Decisions, Draft, HeaderRow, HttpPushDraft, Rules, SecretChange, undo};
use dt_api::{Client, Config, Connector, ConnectorKind, EventType, Status};
use dt_emulator::Settings;
use proptest::{
    collection::{btree_map, btree_set, vec},
    option,
    prelude::*,
};

use crate::in_process::InProcess;

/// What a person enters into some of the controls: nothing that the form would refuse.
#[derive(Clone, Debug)]
struct Edit {
    display_name: Option<String>,
    enabled: Option<bool>,
    events: Option<BTreeSet<EventType>>,
    labels: Option<BTreeSet<String>>,
    url: Option<String>,
    headers: Option<Vec<HeaderRow>>,
    secret: SecretChange,
    texts: [Option<String>; 3],
}

fn text() -> impl Strategy<Value = String> {
    "[A-Za-z0-9._-]{1,8}"
}

fn edit() -> impl Strategy<Value = Edit> {
    let event = prop_oneof![
        4 => prop::sample::select(EventType::KNOWN.to_vec()),
        1 => Just(EventType::from("soundLevel")),
    ];
    let headers = btree_map("x-[a-z]{1,5}", "[!-~]{1,8}", 0..4).prop_map(|headers| {
        let rows = headers.into_iter().map(|(name, value)| HeaderRow { name, value });
        rows.collect::<Vec<_>>()
    });
    let secret = prop_oneof![
        Just(SecretChange::Keep),
        Just(SecretChange::Clear),
        "[!-~]{16,20}".prop_map(SecretChange::Replace),
    ];
    let controls = (
        option::of(text()),
        option::of(any::<bool>()),
        option::of(btree_set(event, 0..4)),
        option::of(btree_set(text(), 0..4)),
    );
    let url = option::of("[a-z]{1,8}\\.example/[a-z]{0,4}");
    let texts = vec(option::of(text()), 3).prop_map(|texts| <[_; 3]>::try_from(texts).unwrap());
    (controls, url, option::of(headers), secret, texts).prop_map(
        |((display_name, enabled, events, labels), url, headers, secret, texts)| Edit {
            display_name,
            enabled,
            events,
            labels,
            url,
            headers,
            secret,
            texts,
        },
    )
}

impl Edit {
    fn apply(self, draft: &mut Draft) {
        replace(&mut draft.display_name, self.display_name);
        replace(&mut draft.enabled, self.enabled);
        if let Some(events) = self.events {
            draft.forward_all = events.is_empty();
            draft.selected_events = events;
        }
        replace(&mut draft.labels, self.labels.map(Vec::from_iter));
        let [first, second, third] = self.texts;
        let url = |scheme: &str| self.url.map(|rest| format!("{scheme}://{rest}"));
        match &mut draft.config {
            ConfigDraft::HttpPush(config) => {
                replace(&mut config.url, url("https"));
                replace(&mut config.headers, self.headers);
                config.signature_secret = self.secret;
            }
            ConfigDraft::AzureServiceBus(config) => {
                replace(&mut config.url, url("sb"));
                replace(&mut config.tenant_id, first);
                replace(&mut config.client_id, second);
                config.correlation_id = third.unwrap_or_default();
            }
            ConfigDraft::AzureEventHub(config) => {
                replace(&mut config.url, url("sb"));
                replace(&mut config.tenant_id, first);
                replace(&mut config.client_id, second);
            }
            ConfigDraft::GoogleCloudPubsub(config) => {
                replace(&mut config.topic, first);
                replace(&mut config.audience, second);
            }
            ConfigDraft::AwsSqs(config) => {
                replace(&mut config.queue_url, url("https"));
                replace(&mut config.aws_role_arn, first);
                replace(&mut config.audience, second);
            }
            ConfigDraft::Unknown(_) => {}
        }
    }
}

fn replace<T>(control: &mut T, entered: Option<T>) {
    if let Some(entered) = entered {
        *control = entered;
    }
}

/// The secret that a connector is to have after the draft was saved, and the draft as it is shown then.
fn after_saving(mut draft: Draft, original: &Connector) -> (Option<String>, Draft) {
    let ConfigDraft::HttpPush(config) = &mut draft.config else { return (None, draft) };
    let secret = match std::mem::take(&mut config.signature_secret) {
        SecretChange::Keep => secret(original),
        SecretChange::Replace(secret) => Some(secret),
        SecretChange::Clear => Some(String::new()),
    };
    (secret, draft)
}

fn secret(connector: &Connector) -> Option<String> {
    match &connector.config {
        Config::HttpPush(config) => Some(config.signature_secret.clone()),
        _ => None,
    }
}

async fn connectors(client: &Client<InProcess>) -> Vec<Connector> {
    let project = client.projects(None).await.unwrap().items.remove(0).id;
    client.connectors(&project, None).await.unwrap().items
}

async fn saving_gives_what_the_form_showed(settings: Settings, edit: Edit) {
    let client = InProcess::with(settings).developer().await;
    for original in connectors(&client).await {
        let mut draft = Draft::from(&original);
        edit.clone().apply(&mut draft);
        let Some(patch) = draft.patch(&original) else {
            assert_eq!((secret(&original), Draft::from(&original)), after_saving(draft, &original));
            continue;
        };
        let saved = client.update_connector(&original.name, &patch).await.unwrap();
        assert_eq!((secret(&saved), Draft::from(&saved)), after_saving(draft, &original), "{patch}");
        assert_eq!(client.connector(&original.name).await.unwrap(), saved);
    }
}

/// What the cloud is to hold again once a write was taken back: only DT Cloud itself disables by itself.
fn restored(original: &Connector) -> Connector {
    let status = match &original.status {
        Status::SystemDisabled => Status::UserDisabled,
        status => status.clone(),
    };
    Connector { status, ..original.clone() }
}

async fn taking_back_gives_what_was_before(edit: Edit) {
    let client = InProcess::with(Settings::default()).developer().await;
    for before in connectors(&client).await {
        let mut draft = Draft::from(&before);
        edit.clone().apply(&mut draft);
        let Some(patch) = draft.patch(&before) else { continue };
        let after = client.update_connector(&before.name, &patch).await.unwrap();
        let merge = undo::take_back(&before, &after, &after, &Decisions::new());
        if let Some(patch) = merge.draft.patch(&after) {
            client.update_connector(&before.name, &patch).await.unwrap();
        }
        let mut again = client.connector(&before.name).await.unwrap();
        // The order of event types means nothing.
        again.events.sort();
        let mut expected = if after.status == before.status { before.clone() } else { restored(&before) };
        expected.events.sort();
        assert_eq!(again, expected, "{patch}");
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn saving_a_draft_gives_the_draft(edit in edit(), partial_config_keeps_rest in any::<bool>()) {
        let settings = Settings { partial_config_keeps_rest, ..Settings::default() };
        block_on(saving_gives_what_the_form_showed(settings, edit));
    }

    #[test]
    fn taking_a_save_back_gives_what_was_before(edit in edit()) {
        block_on(taking_back_gives_what_was_before(edit));
    }

    #[test]
    fn what_the_form_accepts_the_cloud_accepts(url in endpoint(), rows in vec(header_row(), 0..3)) {
        let mut draft = Draft::new(&ConnectorKind::HttpPush);
        let config = HttpPushDraft { url, headers: rows, signature_secret: SecretChange::Keep };
        draft.config = ConfigDraft::HttpPush(config);
        prop_assume!(draft.problems(&Rules { allow_loopback_http: true }).is_empty());
        let body = draft.create_body().unwrap();
        let created = block_on(async {
            let client = InProcess::with(Settings::default()).developer().await;
            let project = client.projects(None).await.unwrap().items.remove(0).id;
            client.create_connector(&project, &body).await
        });
        prop_assert!(created.is_ok(), "{body}: {created:?}");
    }
}

/// What a person may enter as Endpoint URL, not all of it legal.
fn endpoint() -> impl Strategy<Value = String> {
    r"https?://(u:p@)?(a\.example|localhost|127\.0\.0\.1|\[::1\]|[0-9a-fx.]{1,6})(:[0-9]{1,5})?(/[ -~]{0,6})?"
}

/// What a person may enter as a header, not all of it legal.
fn header_row() -> impl Strategy<Value = HeaderRow> {
    ("[ -~]{1,3}", "[ -~\u{7f}-\u{ff}\n]{0,3}").prop_map(|(name, value)| HeaderRow { name, value })
}

#[tokio::test]
async fn a_draft_can_be_created_for_every_connector_that_is_there() {
    let settings = Settings { connectors_per_project: 99, ..Settings::default() };
    let client = InProcess::with(settings).developer().await;
    for original in connectors(&client).await {
        let draft = Draft::from(&original);
        let created =
            client.create_connector(&original.name.project, &draft.create_body().unwrap()).await.unwrap();
        assert_eq!(Draft::from(&created), draft);
    }
}

#[tokio::test]
async fn a_deletion_that_is_taken_back_gives_all_that_was_deleted_under_a_new_name() {
    let client = InProcess::with(Settings::default()).developer().await;
    for original in connectors(&client).await {
        client.delete_connector(&original.name).await.unwrap();
        let body = undo::added_again(&original);
        let again = client.create_connector(&original.name.project, &body).await.unwrap();
        assert_ne!(again.name, original.name);
        assert_eq!(Connector { name: original.name.clone(), ..again }, restored(&original));
    }
}
