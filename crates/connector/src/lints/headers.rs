//! Custom headers that do not do what they look like (`dt-api.md` §5.1).

use super::findings::Findings;
use super::{Fix, Lint, Surroundings, bearer_token, quotes, reserved_header};
use crate::draft::{ConfigDraft, Draft};
use crate::problems::Field;

pub(super) fn check(draft: &Draft, surroundings: &Surroundings, findings: &mut Findings) {
    let ConfigDraft::HttpPush(push) = &draft.config else { return };
    for (index, row) in push.headers.iter().enumerate().filter(|(_, row)| !row.is_blank()) {
        findings.add_all(reserved_header::lint(index, &row.name));
        if quotes::is_quoted(&row.value) && !quotes::belong_to(&row.name) {
            let reason = "The quotes are sent as a part of the value, as DT's Terraform provider sends them: a receiver \
                          that compares the value will not accept it. Remove them, unless the receiver asks for them.";
            let lint = Lint::warning(Field::HeaderValue(index), "Quotes around the value", reason);
            findings.add(lint.with_fix(Fix::Unquote(index)));
        }
        if let Some(now) = surroundings.now
            && row.name.eq_ignore_ascii_case("authorization")
        {
            findings.add_all(bearer_token::lint(index, &row.value, now));
        }
    }
}
