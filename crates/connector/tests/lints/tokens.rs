//! Tokens that end.

use connector::{Field, Lint, Severity, Surroundings};
use dt_api::base64url;

use super::scenes::{NOW, alone, with_headers};

const DAY: u64 = 86_400;

fn token(claims: &str) -> String {
    ["{}", claims, "signature"].map(|part| base64url::encode(part.as_bytes())).join(".")
}

fn lint_of(header: (&str, &str)) -> Option<Lint> {
    let lints = with_headers(&[header]).lints(&Surroundings { now: Some(NOW), ..Surroundings::default() });
    assert!(lints.len() <= 1, "{lints:?}");
    lints.into_iter().next()
}

fn lint_at(end: u64) -> Option<Lint> {
    lint_of(("authorization", &format!("bearer {}", token(&format!("{{\"exp\":{end}}}")))))
}

#[test]
fn an_expired_token_is_dated_in_days() {
    for (end, when) in [
        (NOW, "expired less than a day ago"),
        (NOW - DAY + 1, "expired less than a day ago"),
        (NOW - DAY, "expired 1 day ago"),
        (NOW - 100 * DAY, "expired 100 days ago"),
    ] {
        let lint = lint_at(end).unwrap();
        assert_eq!((lint.severity, lint.field), (Severity::Warning, Some(Field::HeaderValue(0))));
        assert_eq!(lint.title, "Expired token");
        assert!(lint.reason.contains(when), "{}", lint.reason);
    }
}

#[test]
fn a_token_that_ends_within_30_days_is_dated_in_days() {
    for (end, when) in [
        (NOW + 1, "expires in less than a day"),
        (NOW + DAY, "expires in 1 day;"),
        (NOW + 31 * DAY - 1, "expires in 30 days"),
    ] {
        let lint = lint_at(end).unwrap();
        assert_eq!(lint.title, "Token about to expire");
        assert!(lint.reason.contains(when), "{}", lint.reason);
    }
    assert_eq!(lint_at(NOW + 31 * DAY), None);
    assert_eq!(lint_at(u64::MAX), None);
}

#[test]
fn a_time_may_have_a_fraction() {
    let ends = |claims: &str| lint_of(("Authorization", &format!("Bearer  {}", token(claims)))).is_some();
    assert!(ends(r#"{"iat":1,"exp":1735787000.25}"#));
    for claims in
        [r#"{"exp":"1735787000"}"#, r#"{"exp":1.5e3}"#, r#"{"exp":-1}"#, r#"{"exp":null}"#, "{}", "[]", "exp"]
    {
        assert!(!ends(claims), "{claims}");
    }
}

#[test]
fn what_is_no_bearer_token_in_an_authorization_header_has_no_end() {
    let expired = token(r#"{"exp":1}"#);
    for value in
        [&expired, &format!("Basic {expired}"), &format!("Bearer {expired}.x"), "Bearer a.b", "Bearer", ""]
    {
        assert_eq!(lint_of(("Authorization", value)), None, "{value}");
    }
    assert_eq!(lint_of(("X-Authorization", &format!("Bearer {expired}"))), None);
}

#[test]
fn without_a_clock_no_token_has_ended() {
    let value = format!("Bearer {}", token(r#"{"exp":1}"#));
    assert_eq!(alone(&with_headers(&[("Authorization", &value)])), []);
}
