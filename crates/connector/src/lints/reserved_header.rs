//! Headers that DT Cloud sets itself, or that never arrive. What it does about a second value is not documented
//! (`dt-api.md` §13), so each text tells what may happen.

use super::Lint;
use crate::problems::Field;

/// Headers about one connection, which the next machine on the way removes (RFC 9110 §7.6.1).
const HOP_BY_HOP: [&str; 9] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

pub(super) fn lint(row: usize, name: &str) -> Option<Lint> {
    const SET_BY_CLOUD: &str = "DT Cloud sets this header";
    let field = Field::HeaderName(row);
    let is = |reserved: &str| name.eq_ignore_ascii_case(reserved);
    if is("host") {
        let reason = "DT Cloud takes the host from the URL. Another one here is ignored, or leads events astray: remove \
                      this header, and change the URL if it is wrong.";
        Some(Lint::warning(field, SET_BY_CLOUD, reason))
    } else if is("content-length") {
        let reason = "DT Cloud says itself how long an event is. Another length here cuts events off or has them \
                      refused: remove this header.";
        Some(Lint::warning(field, SET_BY_CLOUD, reason))
    } else if is("content-encoding") {
        let reason = "Events are sent as they are. A receiver that believes this header tries to decode them and fails: \
                      remove it.";
        Some(Lint::warning(field, "Events are not encoded", reason))
    } else if is("content-type") {
        let reason = "Events are JSON, and DT Cloud sends application/json here itself. With another type, or the same \
                      twice, a receiver may refuse or misread them: remove this header.";
        Some(Lint::warning(field, SET_BY_CLOUD, reason))
    } else if is("x-dt-signature") || is("dt-asymmetric-signature") {
        let reason = "DT Cloud puts the signature of each event here. With another value, a receiver cannot tell real \
                      events from forged ones: remove this header.";
        Some(Lint::warning(field, SET_BY_CLOUD, reason))
    } else if HOP_BY_HOP.into_iter().any(is) {
        let reason = "This header is about a single connection. It is removed on the way, or has events refused there, \
                      and never says anything to the receiver: remove it.";
        Some(Lint::warning(field, "This header does not arrive", reason))
    } else {
        None
    }
}
