//! One connector in the list.

use connector::endpoint;
use dt_api::{Connector, EventType};
use leptos::prelude::*;
use visible_text::visible;

use crate::pages::connectors::status::{StatusBadge, kind_word};
use crate::paths::Route;
use crate::ui::Outside;

/// A row that leads to the connector.
#[component]
pub(super) fn Row(connector: Connector) -> impl IntoView {
    let kind = kind_word(&connector.config.kind());
    let endpoint = endpoint(&connector.config).into_owned();
    let Connector { name, display_name, status, events, labels, .. } = connector;
    let display_name = if display_name.is_empty() { name.connector.to_string() } else { display_name };
    let all_events = events.iter().map(EventType::as_str).collect::<Vec<_>>().join(", ");
    let event_count = match events.len() {
        0 => "All".to_owned(),
        count => count.to_string(),
    };
    view! {
        <tr>
            <td data-label="Status"><StatusBadge status=status /></td>
            <th scope="row"><a href=Route::Connector(name).path()><Outside text=display_name /></a></th>
            <td data-label="Type"><Outside text=kind /></td>
            <td data-label="Endpoint"><code class="truncate" title=visible(&endpoint).into_owned()><Outside text=endpoint.clone() /></code></td>
            <td data-label="Events" title=visible(&all_events).into_owned()>{event_count}</td>
            <td data-label="Labels">{(!labels.is_empty()).then(|| view! { <Outside text=labels.join(", ") /> })}</td>
        </tr>
    }
}
