//! The input behind the chips: what is typed, what is offered, what each key does.

use crate::reactive::memo;
use crate::ui::suggestions::Suggestion;
use leptos::{ev::KeyboardEvent, html, prelude::*};

/// The state of the input. Copies are the same input.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// The chips.
    values: Signal<Vec<String>>,
    on_change: Callback<Vec<String>>,
    /// What is typed and not added yet.
    pub text: RwSignal<String>,
    /// The suggestions that match it.
    pub offered: Memo<Vec<Suggestion>>,
    /// Whether the suggestions are wanted; they show when there are any.
    wanted: RwSignal<bool>,
    highlighted: RwSignal<Option<usize>>,
    /// What has just happened, for a live region.
    pub said: RwSignal<String>,
    pub input: NodeRef<html::Input>,
}

impl Entry {
    pub fn new(
        values: Signal<Vec<String>>,
        on_change: Callback<Vec<String>>,
        suggestions: Signal<Vec<Suggestion>>,
    ) -> Self {
        let text = RwSignal::new(String::new());
        let offered = memo(move || {
            let typed = text.with(|text| text.trim().to_lowercase());
            let values = values.get();
            let fits = |item: &&Suggestion| {
                !values.contains(&item.value) && item.value.to_lowercase().contains(&typed)
            };
            suggestions.with(|all| all.iter().filter(fits).cloned().collect())
        });
        Self {
            values,
            on_change,
            text,
            offered,
            wanted: RwSignal::new(false),
            highlighted: RwSignal::new(None),
            said: RwSignal::default(),
            input: NodeRef::new(),
        }
    }

    /// Whether the suggestions show.
    pub fn is_open(self) -> bool {
        self.wanted.get() && self.offered.with(|offered| !offered.is_empty())
    }

    /// Index of the highlighted suggestion while they show.
    pub fn active(self) -> Option<usize> {
        self.highlighted.get().filter(|_| self.is_open())
    }

    pub fn open(self) {
        self.wanted.set(true);
    }

    pub fn type_text(self, text: String) {
        self.text.set(text);
        self.highlighted.set(None);
        self.open();
    }

    /// The focus goes elsewhere: what is typed counts, unless it goes because the input does.
    pub fn leave(self) {
        if let Some(text) = self.text.try_get_untracked() {
            self.wanted.set(false);
            self.add(&text);
        }
    }

    /// Adds a text, unless it is empty or already there.
    pub fn add(self, value: &str) {
        self.text.set(String::new());
        self.highlighted.set(None);
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let mut values = self.values.get_untracked();
        if values.iter().any(|known| known == value) {
            self.said.set(format!("{value} is already there"));
            return;
        }
        self.said.set(format!("{value} added"));
        values.push(value.to_owned());
        self.on_change.run(values);
    }

    /// Removes a chip; the focus, which may have been on its button, goes to the input.
    pub fn remove(self, value: &str) {
        self.said.set(format!("{value} removed"));
        let mut rest = self.values.get_untracked();
        // A stored list may hold a text twice, of which one stays.
        if let Some(index) = rest.iter().rposition(|known| known == value) {
            rest.remove(index);
        }
        self.on_change.run(rest);
        if let Some(input) = self.input.get_untracked() {
            drop(input.focus());
        }
    }

    /// A key in the input, by the ARIA combobox pattern.
    pub fn press(self, event: &KeyboardEvent) {
        let empty = self.text.with_untracked(String::is_empty);
        match event.key().as_str() {
            "Enter" => {
                let picked = untrack(|| self.active()).and_then(|index| {
                    self.offered.with_untracked(|offered| offered.get(index).map(|item| item.value.clone()))
                });
                self.add(&picked.unwrap_or_else(|| self.text.get_untracked()));
            }
            "," => self.add(&self.text.get_untracked()),
            "ArrowDown" => self.highlight(|index, count| index.map_or(0, |index| (index + 1) % count)),
            "ArrowUp" => self.highlight(|index, count| {
                index.and_then(|index| index.checked_sub(1)).unwrap_or_else(|| count.saturating_sub(1))
            }),
            "Escape" if untrack(|| self.is_open()) => {
                // A dialog around it stays open.
                event.stop_propagation();
                self.wanted.set(false);
                self.highlighted.set(None);
            }
            "Backspace" if empty => {
                let last = self.values.with_untracked(|values| values.last().cloned());
                return last.into_iter().for_each(|last| self.remove(&last));
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// Highlights the suggestion that `target` names from the highlighted index and the number of suggestions.
    fn highlight(self, target: impl Fn(Option<usize>, usize) -> usize) {
        self.open();
        let count = self.offered.with_untracked(Vec::len);
        if count > 0 {
            self.highlighted.update(|index| *index = Some(target(*index, count)));
        }
    }
}
