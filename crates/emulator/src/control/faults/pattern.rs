//! Path patterns: text in which `*` stands for any characters, slashes too.

/// Whether the whole text matches the pattern.
pub fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|head| text.strip_prefix(head)) else { return false };
    let Some(tail) = parts.next_back() else { return rest.is_empty() };
    // Where a part is found first, most is left for those after it.
    for part in parts {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(tail)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::matches;

    #[test]
    fn a_star_crosses_slashes() {
        assert!(matches("/v2/*/dataconnectors*", "/v2/projects/p/dataconnectors/d:sync"));
        assert!(matches("*", ""));
        assert!(!matches("/v2/*/dataconnectors", "/v2/projects/p/dataconnectors/d"));
        assert!(!matches("/v2/projects", "/v2/projects/p"));
    }

    /// As the definition has it, without an idea of how to be quick.
    fn matches_slowly(pattern: &[u8], text: &[u8]) -> bool {
        match pattern.split_first() {
            None => text.is_empty(),
            Some((b'*', rest)) => (0..=text.len()).any(|start| matches_slowly(rest, &text[start..])),
            Some((first, rest)) => {
                text.split_first().is_some_and(|(head, tail)| head == first && matches_slowly(rest, tail))
            }
        }
    }

    #[test]
    fn a_pattern_full_of_stars_is_tried_in_one_pass() {
        let text = ["a".repeat(10_000), "b".to_owned()].concat();
        assert!(!matches(&"*a".repeat(10_000), &text));
        assert!(matches(&"*".repeat(10_000), &text));
    }

    proptest! {
        #[test]
        fn a_pattern_matches_what_its_definition_says(pattern in "[ab*]{0,8}", text in "[ab]{0,8}") {
            prop_assert_eq!(matches(&pattern, &text), matches_slowly(pattern.as_bytes(), text.as_bytes()));
        }

        #[test]
        fn putting_stars_for_parts_of_a_text_matches_it(parts in prop::collection::vec("[a-z/]{0,4}", 1..6)) {
            let kept_every_other = parts.iter().enumerate().map(|(i, part)| if i % 2 == 0 { part.as_str() } else { "*" });
            prop_assert!(matches(&kept_every_other.collect::<String>(), &parts.concat()));
        }

        #[test]
        fn without_a_star_only_the_same_text_matches(one in "[a-z/]{0,3}", other in "[a-z/]{0,3}") {
            prop_assert_eq!(matches(&one, &other), one == other);
        }
    }
}
