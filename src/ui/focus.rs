//! Moving the focus where the person needs it.

use leptos::{html, prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, HtmlElement};

/// Focuses the first control inside `root` that is marked invalid, or is in a group that is; `false` when there is none.
pub fn focus_first_invalid(root: &Element) -> bool {
    focus_first(root, "[aria-invalid=true]:not(fieldset), fieldset[aria-invalid=true] input")
}

/// Leads to the first control of a form that needs correcting, once what is wrong with it is marked.
pub fn focus_invalid(form: NodeRef<html::Form>) {
    request_animation_frame(move || {
        if let Some(form) = form.try_get_untracked().flatten() {
            focus_first_invalid(&form);
        }
    });
}

/// Focuses the first element inside `root` that matches the selector; `false` when there is none.
pub fn focus_first(root: &Element, selector: &str) -> bool {
    root.query_selector(selector)
        .ok()
        .flatten()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| element.focus().is_ok())
}

/// Whether a key press now is meant for a control that takes text, or for an open dialog.
#[must_use]
pub fn is_typing() -> bool {
    let document = document();
    let in_text = document.active_element().is_some_and(|element| {
        element.matches("input, textarea, select, [contenteditable]").unwrap_or(false)
    });
    in_text || document.query_selector("dialog[open]").ok().flatten().is_some()
}
