//! Merging the signature secret.

use dt_api::Config;

use super::{Merging, Subject, Verdict};
use crate::change::Change;
use crate::draft::{ConfigDraft, SecretChange};

impl Merging<'_> {
    pub(super) fn secret(&mut self, base: &Config, theirs: &Config) {
        let (Config::HttpPush(base), Config::HttpPush(theirs), ConfigDraft::HttpPush(push)) =
            (base, theirs, &self.draft.config)
        else {
            return;
        };
        let (was, is) = (base.signature_secret.as_str(), theirs.signature_secret.as_str());
        let mine = push.signature_secret.applied_to(was);
        let keeps_theirs = match Verdict::of(was, mine, is) {
            Verdict::Theirs => true,
            Verdict::Mine => mine == is,
            Verdict::Clash => {
                let (mine, theirs) = (words(was, mine), words(was, is));
                self.clash(Subject::Field(Change::SignatureSecret), mine, theirs)
            }
        };
        if keeps_theirs && let ConfigDraft::HttpPush(push) = &mut self.draft.config {
            push.signature_secret = SecretChange::Keep;
        }
    }
}

fn words(before: &str, after: &str) -> String {
    match (before.is_empty(), after.is_empty()) {
        (_, true) => "Cleared",
        (true, false) => "Set",
        (false, false) => "Replaced",
    }
    .to_owned()
}
