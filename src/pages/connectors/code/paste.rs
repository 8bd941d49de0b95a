//! Code as a draft: it is read in the page, shown in the form, and sent nowhere.

use connector::import::{self, Imported, LeftOut, Reason, Source};
use leptos::prelude::*;

use crate::pages::connectors::form::Form;
use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind, Dialog, Notice, TextArea, Tone};

/// What became of pasted code, in words.
#[derive(Clone, PartialEq)]
struct Outcome {
    title: String,
    taken: String,
    left_out: Vec<String>,
}

/// The button, the dialog that takes the code, and what became of it.
#[component]
pub(super) fn PasteButton(form: Form, locked: Signal<Option<String>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Outcome>);
    let on_read = move |read: Imported| {
        outcome.set(Some(take_over(form, &read)));
        open.set(false);
    };
    view! {
        <Button disabled_reason=locked on_click=move |()| open.set(true)>"Paste code…"</Button>
        {dynamic(move || outcome.get().map(|outcome| view! { <Told outcome /> }))}
        <Dialog open title="Paste code" on_close=move |()| open.set(false) actions=|| ()>
            <Paste on_read on_leave=move |()| open.set(false) />
        </Dialog>
    }
}

#[component]
fn Told(outcome: Outcome) -> impl IntoView {
    let Outcome { title, taken, left_out } = outcome;
    let tone = if left_out.is_empty() { Tone::Success } else { Tone::Warning };
    view! {
        <Notice tone title=title>
            <p>{taken}</p>
            {(!left_out.is_empty()).then(|| view! {
                <ul>{left_out.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            })}
        </Notice>
    }
}

#[component]
fn Paste(#[prop(into)] on_read: Callback<Imported>, #[prop(into)] on_leave: Callback<()>) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let read = move |()| match text.with_untracked(|text| import::read(text)) {
        Ok(imported) => on_read.run(imported),
        Err(problem) => error.set(Some(format!("Line {}: {}", problem.line, problem.message))),
    };
    view! {
        <TextArea
            label="A cURL command, JSON, or a Terraform resource"
            value=text
            on_input=move |typed| {
                error.set(None);
                text.set(typed);
            }
            error
            hint="It is read in this page and sent nowhere. The form then shows what it says, for you to look at."
        />
        <div class="dialog-actions">
            <Button on_click=on_leave>"Cancel"</Button>
            <Button kind=ButtonKind::Primary on_click=read>"Show in the form"</Button>
        </div>
    }
}

/// Shows what the code says in the form. An existing connector stays of its type.
fn take_over(form: Form, read: &Imported) -> Outcome {
    let is_new = form.original().with_untracked(Option::is_none);
    match read.new_draft().filter(|_| is_new) {
        Some(draft) => form.begin_with(draft),
        None => form.edit(|draft| read.apply(draft)),
    }
    let source = match read.source {
        Source::Curl => "the cURL command",
        Source::Json => "JSON",
        Source::Terraform => "the Terraform resource",
    };
    let fields: Vec<_> = read.fields().iter().map(|field| field.label()).collect();
    let taken = match fields.as_slice() {
        [] => "It says nothing that this form shows.".to_owned(),
        fields => format!("{}. Look at the form: nothing is saved yet.", fields.join(", ")),
    };
    Outcome {
        title: format!("Read from {source}"),
        taken,
        left_out: read.left_out.iter().map(left_out).collect(),
    }
}

fn left_out(LeftOut { path, reason }: &LeftOut) -> String {
    match reason {
        Reason::Unknown => format!("{path} is not a field of this form."),
        Reason::Variable(name) => format!("{path} depends on {name}: enter it yourself."),
        Reason::Malformed => format!("{path} has a form that DT does not use."),
    }
}
