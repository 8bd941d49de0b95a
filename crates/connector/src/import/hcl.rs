//! As much of Terraform's language as a resource needs. What has to be computed becomes a variable.

mod text;
mod value;

use serde_json::{Map, Value};

use super::ImportProblem;

/// How deep brackets and quotation marks may be within each other.
const DEEPEST: usize = 64;

/// A block without its body, which is to be read next.
pub(super) struct Block<'a> {
    pub(super) kind: &'a str,
    /// The first of its labels.
    pub(super) label: Option<String>,
    pub(super) line: usize,
}

pub(super) struct Parser<'a> {
    rest: &'a str,
    line: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, line: 1, depth: 0 }
    }

    /// The next block at this level, up to its opening brace.
    pub(super) fn block(&mut self) -> Result<Option<Block<'a>>, ImportProblem> {
        self.skip_lines();
        let line = self.line;
        let kind = self.identifier();
        if kind.is_empty() {
            return match self.peek() {
                None => Ok(None),
                Some(_) => {
                    Err(self.problem("Correct this line: a block such as a resource should begin here."))
                }
            };
        }
        let mut label = None;
        loop {
            self.skip_space();
            match self.peek() {
                Some('"') => {
                    let text = self.quoted()?;
                    label.get_or_insert(text);
                }
                Some('{') => {
                    self.next();
                    return Ok(Some(Block { kind, label, line }));
                }
                Some(character) if is_identifier(character) => {
                    let text = self.identifier().to_owned();
                    label.get_or_insert(text);
                }
                _ => return Err(self.problem("Correct this line: a block needs an opening brace.")),
            }
        }
    }

    /// The attributes and blocks up to the closing brace.
    pub(super) fn body(&mut self) -> Result<Map<String, Value>, ImportProblem> {
        let mut members = Map::new();
        self.enter()?;
        loop {
            self.skip_lines();
            if self.skip("}") {
                self.depth -= 1;
                return Ok(members);
            }
            let name = self.identifier();
            if name.is_empty() {
                return Err(
                    self.problem("Correct this line, or close the block: an attribute should begin here.")
                );
            }
            self.skip_space();
            let value = if self.skip("=") { self.expression()? } else { Value::Object(self.nested()?) };
            members.insert(name.to_owned(), value);
        }
    }

    /// A block within the block whose name was just read.
    fn nested(&mut self) -> Result<Map<String, Value>, ImportProblem> {
        while self.peek() == Some('"') {
            self.quoted()?;
            self.skip_space();
        }
        if self.skip("{") {
            self.body()
        } else {
            Err(self.problem("Correct this line: an attribute needs an equals sign."))
        }
    }

    /// Passes over what is up to the closing brace.
    pub(super) fn skip_body(&mut self) -> Result<(), ImportProblem> {
        self.pass(false)?;
        if self.skip("}") { Ok(()) } else { Err(self.problem("Close the block: it breaks off here.")) }
    }

    fn enter(&mut self) -> Result<(), ImportProblem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            Err(self.problem("Paste something simpler: this is too deep."))
        } else {
            Ok(())
        }
    }

    /// Passes over code up to a bracket that it does not open, and of an expression up to its end.
    fn pass(&mut self, is_expression: bool) -> Result<(), ImportProblem> {
        let mut open = 0_usize;
        loop {
            match self.peek() {
                None => return Ok(()),
                Some('"') => {
                    self.quoted()?;
                }
                Some(',' | '\n') if is_expression && open == 0 => return Ok(()),
                Some('#' | '/') if self.is_comment() => {
                    if is_expression && open == 0 {
                        return Ok(());
                    }
                    self.skip_comment();
                }
                Some('<') if self.is_heredoc() => {
                    self.heredoc()?;
                }
                Some(']' | ')' | '}') if open == 0 => return Ok(()),
                Some(character) => {
                    self.next();
                    match character {
                        '[' | '(' | '{' => open += 1,
                        ']' | ')' | '}' => open -= 1,
                        _ => {}
                    }
                }
            }
        }
    }

    fn is_comment(&self) -> bool {
        ["#", "//", "/*"].iter().any(|start| self.rest.starts_with(start))
    }

    /// Passes over a comment; the line break after it stays.
    fn skip_comment(&mut self) {
        let end = if self.rest.starts_with("/*") {
            self.rest.find("*/").map(|end| end + 2)
        } else {
            self.rest.find('\n')
        };
        self.forward(end.unwrap_or(self.rest.len()));
    }

    /// Passes over spaces and comments within a line.
    fn skip_space(&mut self) {
        loop {
            match self.peek() {
                Some(' ' | '\t' | '\r') => self.forward(1),
                _ if self.is_comment() => self.skip_comment(),
                _ => return,
            }
        }
    }

    /// Passes over spaces, comments and line breaks.
    fn skip_lines(&mut self) {
        self.skip_space();
        while self.skip("\n") || self.skip("\u{FEFF}") {
            self.skip_space();
        }
    }

    fn identifier(&mut self) -> &'a str {
        let end = self.rest.find(|character| !is_identifier(character)).unwrap_or(self.rest.len());
        let (identifier, rest) = self.rest.split_at(end);
        self.rest = rest;
        identifier
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.forward(next.map_or(0, char::len_utf8));
        next
    }

    fn skip(&mut self, prefix: &str) -> bool {
        let is_next = self.rest.starts_with(prefix);
        if is_next {
            self.forward(prefix.len());
        }
        is_next
    }

    /// Passes over so many bytes, which end at a character's end.
    fn forward(&mut self, bytes: usize) {
        let (passed, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
        self.rest = rest;
    }

    fn problem(&self, message: &str) -> ImportProblem {
        ImportProblem::new(self.line, message)
    }
}

fn is_identifier(character: char) -> bool {
    character.is_ascii_alphanumeric() || !character.is_ascii() || matches!(character, '_' | '-')
}
