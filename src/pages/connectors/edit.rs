//! One Data Connector: how it is doing, its configuration, and what else can be done with it.

mod delete;
mod differences;
mod duplicate;
mod editor;
mod review_sheet;
mod saving;
mod small_changes;
mod synchronize;
mod title;

use dt_api::ConnectorName;
use leptos::prelude::*;

use crate::data::{Load, use_cloud};
use crate::shell::{Failure, Heading};
use crate::ui::Skeleton;
pub use editor::Editor;

pub(super) use editor::tell;

/// The page of a connector.
#[component]
pub fn EditConnector(
    /// Which.
    name: ConnectorName,
) -> impl IntoView {
    let cloud = use_cloud();
    let id = name.connector.to_string();
    let connector = Load::new(move |_| {
        let (client, name) = (cloud.client(), name.clone());
        async move { client.connector(&name).await }
    });
    let has_data = connector.has_data();
    let problem = connector.problem();
    move || {
        // Read once: from here on the form shows what saves answer.
        let loaded = if has_data.get() { connector.get_untracked() } else { None };
        match (loaded, problem.get()) {
            (Some(connector), _) => view! { <Editor connector /> }.into_any(),
            (None, Some(problem)) => view! {
                <Heading text=id.clone() />
                <Failure problem on_retry=move |()| connector.refresh() />
            }
            .into_any(),
            (None, None) => view! {
                <Heading text="Data Connector" />
                <Skeleton label="Loading the Data Connector" rows=8 />
            }
            .into_any(),
        }
    }
}
