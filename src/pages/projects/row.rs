//! One project in the list.

use dt_api::Project;
use leptos::prelude::*;

use super::connector_counts::ConnectorCounts;
use crate::data::use_cloud;
use crate::paths::Route;
use crate::reactive::{dynamic, memo};
use crate::ui::{Badge, Button, ButtonKind, Outside, Tone, locale_number};

/// A row; counts its connectors by itself, so that a slow project holds up no other.
#[component]
pub(super) fn ProjectRow(project: Project) -> impl IntoView {
    let Project { id, display_name, organization_display_name, sensor_count, cloud_connector_count, .. } =
        project;
    let link = Route::Connectors(id.clone()).path();
    let name = if display_name.is_empty() { id.to_string() } else { display_name };
    let connectors = use_cloud().connectors(id);
    let counts = memo(move || connectors.with(|connectors| connectors.map(|all| ConnectorCounts::of(all))));
    let problem = connectors.problem();
    view! {
        <tr>
            <th scope="row"><a href=link><Outside text=name /></a></th>
            <td data-label="Organization"><Outside text=organization_display_name /></td>
            <td data-label="Sensors" class="numeric">{locale_number(f64::from(sensor_count))}</td>
            <td data-label="Cloud Connectors" class="numeric">{locale_number(f64::from(cloud_connector_count))}</td>
            <td data-label="Data Connectors">
                {dynamic(move || match (counts.get(), problem.get()) {
                    (Some(counts), _) => view! { <Counts counts /> }.into_any(),
                    (None, Some(problem)) => view! {
                        <span class="row-problem">
                            {problem.title}
                            <Button kind=ButtonKind::Quiet on_click=move |()| connectors.refresh()>"Try again"</Button>
                        </span>
                    }.into_any(),
                    (None, None) => view! { <span class="skeleton-line" aria-label="Counting"></span> }.into_any(),
                })}
            </td>
        </tr>
    }
}

#[component]
fn Counts(counts: ConnectorCounts) -> impl IntoView {
    let badge = |count: usize, tone: Tone, word: &str| {
        (count > 0).then(|| view! { <Badge tone text=format!("{count} {word}") /> })
    };
    view! {
        <span class="badges">
            {counts.is_empty().then_some("None")}
            {badge(counts.disabled_by_dt, Tone::Danger, "disabled by DT Cloud")}
            {badge(counts.active, Tone::Success, "active")}
            {badge(counts.disabled_by_user, Tone::Neutral, "disabled by user")}
            {badge(counts.other, Tone::Warning, "of unknown status")}
        </span>
    }
}
