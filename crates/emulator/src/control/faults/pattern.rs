//! Path patterns: text in which `*` stands for any characters, slashes too.

/// Whether the whole text matches the pattern.
pub fn matches(pattern: &str, text: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(text) = text.strip_prefix(head) else { return false };
    text.char_indices()
        .map(|(start, _)| start)
        .chain([text.len()])
        .any(|start| text.get(start..).is_some_and(|tail| matches(rest, tail)))
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

    proptest! {
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
