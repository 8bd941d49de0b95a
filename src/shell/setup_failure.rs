//! The console was not set up, so that it cannot know where DT Cloud is.

use leptos::prelude::*;

use super::Heading;
use crate::config::ConfigError;
use crate::ui::{Button, Notice, Tone};

/// Says what is wrong with `/config.json` and what it must hold.
#[component]
pub fn SetupFailure(
    /// What is wrong.
    error: ConfigError,
    /// Reads the file again.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    view! {
        <main class="sign-in" id="content">
            <Heading text="This console is not set up" />
            <Notice
                tone=Tone::Danger
                title="/config.json cannot be used".to_owned()
                actions=move || view! { <Button on_click=on_retry>"Try again"</Button> }
            >
                <p>{error.explanation()}</p>
            </Notice>
            <p>"Whoever hosts this console puts a file like this beside it:"</p>
            <pre class="code-block" tabindex="0">{EXAMPLE}</pre>
        </main>
    }
}

/// The file for DT Cloud itself (`dt-api.md` §1).
const EXAMPLE: &str = r#"{
  "apiUrl": "https://api.disruptive-technologies.com/v2",
  "tokenUrl": "https://identity.disruptive-technologies.com/oauth2/token"
}"#;
