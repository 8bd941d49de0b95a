//! How a connector's deliveries went lately. Stands beside the form and never holds it up.

use dt_api::{ConnectorName, Metrics};
use leptos::prelude::*;

use crate::data::{Load, use_cloud};
use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind, IconName, locale_number};

/// Success, Error and 99P Latency. The window is not named, because DT's sources disagree on it (`dt-api.md` §3.2).
#[component]
pub(super) fn MetricsStrip(name: ConnectorName) -> impl IntoView {
    let cloud = use_cloud();
    let metrics = Load::new(move |_| {
        let (client, name) = (cloud.client(), name.clone());
        async move { client.metrics(&name).await }
    });
    let failed = metrics.problem();
    let cell = move |show: fn(&Metrics) -> String| {
        move || metrics.with(|metrics| metrics.map_or_else(|| "–".to_owned(), show))
    };
    view! {
        <dl class="metrics" aria-label="Recent deliveries" aria-busy=move || metrics.loading().get().to_string()>
            <div><dt>"Success"</dt><dd>{cell(|metrics| count(metrics.success))}</dd></div>
            <div><dt>"Error"</dt><dd>{cell(|metrics| count(metrics.error))}</dd></div>
            <div><dt>"99P Latency"</dt><dd>{cell(|metrics| latency(metrics.latency_99p))}</dd></div>
        </dl>
        <Button
            kind=ButtonKind::Quiet
            icon=IconName::Refresh
            label=Signal::stored("Refresh metrics".to_owned())
            pending=metrics.loading()
            on_click=move |()| metrics.refresh()
        />
        {dynamic(move || failed.get().map(|problem| view! {
            <p class="metrics-problem" role="status">{format!("The metrics could not be read: {}.", problem.title)}</p>
        }))}
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts beyond 2^53 are shown rounded")]
fn count(number: u64) -> String {
    locale_number(number as f64)
}

fn latency(seconds: Option<f64>) -> String {
    match seconds {
        None => "–".to_owned(),
        Some(seconds) if seconds < 1.0 => format!("{} ms", locale_number((seconds * 1000.0).round())),
        Some(seconds) => format!("{} s", locale_number((seconds * 100.0).round() / 100.0)),
    }
}
