//! Literal quotes around header values, as DT's Terraform provider writes them (`dt-api.md` §11).

/// Whether quotes are part of this header's values (RFC 9110 §8.8.3, RFC 7239, RFC 9421).
pub(super) fn belong_to(header: &str) -> bool {
    const QUOTED: [&str; 4] = ["etag", "if-match", "if-none-match", "if-range"];
    QUOTED.into_iter().any(|quoted| header.eq_ignore_ascii_case(quoted))
}

/// Whether the value is one text within quotes. In `"a", "b"` the quotes tell two texts apart.
pub(super) fn is_quoted(value: &str) -> bool {
    content(value).is_some()
}

/// Removes the quotes, as often as they were added, and the backslashes that came with them.
pub(super) fn unquote(value: &mut String) {
    while let Some(content) = content(value) {
        *value = content;
    }
}

/// What stands between the quotes.
fn content(value: &str) -> Option<String> {
    let inner = value.trim().strip_prefix('"')?.strip_suffix('"')?;
    let mut content = String::with_capacity(inner.len());
    let mut letters = inner.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return None,
            // A backslash at the end makes the last quote one of the text's own.
            '\\' => match letters.peek()? {
                '"' | '\\' => content.extend(letters.next()),
                _ => content.push(letter),
            },
            _ => content.push(letter),
        }
    }
    Some(content)
}
