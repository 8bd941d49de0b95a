//! Short messages about what has just happened.

use super::{
    button::{Button, ButtonKind},
    icon::{Icon, IconName},
    ids::unique_id,
    outside::Outside,
    tone::Tone,
};
use leptos::prelude::*;
use std::time::Duration;

/// Seconds a toast stays when nobody rests on it.
const STAY: u8 = 6;
/// Seconds when it offers something to do.
const STAY_WITH_ACTION: u8 = 12;

/// One message.
#[derive(Clone)]
pub struct Toast {
    id: String,
    tone: Tone,
    text: String,
    action: Option<(String, Callback<()>)>,
    /// `None`: stays until dismissed.
    seconds_left: Option<u8>,
}

impl Toast {
    /// A message. Errors stay until dismissed, the rest leaves by itself.
    #[must_use]
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        let seconds_left = (tone != Tone::Danger).then_some(STAY);
        Self { id: unique_id("toast"), tone, text: text.into(), action: None, seconds_left }
    }

    /// Offers one thing to do about it.
    #[must_use]
    pub fn with_action(mut self, label: impl Into<String>, action: Callback<()>) -> Self {
        self.action = Some((label.into(), action));
        self.seconds_left = self.seconds_left.map(|_| STAY_WITH_ACTION);
        self
    }
}

/// The messages on screen. Reached through [`Toasts::expect`] anywhere below [`Toasts::provide`].
#[derive(Clone, Copy)]
pub struct Toasts(RwSignal<Vec<Toast>>);

impl Toasts {
    /// Makes the one list of messages and provides it as a context. [`ToastRegion`] shows it.
    pub fn provide() -> Self {
        let toasts = Self(RwSignal::new(Vec::new()));
        provide_context(toasts);
        toasts
    }

    /// The list of messages. Without one provided, messages go nowhere.
    #[must_use]
    pub fn expect() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(Vec::new())))
    }

    /// Shows a message. Safe to call after an await.
    pub fn push(self, toast: Toast) {
        self.0.try_update(|toasts| toasts.push(toast));
    }

    /// Says that something worked.
    pub fn success(self, text: impl Into<String>) {
        self.push(Toast::new(Tone::Success, text));
    }

    /// Says that something failed.
    pub fn error(self, text: impl Into<String>) {
        self.push(Toast::new(Tone::Danger, text));
    }

    /// Takes every message away, such as with the page that they are about.
    pub fn clear(self) {
        self.0.maybe_update(|toasts| {
            let was_any = !toasts.is_empty();
            toasts.clear();
            was_any
        });
    }

    fn dismiss(self, id: &str) {
        self.0.update(|toasts| toasts.retain(|toast| toast.id != id));
    }

    /// One second passes.
    fn tick(self) {
        self.0.maybe_update(|toasts| {
            let before = toasts.len();
            for left in toasts.iter_mut().filter_map(|toast| toast.seconds_left.as_mut()) {
                *left = left.saturating_sub(1);
            }
            toasts.retain(|toast| toast.seconds_left != Some(0));
            toasts.len() != before
        });
    }
}

/// Where the messages show, once in the page. Time stands still while a pointer or the focus rests on it.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = Toasts::expect();
    let resting = RwSignal::new(false);
    let tick = move || {
        if !resting.get_untracked() {
            toasts.tick();
        }
    };
    if let Ok(interval) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || interval.clear());
    }
    view! {
        <section
            class="toasts"
            aria-label="Notifications"
            on:pointerenter=move |_| resting.set(true)
            on:pointerleave=move |_| resting.set(false)
            on:focusin=move |_| resting.set(true)
            on:focusout=move |_| resting.set(false)
        >
            <ol aria-live="polite">
                <For each=move || toasts.0.get() key=|toast| toast.id.clone() let:toast>
                    <ToastItem toasts toast />
                </For>
            </ol>
        </section>
    }
}

#[component]
fn ToastItem(toasts: Toasts, toast: Toast) -> impl IntoView {
    let Toast { id, tone, text, action, .. } = toast;
    let dismiss = Callback::new(move |()| toasts.dismiss(&id));
    view! {
        <li class=format!("toast {}", tone.as_str())>
            <Icon name=tone.icon() />
            <span><Outside text message=true /></span>
            {action
                .map(|(label, action)| {
                    let act = move |()| {
                        action.run(());
                        dismiss.run(());
                    };
                    view! { <Button kind=ButtonKind::Quiet on_click=act>{label}</Button> }
                })}
            <Button kind=ButtonKind::Quiet icon=IconName::Close label="Dismiss" on_click=dismiss />
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is still on screen after so many seconds.
    fn left_after(seconds: u8, toasts: Toasts) -> Vec<String> {
        for _ in 0..seconds {
            toasts.tick();
        }
        toasts.0.with_untracked(|toasts| toasts.iter().map(|toast| toast.text.clone()).collect())
    }

    #[test]
    fn a_success_leaves_by_itself_and_an_error_stays() {
        let owner = Owner::new();
        owner.set();
        let toasts = Toasts::provide();
        toasts.success("Saved.");
        toasts.error("Not saved.");
        assert_eq!(left_after(STAY - 1, toasts), ["Saved.", "Not saved."]);
        assert_eq!(left_after(1, toasts), ["Not saved."]);
        assert_eq!(left_after(u8::MAX, toasts), ["Not saved."]);
    }

    #[test]
    fn a_message_with_something_to_do_leaves_later() {
        let owner = Owner::new();
        owner.set();
        let toasts = Toasts::provide();
        toasts.push(Toast::new(Tone::Info, "Disabled.").with_action("Undo", Callback::new(|()| ())));
        assert_eq!(left_after(STAY, toasts), ["Disabled."]);
        assert!(left_after(STAY_WITH_ACTION - STAY, toasts).is_empty());
    }
}
