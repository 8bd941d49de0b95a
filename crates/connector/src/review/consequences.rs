//! What a change means for events and receivers (`dt-api.md` §3.1, §4, §5).

use dt_api::Connector;

use super::Mark;
use crate::change::Change;
use crate::draft::Draft;

pub fn consequences(draft: &Draft, original: &Connector) -> Vec<String> {
    let mut consequences = Vec::new();
    for difference in draft.differences(original) {
        let marked = |mark| {
            let lines = difference.lines.iter().filter(move |line| line.mark == mark);
            lines.map(|line| line.text.as_str()).collect::<Vec<_>>()
        };
        let (added, removed) = (marked(Mark::Added), marked(Mark::Removed));
        match difference.field {
            Change::Status if draft.enabled => {
                consequences.push("Events from the time it was disabled are not forwarded.".to_owned());
            }
            Change::Status => {
                consequences.push("The queue of undelivered events is dropped.".to_owned());
                consequences.push(
                    "Events from the time it is disabled are not forwarded later: they remain in the event history \
                     for 30 days."
                        .to_owned(),
                );
            }
            Change::Url | Change::Topic | Change::QueueUrl => {
                consequences.push("The old endpoint receives no more events.".to_owned());
            }
            Change::Events if draft.forward_all => consequences
                .push("All event types, also those that DT adds later, will be forwarded.".to_owned()),
            Change::Events if original.events.is_empty() => consequences.push(format!(
                "Only {} will be forwarded; types that DT adds later will not.",
                joined(&added, "event type", "event types")
            )),
            Change::Events if !removed.is_empty() => consequences.push(format!(
                "The endpoint receives no more {}.",
                joined(&removed, "events of the type", "events of the types")
            )),
            Change::Labels if !removed.is_empty() => {
                consequences.push(format!("Payloads lose {}.", joined(&removed, "the label", "the labels")));
            }
            Change::Headers if !removed.is_empty() => {
                let names: Vec<&str> =
                    removed.iter().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
                consequences.push(format!("Requests lose {}.", joined(&names, "the header", "the headers")));
            }
            Change::SignatureSecret => consequences.push(secret_sentence(&added, &removed).to_owned()),
            _ => {}
        }
    }
    consequences
}

fn secret_sentence(added: &[&str], removed: &[&str]) -> &'static str {
    if !added.is_empty() {
        "Requests carry X-Dt-Signature from now on, which receivers can check with the secret."
    } else if !removed.is_empty() {
        "Requests carry no X-Dt-Signature any more: receivers that check it will refuse them."
    } else {
        "Receivers that check the signature will fail until they have the new secret."
    }
}

/// `the label “floor”`, `the labels “floor” and “room”`.
fn joined(names: &[&str], one: &str, several: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    match quoted.split_last() {
        None => several.to_owned(),
        Some((last, [])) => format!("{one} {last}"),
        Some((last, rest)) => format!("{several} {} and {last}", rest.join(", ")),
    }
}
