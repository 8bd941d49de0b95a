//! The connector form: what a person edits, section by section.

mod advice;
mod cloud_queues;
mod events;
mod headers;
mod http_push;
mod label_keys;
mod save_bar;
mod setup_guide;
mod signature_secret;
mod state;
mod submission;
mod unknown;

pub(super) use save_bar::SaveBar;
pub(super) use signature_secret::generate_secret;
pub use state::Form;
pub(super) use submission::refused_field;

use connector::{Change, ConfigDraft, Field};
use dt_api::{ConnectorKind, ProjectId};
use leptos::prelude::*;

use crate::data::use_cloud;
use crate::reactive::{dynamic, settled};
use crate::ui::{ReadOnly, Switch, TextField};
use advice::{Advice, FieldAdvice};
use cloud_queues::CloudQueueFields;
use events::EventsSection;
use headers::HeadersSection;
use http_push::HttpPushFields;
pub use label_keys::LabelKeysSection;
use setup_guide::SetupGuide;
use signature_secret::SignatureSecretSection;
use unknown::UnknownConfig;

/// Every section of the form, for a connector of any type.
#[component]
pub fn ConnectorFields(
    /// The form's state.
    form: Form,
    /// The project whose devices give suggestions.
    project: ProjectId,
    /// Why nothing can be changed, if so.
    #[prop(into)]
    locked: Signal<Option<String>>,
) -> impl IntoView {
    let kind = form.kind();
    let cloud = use_cloud();
    let devices = cloud.devices(project.clone());
    let advice = Advice::new(form, devices, cloud.connectors(project), cloud.rules());
    view! {
        <ReadOnly reason=locked>
            <fieldset class="form-sections">
                <legend class="visually-hidden">"Data Connector"</legend>
                <section class="form-section" aria-labelledby="section-connector">
                    <h2 id="section-connector">"Data Connector"</h2>
                    <EnabledSwitch form />
                    <TextField
                        label="Display name"
                        value=form.text(|draft| &draft.display_name)
                        on_input=move |text| form.edit(|draft| draft.display_name = text)
                        on_blur=move |()| form.visit(Field::DisplayName)
                        error=form.error(Field::DisplayName)
                        changed=form.changed(Change::DisplayName)
                        hint="What this connector is for, as people in the project know it."
                    />
                    {dynamic(move || view! { <Destination form kind=kind.get() /> })}
                    <FieldAdvice advice about=is_about_destination />
                    <SetupGuide form />
                </section>
                <EventsSection form><FieldAdvice advice about=|field| field == Some(Field::Events) /></EventsSection>
                <LabelKeysSection form devices>
                    <FieldAdvice advice about=|field| matches!(field, Some(Field::Labels(_))) />
                </LabelKeysSection>
                {dynamic(move || (kind.get() == ConnectorKind::HttpPush).then(|| view! {
                    <HeadersSection form>
                        <FieldAdvice
                            advice
                            about=|field| matches!(field, Some(Field::HeaderName(_) | Field::HeaderValue(_)))
                        />
                    </HeadersSection>
                    <SignatureSecretSection form>
                        <FieldAdvice advice about=|field| field == Some(Field::Secret) />
                    </SignatureSecretSection>
                }))}
            </fieldset>
        </ReadOnly>
    }
}

/// What stands in the first section, and what is about the connector as a whole.
fn is_about_destination(field: Option<Field>) -> bool {
    !matches!(
        field,
        Some(Field::Events | Field::Labels(_) | Field::HeaderName(_) | Field::HeaderValue(_) | Field::Secret)
    )
}

/// Where the events go.
#[component]
fn Destination(form: Form, kind: ConnectorKind) -> impl IntoView {
    match kind {
        ConnectorKind::HttpPush => view! { <HttpPushFields form /> }.into_any(),
        ConnectorKind::Unknown(_) => form
            .with_untracked(|draft| match &draft.config {
                ConfigDraft::Unknown(json) => Some(json.clone()),
                _ => None,
            })
            .map(|json| view! { <UnknownConfig json /> })
            .into_any(),
        kind => view! { <CloudQueueFields form kind /> }.into_any(),
    }
}

#[component]
fn EnabledSwitch(form: Form) -> impl IntoView {
    let enabled = settled(move || form.with(|draft| draft.enabled));
    let changed = form.changed(Change::Status);
    let description = move || {
        match (enabled.get(), changed.get()) {
            (false, true) => {
                "Undelivered events will be dropped. Events from the time it is disabled are not forwarded later; \
                 fetch them from the event history of the REST API."
            }
            (true, true) => "Forwards events from the update on; those from the time it was disabled stay behind.",
            (true, false) => "Forwards events to the endpoint.",
            (false, false) => "Forwards nothing while it is disabled.",
        }
        .to_owned()
    };
    view! {
        <Switch
            label="Data Connector enabled"
            checked=enabled
            on_change=move |enabled| form.edit(|draft| draft.enabled = enabled)
            description=Signal::derive(move || Some(description()))
            changed
        />
    }
}
