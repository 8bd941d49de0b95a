//! Text as one word of a command for a POSIX shell.

/// Appends a word that the shell reads as exactly this text: between single quotes nothing but a single quote is special.
pub(crate) fn quote(command: &mut String, text: &str) {
    command.push('\'');
    for part in text.split_inclusive('\'') {
        match part.strip_suffix('\'') {
            Some(part) => {
                command.push_str(part);
                command.push_str("'\\''");
            }
            None => command.push_str(part),
        }
    }
    command.push('\'');
}

/// The same, without quotes around a text that needs none.
pub(crate) fn quote_if_needed(command: &mut String, text: &str) {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:".contains(&byte);
    if !text.is_empty() && text.bytes().all(is_plain) {
        command.push_str(text);
    } else {
        quote(command, text);
    }
}
