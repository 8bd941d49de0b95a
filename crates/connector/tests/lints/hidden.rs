//! Characters that hide.

use connector::{Draft, Field, Severity, Surroundings};

use super::scenes::{alone, fields, fixed, header, push, with_headers, with_url};

fn named(name: &str) -> Draft {
    Draft { display_name: name.to_owned(), ..with_url("https://example.com") }
}

#[test]
fn a_name_that_reads_backwards_is_told_and_mended() {
    let spoofed = named("Gate\u{202e}gol");
    let lint = alone(&spoofed).remove(0);
    assert_eq!((lint.severity, lint.field), (Severity::Warning, Some(Field::DisplayName)));
    assert!(lint.reason.starts_with("It holds U+202E, which cannot be seen"), "{}", lint.reason);
    assert_eq!(fixed(spoofed, &Surroundings::default()), named("Gategol"));
}

#[test]
fn every_text_is_looked_at_but_not_what_people_write() {
    let mut draft = with_headers(&[("X-A", "a\u{200b}b"), ("X-B", "plain")]);
    draft.display_name = "👩\u{200d}💻 مستودع".to_owned();
    draft.labels = vec!["room".to_owned(), "ro\u{2060}om".to_owned()];
    assert_eq!(fields(&alone(&draft)), [Field::Labels(1), Field::HeaderValue(0)].map(Some));
    push(&mut draft).url = "https://exa\u{ad}mple.com".to_owned();
    assert_eq!(fields(&alone(&draft)), [Field::Url, Field::Labels(1), Field::HeaderValue(0)].map(Some));
}

#[test]
fn nothing_is_removed_that_would_leave_a_problem() {
    let mut draft = with_url("https://example.com");
    draft.labels = vec!["room".to_owned(), "ro\u{200b}om".to_owned()];
    assert_eq!(alone(&draft).remove(0).fix, None);
}

#[test]
fn no_hidden_character_of_a_header_is_repeated_in_the_advice() {
    let draft = with_headers(&[("X-A", "a\u{202e}b")]);
    assert_eq!(push(&mut draft.clone()).headers, [header("X-A", "a\u{202e}b")]);
    assert!(!alone(&draft).remove(0).reason.contains('\u{202e}'));
}
