//! Custom headers that do not do what they look like.

use connector::{Field, Severity, Surroundings};

use super::scenes::{alone, fields, fixed, push, titles, with_headers};

const QUOTES: &str = "Quotes around the value";

#[test]
fn headers_of_the_connection_and_of_the_cloud_are_pointed_out_in_any_case() {
    for name in [
        "HOST",
        "Content-Length",
        "content-type",
        "Content-Encoding",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Upgrade",
        "Proxy-Authorization",
        "X-Dt-Signature",
        "DT-Asymmetric-Signature",
    ] {
        let lints = alone(&with_headers(&[("X-Key", "1"), (name, "1")]));
        assert_eq!(fields(&lints), [Some(Field::HeaderName(1))], "{name}");
        assert_eq!(lints[0].severity, Severity::Warning);
        assert!(lints[0].reason.contains("remove "), "{name}");
    }
}

#[test]
fn other_headers_need_no_advice() {
    let ordinary = [
        ("Authorization", "Basic x"),
        ("X-Hostname", "a"),
        ("Accept", "*/*"),
        ("", ""),
        ("User-Agent", "dt"),
    ];
    assert_eq!(alone(&with_headers(&ordinary)), []);
}

#[test]
fn quotes_are_removed_as_often_as_they_were_added() {
    let unquoted = [
        (r#""value""#, "value"),
        (r#"  "value" "#, "value"),
        (r#""say \"hi\" \\ \n""#, r#"say "hi" \ \n"#),
        (r#""\"\\\"twice\\\"\"""#, "twice"),
        (r#""""#, ""),
        (r#""ø \\""#, "ø \\"),
    ];
    for (before, after) in unquoted {
        let mut draft = with_headers(&[("X-Key", before)]);
        let lint = alone(&draft).into_iter().find(|lint| lint.title == QUOTES).unwrap();
        assert_eq!((lint.severity, lint.field), (Severity::Warning, Some(Field::HeaderValue(0))));
        lint.fix.unwrap().apply(&mut draft);
        assert_eq!(push(&mut draft).headers[0].value, after, "{before}");
    }
}

#[test]
fn quotes_that_belong_to_a_value_stay() {
    for (name, value) in [
        ("X-Key", r#"""#),
        ("X-Key", r#""a", "b""#),
        ("X-Key", r#"a="b""#),
        ("X-Key", r#""a\""#),
        ("X-Key", "'a'"),
        ("If-None-Match", r#""a""#),
    ] {
        assert_eq!(alone(&with_headers(&[(name, value)])), [], "{name}: {value}");
    }
}

#[test]
fn spaces_around_a_value_can_be_removed() {
    for value in [" a b", "a b\t", "\u{A0}a b "] {
        let mut draft = fixed(with_headers(&[("X-Other", "1"), ("X-Key", value)]), &Surroundings::default());
        assert_eq!(push(&mut draft).headers[1].value, "a b");
    }
}

#[test]
fn a_row_that_must_be_corrected_is_not_commented_on() {
    let wrong = with_headers(&[("Host", "1"), ("host", "2"), ("X-Key", "\"a\n\"")]);
    assert_eq!(fields(&alone(&wrong)), [Some(Field::HeaderName(0))]);
}

#[test]
fn a_fix_of_a_row_that_is_gone_changes_nothing() {
    let draft = with_headers(&[("X-Key", "\"a\" ")]);
    let mut edited = with_headers(&[]);
    for lint in alone(&draft) {
        lint.fix.unwrap().apply(&mut edited);
    }
    assert_eq!(edited, with_headers(&[]));
    assert_eq!(titles(&alone(&draft)).len(), 2);
}
