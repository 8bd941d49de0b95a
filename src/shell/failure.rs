//! A problem, shown where it belongs.

use leptos::prelude::*;

use crate::data::{NextStep, Problem};
use crate::ui::{Button, Notice, Outside, Tone};

/// What went wrong, what to do, and a retry where one may help.
#[component]
pub fn Failure(
    /// What went wrong.
    problem: Problem,
    /// Sends the request again.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// The last good data is still on screen, so that this is not the end of the page.
    #[prop(optional)]
    keeps_data: bool,
) -> impl IntoView {
    let Problem { title, detail, next } = problem;
    let retry = on_retry.filter(|_| next.may_retry());
    let back = next == NextStep::GoBack;
    let tone = if keeps_data { Tone::Warning } else { Tone::Danger };
    view! {
        <Notice
            tone
            title=title
            actions=move || {
                view! {
                    {retry.map(|retry| view! { <Button on_click=retry>"Try again"</Button> })}
                    {back.then(|| view! { <a href="/">"All projects"</a> })}
                }
            }
        >
            <p><Outside text=detail message=true /></p>
            {keeps_data.then(|| view! { <p>"What is shown below is what was read before."</p> })}
        </Notice>
    }
}
