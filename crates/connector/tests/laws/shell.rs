//! A strict reading of a script for a POSIX shell: words and quotes, and nothing that a shell would do anything about.

/// The words of each command, or where something else stands.
pub fn commands(script: &str) -> Result<Vec<Vec<String>>, String> {
    let mut commands = vec![Vec::new()];
    let mut word: Option<String> = None;
    let mut characters = script.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            ' ' | '\n' => {
                commands.last_mut().unwrap().extend(word.take());
                if character == '\n' {
                    commands.push(Vec::new());
                }
            }
            '\\' => match characters.next() {
                Some('\n') => {}
                Some(escaped @ '\'') => word.get_or_insert_default().push(escaped),
                other => return Err(format!("an escape of {other:?} in {script}")),
            },
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match characters.next() {
                        Some('\'') => break,
                        Some(quoted) => word.push(quoted),
                        None => return Err(format!("an open quotation in {script}")),
                    }
                }
            }
            _ if character.is_ascii_alphanumeric() || "-_./:".contains(character) => {
                word.get_or_insert_default().push(character);
            }
            _ => return Err(format!("{character:?} outside of quotes in {script}")),
        }
    }
    commands.last_mut().unwrap().extend(word);
    Ok(commands)
}
