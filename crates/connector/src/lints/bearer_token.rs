//! Tokens that end. A custom header is sent as it is until somebody changes it, so that a token in it is never renewed.

use dt_api::base64url;
use serde_json::Value;

use super::Lint;
use super::wording::counted;
use crate::problems::Field;

const DAY: u64 = 24 * 60 * 60;

/// How many days before its end a token is worth mentioning.
const SOON: u64 = 30;

pub(super) fn lint(row: usize, authorization: &str, now: u64) -> Option<Lint> {
    let end = end(authorization)?;
    let field = Field::HeaderValue(row);
    let then =
        "A custom header is sent as it is, so a token in it is never renewed: enter one that lasts longer.";
    if let Some(past) = now.checked_sub(end) {
        let when = match past / DAY {
            0 => "less than a day ago".to_owned(),
            days => format!("{} ago", counted_days(days)),
        };
        let reason =
            format!("This token expired {when}, and a receiver that checks it refuses every event. {then}");
        return Some(Lint::warning(field, "Expired token", reason));
    }
    let when = match (end - now) / DAY {
        0 => "in less than a day".to_owned(),
        days if days <= SOON => format!("in {}", counted_days(days)),
        _ => return None,
    };
    let reason = format!(
        "This token expires {when}; from then on, a receiver that checks it refuses every event. {then}"
    );
    Some(Lint::warning(field, "Token about to expire", reason))
}

fn counted_days(days: u64) -> String {
    counted(usize::try_from(days).unwrap_or(usize::MAX), "day")
}

/// When a JSON Web Token (RFC 7519) ends, in seconds since the Unix epoch.
fn end(authorization: &str) -> Option<u64> {
    let (scheme, token) = authorization.trim().split_once(' ')?;
    let mut parts = token.trim_start().split('.');
    let (Some(_), Some(payload), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    if !scheme.eq_ignore_ascii_case("bearer") {
        return None;
    }
    let claims: Value = serde_json::from_slice(&base64url::decode(payload)?).ok()?;
    whole_seconds(claims.get("exp")?)
}

/// A time may have a fraction. Digit by digit, because `f64::from_str` is 12 kB of the console.
fn whole_seconds(time: &Value) -> Option<u64> {
    let Value::Number(number) = time else { return None };
    let number = number.to_string();
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, ""));
    fraction.bytes().all(|digit| digit.is_ascii_digit()).then(|| whole.parse().ok())?
}
