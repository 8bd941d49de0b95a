//! Text between double quotes, as Python and HCL both read it.

/// Appends `text`. A character of `doubled` is written twice before a `{`, where it would begin something.
pub(super) fn escape(code: &mut String, text: &str, doubled: &[char]) {
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => code.push_str("\\\""),
            '\\' => code.push_str("\\\\"),
            '\n' => code.push_str("\\n"),
            '\r' => code.push_str("\\r"),
            '\t' => code.push_str("\\t"),
            _ if character.is_control() => {
                code.push_str("\\u");
                let digits =
                    [12, 8, 4, 0].map(|shift| char::from_digit((u32::from(character) >> shift) & 0xF, 16));
                code.extend(digits.into_iter().flatten());
            }
            _ => {
                if doubled.contains(&character) && characters.peek() == Some(&'{') {
                    code.push(character);
                }
                code.push(character);
            }
        }
    }
}
