//! Whether this page, its host and this browser are what the console counts on.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::destination::Destination;
use super::policy::shortcomings;
use crate::data::{Cloud, content_security_policy, use_cloud};
use crate::reactive::dynamic;
use crate::session::StoragePlace;
use crate::ui::{Badge, Button, Tone};

/// One thing that was looked at.
#[derive(Clone)]
struct Check {
    name: &'static str,
    outcome: Outcome,
}

/// How it is, and what to do about it.
#[derive(Clone)]
enum Outcome {
    Passed(String),
    Failed(String),
    /// This browser does not say.
    NotKnown(&'static str),
}

impl Outcome {
    /// Passed when nothing is wrong.
    fn of(wrong: &[impl AsRef<str>], well: &str, explain: impl FnOnce(&str) -> String) -> Self {
        if wrong.is_empty() {
            Self::Passed(well.to_owned())
        } else {
            let wrong: Vec<&str> = wrong.iter().map(AsRef::as_ref).collect();
            Self::Failed(explain(&wrong.join(", ")))
        }
    }
}

/// The list of checks; made when the page opens, and again when asked.
#[component]
pub(super) fn SelfCheck() -> impl IntoView {
    let cloud = use_cloud();
    let checks = RwSignal::new(Vec::<Check>::new());
    let under_way = RwSignal::new(false);
    let look = move |()| {
        under_way.set(true);
        spawn_local(async move {
            let found = look_at_everything(cloud).await;
            checks.try_set(found);
            under_way.try_set(false);
        });
    };
    look(());
    let verdict = move || {
        let failed = checks
            .with(|checks| checks.iter().filter(|check| matches!(check.outcome, Outcome::Failed(_))).count());
        match failed {
            _ if checks.with(Vec::is_empty) => "Checking…".to_owned(),
            0 => "Everything is as it should be.".to_owned(),
            1 => "One thing is not as it should be.".to_owned(),
            failed => format!("{failed} things are not as they should be."),
        }
    };
    view! {
        <section class="form-section" aria-labelledby="self-check">
            <h2 id="self-check">"Self-check"</h2>
            <p role="status">{dynamic(verdict)}</p>
            <ul class="checks">
                {dynamic(move || checks.get().into_iter().map(item).collect_view())}
            </ul>
            <Button pending=under_way on_click=look>"Check again"</Button>
        </section>
    }
}

fn item(check: Check) -> impl IntoView {
    let (tone, word, text) = match check.outcome {
        Outcome::Passed(text) => (Tone::Success, "Passed", text),
        Outcome::Failed(text) => (Tone::Danger, "Failed", text),
        Outcome::NotKnown(text) => (Tone::Neutral, "Not known", text.to_owned()),
    };
    view! {
        <li>
            <Badge tone text=word.to_owned() />
            <div><strong>{check.name}</strong><p>{text}</p></div>
        </li>
    }
}

async fn look_at_everything(cloud: Cloud) -> Vec<Check> {
    let mut checks = vec![
        Check { name: "Content security policy", outcome: policy().await },
        Check { name: "Secure connection", outcome: connection() },
        Check { name: "Not inside another page", outcome: frame() },
        Check { name: "Where requests go", outcome: destinations(cloud) },
    ];
    for place in StoragePlace::ALL {
        checks.push(Check { name: place_name(place), outcome: storage(place).await });
    }
    checks
}

async fn policy() -> Outcome {
    let Some(policy) = content_security_policy().await else {
        return Outcome::NotKnown("The console’s host did not answer. Check again.");
    };
    Outcome::of(
        &shortcomings(&policy),
        "The browser runs the console’s own code alone, and lets it talk to DT Cloud alone.",
        |wrong| {
            format!(
                "The host of this console sends no rules that are strict enough: {wrong}. Have whoever hosts it send the \
                 headers of its deployment guide."
            )
        },
    )
}

fn connection() -> Outcome {
    if window().is_secure_context() {
        Outcome::Passed("Nobody on the way can read or change this page.".to_owned())
    } else {
        Outcome::Failed(
            "This page was loaded over a connection that others can change. Open it over HTTPS.".to_owned(),
        )
    }
}

fn frame() -> Outcome {
    let top = window().top().ok().flatten();
    if top.is_some_and(|top| top == window()) {
        Outcome::Passed("No other page shows this one inside of itself.".to_owned())
    } else {
        Outcome::Failed(
            "Another page shows the console inside of itself, and may be laying things over it. Open it in a tab of its own."
                .to_owned(),
        )
    }
}

fn destinations(cloud: Cloud) -> Outcome {
    let origin = window().location().origin().unwrap_or_default();
    let places = [cloud.api_url(), cloud.token_url()].map(|url| {
        let destination = Destination::of(&url, &origin);
        (format!("{url} ({})", destination.in_words()), destination.is_trusted())
    });
    let strange: Vec<&str> =
        places.iter().filter(|(_, trusted)| !trusted).map(|(place, _)| place.as_str()).collect();
    let [(api, _), (token, _)] = &places;
    Outcome::of(&strange, &format!("Requests go to {api}, and tokens come from {token}."), |strange| {
        format!(
            "Tokens go to {strange}. If you do not know it, sign out, delete the key in DT Studio, and ask whoever hosts \
             this console what its config.json is about."
        )
    })
}

const fn place_name(place: StoragePlace) -> &'static str {
    match place {
        StoragePlace::Local => "Local storage",
        StoragePlace::Tab => "Session storage",
        StoragePlace::Cookies => "Cookies",
        StoragePlace::Databases => "Databases",
        StoragePlace::Caches => "Cache storage",
        StoragePlace::Workers => "Service workers",
    }
}

async fn storage(place: StoragePlace) -> Outcome {
    let Some(strangers) = place.strangers().await else {
        return Outcome::NotKnown("This browser does not say what is there.");
    };
    let well = match place {
        StoragePlace::Local => "Holds nothing but settings, such as the colour theme.",
        StoragePlace::Databases => {
            "Hold nothing, or just the key that you asked this browser to keep, which cannot be read out."
        }
        StoragePlace::Workers => "None reads the requests of this page.",
        StoragePlace::Tab | StoragePlace::Cookies | StoragePlace::Caches => "Empty.",
    };
    Outcome::of(&strangers, well, |strangers| {
        format!(
            "There is something that is not the console’s: {strangers}. What else runs at this address can use the console’s \
             key too. Have the console hosted at an address of its own, and clear this site’s data."
        )
    })
}
