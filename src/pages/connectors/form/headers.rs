//! Custom HTTP headers.

use connector::secret::is_credential;
use connector::{Change, Field, HeaderRow};
use leptos::html;
use leptos::prelude::*;

use super::Form;
use crate::reactive::{memo, settled};
use crate::ui::{Button, ButtonKind, ChangedMark, IconName, SecretField, TextField, focus_first};

/// Headers as rows of key and value.
#[component]
pub(super) fn HeadersSection(
    form: Form,
    /// What stands beneath, such as advice.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let rows = form.http_push(|push| push.headers.clone());
    let count = settled(move || rows.with(Vec::len));
    let changed = form.changed(Change::Headers);
    let section = NodeRef::<html::Section>::new();
    let add = move |()| {
        form.edit_http_push(|push| push.headers.push(HeaderRow::default()));
        request_animation_frame(move || {
            if let Some(section) = section.try_get_untracked().flatten() {
                focus_first(&section, ".header-row:not(:has(~ .header-row)) input");
            }
        });
    };
    let remove = move |row: usize| {
        form.edit_http_push(|push| {
            if row < push.headers.len() {
                push.headers.remove(row);
            }
        });
        if let Some(section) = section.get_untracked() {
            focus_first(&section, ".add-header button");
        }
    };
    view! {
        <section
            class="form-section"
            aria-labelledby="section-headers"
            aria-describedby=move || changed.get().then_some("section-headers-changed")
            node_ref=section
        >
            <div class="field-label">
                <h2 id="section-headers">"Custom headers"</h2>
                <ChangedMark id="section-headers-changed".to_owned() changed />
            </div>
            <p class="lead">"Sent with every request, for example to authorize it at the receiver."</p>
            <For each=move || 0..count.get() key=|row| *row let:row>
                <Row form rows row on_remove=move |()| remove(row) />
            </For>
            {children.map(|children| children())}
            <div class="add-header">
                <Button icon=IconName::Plus on_click=add>"Add header"</Button>
            </div>
        </section>
    }
}

#[component]
fn Row(
    form: Form,
    /// All of them: what is typed in one makes the others look only whether it is theirs.
    rows: Signal<Vec<HeaderRow>>,
    row: usize,
    #[prop(into)] on_remove: Callback<()>,
) -> impl IntoView {
    let part = |read: fn(&HeaderRow) -> &String| {
        settled(move || rows.with(|rows| rows.get(row).map(|row| read(row).clone()).unwrap_or_default()))
    };
    let name = part(|row| &row.name);
    let value = part(|row| &row.value);
    let masked = memo(move || name.with(|name| is_credential(name)));
    let edit = move |change: &dyn Fn(&mut HeaderRow)| {
        form.edit_http_push(|push| {
            if let Some(row) = push.headers.get_mut(row) {
                change(row);
            }
        });
    };
    let edit_value = Callback::new(move |text: String| edit(&|row| row.value.clone_from(&text)));
    let visit_value = Callback::new(move |()| form.visit(Field::HeaderValue(row)));
    let value_label = Signal::derive(move || match name.get() {
        name if name.is_empty() => format!("Value of header {}", row + 1),
        name => format!("Value of {name}"),
    });
    let value_error = form.error(Field::HeaderValue(row));
    let value_input = move || {
        if masked.get() {
            view! {
                <SecretField
                    label=value_label
                    label_hidden=true
                    value
                    on_input=edit_value
                    on_blur=visit_value
                    error=value_error
                    copyable=true
                />
            }
            .into_any()
        } else {
            view! {
                <TextField
                    label=value_label
                    label_hidden=true
                    value
                    on_input=edit_value
                    on_blur=visit_value
                    error=value_error
                    placeholder="Value"
                    code=true
                />
            }
            .into_any()
        }
    };
    view! {
        <div class="header-row">
            <TextField
                label=format!("Key of header {}", row + 1)
                label_hidden=true
                value=name
                on_input=move |text: String| edit(&|row| row.name.clone_from(&text))
                on_blur=move |()| form.visit(Field::HeaderName(row))
                error=form.error(Field::HeaderName(row))
                placeholder="Key"
                code=true
            />
            {value_input}
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::Close
                label=Signal::derive(move || format!("Remove header {}", row + 1))
                on_click=on_remove
            />
        </div>
    }
}
