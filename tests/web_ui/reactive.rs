//! Values that are followed otherwise than a memo is.

use crate::page::{Page, settle, until};
use data_connector_console::reactive::{next_frame, settled};
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use wasm_bindgen_test::wasm_bindgen_test;

/// Counts how often something is done. Copies count together.
#[derive(Clone, Default)]
struct Count(Arc<AtomicUsize>);

impl Count {
    fn increase(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn get(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

#[wasm_bindgen_test]
async fn a_settled_value_is_another_at_once_and_drawn_only_then() {
    let number = RwSignal::new(1);
    let drawn = Count::default();
    let page = Page::show({
        let drawn = drawn.clone();
        move || {
            let is_even = settled(move || number.get() % 2 == 0);
            let text = move || {
                drawn.increase();
                is_even.get().to_string()
            };
            view! { <p>{text}</p> }
        }
    })
    .await;
    number.set(3);
    settle().await;
    assert_eq!((page.texts("p"), drawn.get()), (vec!["false".to_owned()], 1));
    number.set(4);
    settle().await;
    assert_eq!((page.texts("p"), drawn.get()), (vec!["true".to_owned()], 2));
}

#[wasm_bindgen_test]
async fn a_settled_value_follows_others_in_one_step() {
    let owner = Owner::new();
    let number = owner.with(|| RwSignal::new(1));
    let doubled = owner.with(|| settled(move || number.get() * 2));
    let sum = owner.with(|| settled(move || number.get() + doubled.get()));
    number.set(5);
    assert_eq!((doubled.get_untracked(), sum.get_untracked()), (10, 15));
}

#[wasm_bindgen_test]
async fn a_settled_value_ends_with_its_owner() {
    let outer = Owner::new();
    let number = outer.with(|| RwSignal::new(1));
    let computed = Count::default();
    let inner = outer.child();
    inner.with(|| {
        let computed = computed.clone();
        settled(move || {
            computed.increase();
            number.get()
        })
    });
    let before = computed.get();
    number.set(2);
    assert_eq!(computed.get(), before + 1);
    drop(inner);
    number.set(3);
    assert_eq!(computed.get(), before + 1);
    assert_eq!(Arc::strong_count(&computed.0), 1, "nothing is kept of what it was computed from");
}

#[wasm_bindgen_test]
async fn many_changes_are_told_of_in_the_next_frame_and_once() {
    let number = RwSignal::new(0);
    let drawn = Count::default();
    let page = Page::show({
        let drawn = drawn.clone();
        move || {
            let frame = next_frame(move || number.track());
            let text = move || {
                frame.track();
                drawn.increase();
                number.get_untracked().to_string()
            };
            view! { <p>{text}</p> }
        }
    })
    .await;
    for value in 1..=5 {
        number.set(value);
        settle().await;
    }
    until("the last change is drawn", || page.texts("p") == ["5"]).await;
    assert_eq!(drawn.get(), 2);
}
