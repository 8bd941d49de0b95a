use proptest::prelude::*;

use super::*;

/// What hides wherever it stands.
const ALWAYS_HIDDEN: &[char] = &[
    '\0',
    '\t',
    '\n',
    '\r',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{ad}',
    '\u{34f}',
    '\u{61c}',
    '\u{115f}',
    '\u{180e}',
    '\u{200b}',
    '\u{200e}',
    '\u{200f}',
    '\u{2028}',
    '\u{2029}',
    '\u{202a}',
    '\u{202b}',
    '\u{202c}',
    '\u{202d}',
    '\u{202e}',
    '\u{2060}',
    '\u{2066}',
    '\u{2067}',
    '\u{2068}',
    '\u{2069}',
    '\u{2800}',
    '\u{3164}',
    '\u{fe00}',
    '\u{feff}',
    '\u{ffa0}',
    '\u{fffb}',
    '\u{e0041}',
    '\u{e0100}',
];

#[test]
fn names_in_any_language_and_emoji_are_plain() {
    for name in [
        "Gate log",
        "Kjøkken – 2. etasje (Øst)",
        "المستودع رقم ٧",
        "می\u{200c}خواهم",
        "क्\u{200d}ष",
        "מחסן ראשי",
        "東京オフィス",
        "👩\u{200d}💻 🏳\u{fe0f}\u{200d}🌈 ❤\u{fe0f} 1\u{fe0f}\u{20e3} 👍🏽",
        "a\u{301}, z\u{a0}z",
        "<script>alert(1)</script> & \"quotes\"",
        "javascript:alert(1)",
    ] {
        assert!(is_plain(name), "{name:?}: {:?}", hidden_in(name));
        assert_eq!(visible(name), name);
    }
}

#[test]
fn what_hides_is_named_in_its_place() {
    for (text, shown) in [
        ("Gate\u{202e}log", "Gate[U+202E]log"),
        ("Gate\u{200b}", "Gate[U+200B]"),
        ("Gate\u{200d}log", "Gate[U+200D]log"),
        ("Gate\u{fe0f}", "Gate[U+FE0F]"),
        ("Gate\r\nlog", "Gate[U+000D][U+000A]log"),
        ("\u{e0041}", "[U+E0041]"),
    ] {
        assert_eq!(visible(text), shown);
    }
}

#[test]
fn code_keeps_its_lines() {
    let code = "a:\n\tb\u{202e}";
    assert_eq!(parts(code, Place::Lines), [Part::Text("a:\n\tb"), Part::Hidden('\u{202e}')]);
}

#[test]
fn a_long_line_is_cut_and_says_by_how_much() {
    let text = "æ".repeat(100_000);
    let shown = visible(&text);
    assert!(shown.ends_with("æ… (99800 characters more)"), "{shown}");
    assert_eq!(shown.chars().filter(|character| *character == 'æ').count(), LONGEST_LINE);
    assert_eq!(parts(&text, Place::Lines), [Part::Text(text.as_str())]);
}

/// Any text, with many characters that hide in it.
fn text() -> impl Strategy<Value = String> {
    let character =
        prop_oneof![any::<char>(), prop::sample::select(ALWAYS_HIDDEN), Just('\u{200d}'), Just('\u{fe0f}')];
    prop::collection::vec(character, 0..300).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn every_character_that_hides_is_named(text in text(), hidden in prop::sample::select(ALWAYS_HIDDEN), at in 0_usize..50) {
        let mut characters: Vec<char> = text.chars().collect();
        characters.insert(at.min(characters.len()), hidden);
        let text = String::from_iter(characters);
        prop_assert!(!is_plain(&text));
        let shown = visible(&text);
        prop_assert!(shown.contains(&name(hidden)), "{shown:?}");
        prop_assert!(!shown.contains(ALWAYS_HIDDEN), "{shown:?}");
    }

    #[test]
    fn nothing_is_lost_and_nothing_is_made_up(text in text()) {
        let whole = parts(&text, Place::Lines).into_iter().fold(String::new(), |mut whole, part| {
            match part {
                Part::Text(text) => whole.push_str(text),
                Part::Hidden(character) => whole.push(character),
                Part::More(_) => {}
            }
            whole
        });
        prop_assert_eq!(whole, text);
    }

    #[test]
    fn a_plain_text_is_shown_as_it_is(text in text()) {
        let plain = plainest(&text);
        prop_assert!(is_plain(&plain));
        let shown: String = plain.chars().take(LONGEST_LINE).collect();
        prop_assert!(visible(&plain).starts_with(&shown));
        prop_assert_eq!(without_hidden(&plain), plain);
    }

    #[test]
    fn a_text_is_plain_just_if_nothing_in_it_hides(text in text()) {
        prop_assert_eq!(is_plain(&text), hidden_in(&text).is_empty());
        prop_assert_eq!(is_plain(&text), without_hidden(&text) == text);
    }
}

/// Taking a character out may make another hide that stood beside it.
fn plainest(text: &str) -> String {
    let less = without_hidden(text);
    if less == text { less } else { plainest(&less) }
}
