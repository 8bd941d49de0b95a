//! A modal dialog.

use super::{button::Button, ids::unique_id, outside::Outside};
use leptos::{html, prelude::*};

/// A native modal dialog. The content is made when it opens and dropped when it closes; the browser keeps the focus
/// inside and gives it back to where it was. `on_close` is asked on Escape: the owner decides by changing `open`.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// The person wants to leave it.
    #[prop(into)]
    on_close: Callback<()>,
    /// The heading, which is also its accessible name.
    #[prop(into)]
    title: Signal<String>,
    /// The buttons; a single Close when not given.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let title_id = unique_id("dialog-title");
    Effect::new(move |_| {
        let open = open.get();
        let Some(dialog) = dialog.get() else { return };
        match (open, dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let footer = move || match &actions {
        Some(actions) => actions.run(),
        None => view! { <Button on_click=on_close>"Close"</Button> }.into_any(),
    };
    let footer = StoredValue::new(footer);
    let children = StoredValue::new(children);
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-labelledby=title_id
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close.run(());
            }
            // Browsers may close a dialog without asking when Escape is pressed twice. They tell of a close afterwards, when
            // it may be open again.
            on:close=move |_| {
                let is_closed = dialog.get_untracked().is_some_and(|dialog| !dialog.open());
                if is_closed && open.get_untracked() {
                    on_close.run(());
                }
            }
        >
            <h2 id=title_id.clone()><Outside text=title /></h2>
            <Show when=move || open.get()>
                <div class="dialog-body">{children.with_value(|children| children())}</div>
                <div class="dialog-actions">{footer.with_value(|footer| footer())}</div>
            </Show>
        </dialog>
    }
}
