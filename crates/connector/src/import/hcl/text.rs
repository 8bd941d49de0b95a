//! Texts: between quotation marks, and in lines of their own.

use super::{ImportProblem, Parser};
use crate::template;

const UNCLOSED: &str = "Close the quotation mark in this line.";

impl Parser<'_> {
    /// A text between quotation marks, as a template.
    pub(super) fn quoted(&mut self) -> Result<String, ImportProblem> {
        let mut text = String::new();
        self.next();
        loop {
            match self.peek() {
                None | Some('\n') => return Err(self.problem(UNCLOSED)),
                Some('"') => {
                    self.next();
                    return Ok(text);
                }
                Some('\\') => {
                    self.next();
                    self.escape(&mut text);
                }
                Some(_) => self.part(&mut text)?,
            }
        }
    }

    /// A character, or something to compute.
    fn part(&mut self, text: &mut String) -> Result<(), ImportProblem> {
        if self.skip("$${") {
            text.push_str("${");
        } else if self.skip("%%{") {
            text.push_str("%{");
        } else if self.skip("${") || self.skip("%{") {
            self.enter()?;
            let code = self.rest;
            self.pass(false)?;
            text.push_str(&variable(code, self.rest));
            if !self.skip("}") {
                return Err(self.problem("Close the brace in this line."));
            }
            self.depth -= 1;
        } else {
            text.extend(self.next());
        }
        Ok(())
    }

    fn escape(&mut self, text: &mut String) {
        match self.peek() {
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('u') => return self.code_point(text, 4),
            Some('U') => return self.code_point(text, 8),
            Some('\n') | None => return,
            Some(character) => text.push(character),
        }
        self.next();
    }

    fn code_point(&mut self, text: &mut String, digits: usize) {
        self.next();
        let mut code_point = 0_u32;
        for _ in 0..digits {
            let Some(digit) = self.peek().and_then(|next| next.to_digit(16)) else { break };
            code_point = code_point.wrapping_mul(16).wrapping_add(digit);
            self.next();
        }
        text.push(char::from_u32(code_point).unwrap_or(char::REPLACEMENT_CHARACTER));
    }

    pub(super) fn is_heredoc(&self) -> bool {
        let mark = self.rest.strip_prefix("<<").map(|rest| rest.strip_prefix('-').unwrap_or(rest));
        mark.is_some_and(|mark| mark.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_'))
    }

    /// A text in lines of their own, which ends where the word after `<<` stands alone. With `<<-`, the indentation that
    /// all lines have does not count.
    pub(super) fn heredoc(&mut self) -> Result<String, ImportProblem> {
        self.skip("<<");
        let is_indented = self.skip("-");
        let mark = self.identifier();
        let line = self.line;
        self.forward(self.rest.find('\n').map_or(self.rest.len(), |end| end + 1));
        let (start, first) = (self.rest, self.line);
        let mut indentation = usize::MAX;
        loop {
            let next = self.rest.split_inclusive('\n').next().unwrap_or_default();
            if next.is_empty() {
                return Err(ImportProblem::new(
                    line,
                    "End the text that begins here: its closing word is missing.",
                ));
            }
            if next.trim() == mark {
                let content = start.split_at(start.len() - self.rest.len()).0;
                // What follows the closing word, a line break for one, ends the expression.
                self.forward(next.trim_end().len());
                return content_of(content, first, if is_indented { indentation } else { 0 });
            }
            if !next.trim().is_empty() {
                indentation = indentation.min(next.len() - next.trim_start().len());
            }
            self.forward(next.len());
        }
    }
}

fn content_of(content: &str, line: usize, indentation: usize) -> Result<String, ImportProblem> {
    let mut text = String::new();
    let mut parser = Parser { rest: content, line, depth: 0 };
    let mut is_start = true;
    while !parser.rest.is_empty() {
        if is_start {
            let spaces = parser.rest.len() - parser.rest.trim_start_matches([' ', '\t']).len();
            parser.forward(spaces.min(indentation));
        }
        is_start = parser.rest.starts_with('\n');
        if !parser.rest.is_empty() {
            parser.part(&mut text)?;
        }
    }
    Ok(text)
}

/// A variable called like the code before `rest`.
pub(super) fn variable(code: &str, rest: &str) -> String {
    match code.split_at(code.len() - rest.len()).0.trim() {
        "" => template::variable("${}"),
        name => template::variable(name),
    }
}
