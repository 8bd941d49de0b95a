//! A view mounted into the document for one test, and a person's hands on it.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue, closure::Closure};
use std::any::Any;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

/// A mounted view; unmounted and removed when dropped.
pub struct Page {
    host: HtmlElement,
    mounted: Option<Box<dyn Any>>,
}

impl Page {
    /// Mounts a view and lets its effects run.
    pub async fn show<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self {
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let mounted: Box<dyn Any> = Box::new(leptos::mount::mount_to(host.clone(), view));
        settle().await;
        Self { host, mounted: Some(mounted) }
    }

    /// The first element that matches.
    pub fn find(&self, selector: &str) -> HtmlElement {
        self.try_find(selector).unwrap_or_else(|| panic!("nothing matches {selector}"))
    }

    /// The first element that matches, if any.
    pub fn try_find(&self, selector: &str) -> Option<HtmlElement> {
        Some(self.host.query_selector(selector).unwrap()?.unchecked_into())
    }

    /// The text of every element that matches.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let all = self.host.query_selector_all(selector).unwrap();
        (0..all.length()).map(|index| all.item(index).unwrap().text_content().unwrap()).collect()
    }

    /// The control with this label, seen or only read out.
    pub fn labelled(&self, label: &str) -> HtmlInputElement {
        if let Some(control) = self.try_find(&format!("input[aria-label=\"{label}\"]")) {
            return control.unchecked_into();
        }
        let labels = self.host.query_selector_all("label").unwrap();
        let label = (0..labels.length())
            .map(|index| labels.item(index).unwrap().unchecked_into::<web_sys::HtmlLabelElement>())
            .find(|element| element.text_content().as_deref() == Some(label))
            .unwrap_or_else(|| panic!("nothing is labelled {label}"));
        label.control().unwrap().unchecked_into()
    }

    /// The button whose text is this, seen or only read out.
    pub fn button(&self, name: &str) -> HtmlElement {
        let buttons = self.host.query_selector_all("button").unwrap();
        (0..buttons.length())
            .map(|index| buttons.item(index).unwrap().unchecked_into::<HtmlElement>())
            .find(|button| accessible_name(button) == name)
            .unwrap_or_else(|| panic!("no button is named {name}"))
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        drop(self.mounted.take());
        self.host.remove();
    }
}

/// The accessible name of a button.
fn accessible_name(button: &Element) -> String {
    let name = button.get_attribute("aria-label").or_else(|| button.text_content());
    name.unwrap_or_default().trim().to_owned()
}

/// What a screen reader reads after the name: the elements in `aria-describedby`.
pub fn description(element: &Element) -> String {
    let ids = element.get_attribute("aria-describedby").unwrap_or_default();
    let texts = ids.split_whitespace().map(|id| {
        let described = document().get_element_by_id(id);
        described.unwrap_or_else(|| panic!("#{id} is not in the page")).text_content().unwrap()
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// Whether this element has the focus.
pub fn has_focus(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// Lets effects and tasks that are due run.
pub async fn settle() {
    for _ in 0..3 {
        leptos::task::tick().await;
    }
}

/// Waits, frame by frame, for what the browser does in its own time.
pub async fn until(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..120 {
        if condition() {
            return;
        }
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            window().request_animation_frame(&resolve).unwrap();
        });
        JsFuture::from(frame).await.unwrap();
    }
    panic!("never happened: {what}");
}

/// Clicks as a person does.
pub async fn click(element: &HtmlElement) {
    element.focus().unwrap();
    element.click();
    settle().await;
}

/// Replaces the text of an input.
pub async fn fill(input: &HtmlElement, text: &str) {
    input.unchecked_ref::<HtmlInputElement>().set_value(text);
    send(input, "input").await;
}

/// Presses a key; `false` when the page kept the browser from acting on it.
pub async fn press(target: &Element, key: &str) -> bool {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_composed(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    let acted = target.dispatch_event(&event).unwrap();
    settle().await;
    acted
}

/// Sends a bubbling event without data; `false` when it was cancelled.
pub async fn send(target: &Element, name: &str) -> bool {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_composed(true);
    let event = Event::new_with_event_init_dict(name, &init).unwrap();
    let acted = target.dispatch_event(&event).unwrap();
    settle().await;
    acted
}

/// Replaces the browser's clipboard by one that accepts or refuses, and keeps the last text in `window.copied`.
pub fn replace_clipboard(accepts: bool) {
    let write = Closure::<dyn Fn(String) -> js_sys::Promise>::new(move |text: String| {
        js_sys::Reflect::set(&window(), &"copied".into(), &text.into()).unwrap();
        if accepts {
            js_sys::Promise::resolve(&JsValue::TRUE)
        } else {
            js_sys::Promise::reject(&JsValue::from("NotAllowedError"))
        }
    });
    let clipboard = js_sys::Object::new();
    js_sys::Reflect::set(&clipboard, &"writeText".into(), &write.into_js_value()).unwrap();
    let property = js_sys::Object::new();
    js_sys::Reflect::set(&property, &"value".into(), &clipboard).unwrap();
    js_sys::Reflect::set(&property, &"configurable".into(), &true.into()).unwrap();
    js_sys::Object::define_property(&window().navigator().into(), &"clipboard".into(), &property);
}
