//! Characters that nobody sees, or that make a text read in another order. Around a text they are spaces, which have advice of
//! their own.

use visible_text::{hidden_in, name, without_hidden};

use super::findings::Findings;
use super::wording::enumeration;
use super::{Fix, Lint, Surroundings};
use crate::change::Change;
use crate::draft::{ConfigDraft, Draft};
use crate::problems::Field;

/// The fields that hold one text.
const TEXTS: [(Field, Change); 9] = [
    (Field::DisplayName, Change::DisplayName),
    (Field::Url, Change::Url),
    (Field::TenantId, Change::TenantId),
    (Field::ClientId, Change::ClientId),
    (Field::CorrelationId, Change::CorrelationId),
    (Field::Topic, Change::Topic),
    (Field::QueueUrl, Change::QueueUrl),
    (Field::AwsRoleArn, Change::AwsRoleArn),
    (Field::Audience, Change::Audience),
];

pub(super) fn check(draft: &Draft, surroundings: &Surroundings, findings: &mut Findings) {
    for field in fields(draft) {
        let hidden = text(draft, field).map(|text| hidden_in(text.trim())).unwrap_or_default();
        if hidden.is_empty() || findings.is_wrong(field) {
            continue;
        }
        let names: Vec<String> = hidden.into_iter().map(name).collect();
        let reason = format!(
            "It holds {}, which cannot be seen or changes how the text reads, so that it can pass for another one. Remove it \
             unless you know what it is for.",
            enumeration(names.iter().map(String::as_str))
        );
        let lint = Lint::warning(field, "A hidden character", reason);
        let fix = Fix::RemoveHidden(field);
        findings.add(if adds_no_problem(&fix, draft, surroundings) { lint.with_fix(fix) } else { lint });
    }
}

/// Without it, nothing may be left, or what something else is called already.
fn adds_no_problem(fix: &Fix, draft: &Draft, surroundings: &Surroundings) -> bool {
    let mut fixed = draft.clone();
    fix.apply(&mut fixed);
    let known = draft.problems(&surroundings.rules);
    fixed.problems(&surroundings.rules).iter().all(|problem| known.contains(problem))
}

/// Every field that a person types a text into, but for the secret.
fn fields(draft: &Draft) -> Vec<Field> {
    let mut fields: Vec<Field> = TEXTS.into_iter().map(|(field, _)| field).collect();
    fields.extend((0..draft.labels.len()).map(Field::Labels));
    if let ConfigDraft::HttpPush(push) = &draft.config {
        fields.extend(
            (0..push.headers.len()).flat_map(|row| [Field::HeaderName(row), Field::HeaderValue(row)]),
        );
    }
    fields
}

pub(super) fn remove(draft: &mut Draft, field: Field) {
    if let Some(text) = text_mut(draft, field) {
        // Taking one out may bring another to where it hides too.
        loop {
            let less = without_hidden(text);
            if less == *text {
                break;
            }
            *text = less;
        }
    }
}

fn text(draft: &Draft, field: Field) -> Option<&str> {
    match (field, &draft.config) {
        (Field::Labels(index), _) => draft.labels.get(index).map(String::as_str),
        (Field::HeaderName(row), ConfigDraft::HttpPush(push)) => {
            push.headers.get(row).map(|row| row.name.as_str())
        }
        (Field::HeaderValue(row), ConfigDraft::HttpPush(push)) => {
            push.headers.get(row).map(|row| row.value.as_str())
        }
        _ => draft.text(change(field)?),
    }
}

fn text_mut(draft: &mut Draft, field: Field) -> Option<&mut String> {
    if let Some(change) = change(field) {
        return draft.text_mut(change);
    }
    match (field, &mut draft.config) {
        (Field::Labels(index), _) => draft.labels.get_mut(index),
        (Field::HeaderName(row), ConfigDraft::HttpPush(push)) => {
            push.headers.get_mut(row).map(|row| &mut row.name)
        }
        (Field::HeaderValue(row), ConfigDraft::HttpPush(push)) => {
            push.headers.get_mut(row).map(|row| &mut row.value)
        }
        _ => None,
    }
}

fn change(field: Field) -> Option<Change> {
    TEXTS.into_iter().find(|(known, _)| *known == field).map(|(_, change)| change)
}
