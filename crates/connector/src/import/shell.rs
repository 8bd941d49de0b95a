//! The words of a shell command, with what the shell would fill in as variables.

mod quoted;

use super::ImportProblem;
use crate::template;

/// A word as a template, and the line in which it begins.
pub(super) struct Word {
    pub(super) text: String,
    pub(super) line: usize,
}

/// The words of the command with which `text` begins, in this line, up to what ends it.
pub(super) fn words(text: &str, line: usize) -> Result<Vec<Word>, ImportProblem> {
    let mut scanner = Scanner { rest: text, line };
    let mut words = Vec::new();
    while scanner.skip_space() {
        let line = scanner.line;
        let text = scanner.word()?;
        words.push(Word { text, line });
    }
    Ok(words)
}

/// What is left to read, and the line in which it begins.
struct Scanner<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Scanner<'a> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next();
        self.rest = characters.as_str();
        self.line += usize::from(next == Some('\n'));
        next
    }

    fn skip(&mut self, prefix: &str) -> bool {
        match self.rest.strip_prefix(prefix) {
            Some(rest) => {
                self.rest = rest;
                self.line += usize::from(prefix.ends_with('\n'));
                true
            }
            None => false,
        }
    }

    /// What is before the next `end`, which is passed over as well.
    fn until(&mut self, end: char, problem: &str) -> Result<&'a str, ImportProblem> {
        let Some((before, rest)) = self.rest.split_once(end) else {
            return Err(ImportProblem::new(self.line, problem));
        };
        self.line += before.bytes().filter(|byte| *byte == b'\n').count() + usize::from(end == '\n');
        self.rest = rest;
        Ok(before)
    }

    /// Whether another word of the command follows.
    fn skip_space(&mut self) -> bool {
        loop {
            if self.skip("\\\n") || self.skip("\\\r\n") {
                continue;
            }
            match self.peek() {
                Some(' ' | '\t' | '\r') => {
                    self.next();
                }
                None | Some('\n' | ';' | '|' | '&' | '<' | '>' | '(' | ')' | '#') => return false,
                Some(_) => return true,
            }
        }
    }

    fn word(&mut self) -> Result<String, ImportProblem> {
        let mut word = String::new();
        loop {
            if self.skip("\\\n") || self.skip("\\\r\n") {
                continue;
            }
            match self.peek() {
                None | Some(' ' | '\t' | '\r' | '\n' | ';' | '|' | '&' | '<' | '>' | '(' | ')') => {
                    return Ok(word);
                }
                Some(character) => {
                    self.next();
                    match character {
                        '\'' => word.push_str(self.until('\'', UNCLOSED)?),
                        '"' => self.double_quoted(&mut word)?,
                        '\\' => word.extend(self.next()),
                        '`' => self.backquoted(&mut word)?,
                        '$' if self.skip("'") => self.ansi_c_quoted(&mut word)?,
                        '$' if self.peek() == Some('"') => {}
                        '$' => self.dollar(&mut word)?,
                        _ => word.push(character),
                    }
                }
            }
        }
    }

    /// What the output of a command stands for is not known.
    fn backquoted(&mut self, word: &mut String) -> Result<(), ImportProblem> {
        let command = self.until('`', UNCLOSED)?;
        word.push_str(&template::variable(variable_in(command)));
        Ok(())
    }

    /// What follows a dollar sign outside of single quotes.
    fn dollar(&mut self, word: &mut String) -> Result<(), ImportProblem> {
        if self.skip("(") {
            let command = self.parenthesized()?;
            word.push_str(&template::variable(variable_in(command)));
        } else if self.skip("{") {
            let expression = self.until('}', "Close this brace.")?;
            word.push_str(&template::variable(identifier(expression)));
        } else {
            match identifier(self.rest) {
                "" => word.push('$'),
                name => {
                    self.skip(name);
                    word.push_str(&template::variable(name));
                }
            }
        }
        Ok(())
    }

    /// What is before the parenthesis that closes the one just passed over.
    fn parenthesized(&mut self) -> Result<&'a str, ImportProblem> {
        let (text, line, mut depth) = (self.rest, self.line, 0_usize);
        loop {
            let before = text.len() - self.rest.len();
            match self.next() {
                Some('(') => depth += 1,
                Some(')') if depth == 0 => return Ok(text.split_at(before).0),
                Some(')') => depth -= 1,
                Some(_) => {}
                None => return Err(ImportProblem::new(line, "Close this parenthesis.")),
            }
        }
    }
}

const UNCLOSED: &str = "Close the quotation mark that opens here, or paste the command to its end.";

/// The name that the text begins with.
fn identifier(text: &str) -> &str {
    let is_named = |character: char| character.is_ascii_alphanumeric() || character == '_';
    text.split_at(text.find(|character| !is_named(character)).unwrap_or(text.len())).0
}

/// The variable that a command in the place of a text depends on, or the command.
fn variable_in(command: &str) -> &str {
    let name = command.split_once('$').map(|(_, rest)| identifier(rest.trim_start_matches('{')));
    name.filter(|name| !name.is_empty()).unwrap_or(match command.trim() {
        "" => "$()",
        command => command,
    })
}
