//! Signature secrets that protect little (`dt-api.md` §5.2).

use dt_api::{Config, Connector};

use super::findings::Findings;
use super::guessable::is_guessable;
use super::wording::called;
use super::{Lint, Surroundings};
use crate::draft::{ConfigDraft, Draft};
use crate::problems::Field;

/// Characters below which a secret can be found by trying.
const SHORT: usize = 16;

pub(super) fn check(draft: &Draft, surroundings: &Surroundings, findings: &mut Findings) {
    let ConfigDraft::HttpPush(push) = &draft.config else { return };
    let stored = surroundings.original.map(stored_secret).unwrap_or_default();
    let secret = push.signature_secret.applied_to(stored);
    if secret.is_empty() {
        return;
    }
    let then = "Whoever finds it can forge events. Generate another one, and give it to your receivers.";
    if secret.chars().nth(SHORT - 1).is_none() {
        let reason =
            format!("A signature secret of fewer than {SHORT} characters can be found by trying. {then}");
        findings.add(Lint::warning(Field::Secret, "Short signature secret", reason));
    } else if is_guessable(secret, SHORT) {
        let reason = format!(
            "Common words, repetitions, sequences or digits alone make a secret easy to guess. {then}"
        );
        findings.add(Lint::warning(Field::Secret, "Guessable signature secret", reason));
    }
    if let Some(other) = surroundings.others().find(|other| stored_secret(other) == secret) {
        let reason = format!(
            "“{}” has the same signature secret, so whoever verifies the events of one connector can forge those of the \
             other. Generate another one, unless both go to the same receiver.",
            called(other)
        );
        findings.add(Lint::notice(Field::Secret, "Signature secret of another connector", reason));
    }
}

fn stored_secret(connector: &Connector) -> &str {
    match &connector.config {
        Config::HttpPush(config) => &config.signature_secret,
        _ => "",
    }
}
