//! Expressions: texts, lists, objects; anything else that is not plain becomes a variable.

use serde_json::{Map, Value};

use super::text::variable;
use super::{ImportProblem, Parser};

impl Parser<'_> {
    /// An expression up to the end of the line, a comma or a closing bracket.
    pub(super) fn expression(&mut self) -> Result<Value, ImportProblem> {
        self.enter()?;
        self.skip_space();
        let (start, line) = (self.rest, self.line);
        let value = match self.peek() {
            Some('"') => Some(Value::String(self.quoted()?)),
            Some('<') if self.is_heredoc() => Some(Value::String(self.heredoc()?)),
            Some('[') => self.list()?,
            Some('{') => self.object()?,
            _ => None,
        };
        self.skip_space();
        let value = match value {
            Some(value) if matches!(self.peek(), None | Some('\n' | ',' | ']' | ')' | '}')) => value,
            _ => {
                (self.rest, self.line) = (start, line);
                self.pass(true)?;
                self.plain(start)?
            }
        };
        self.depth -= 1;
        Ok(value)
    }

    /// What was passed over since `start`: a literal, or something to compute.
    fn plain(&self, start: &str) -> Result<Value, ImportProblem> {
        let code = start.split_at(start.len() - self.rest.len()).0.trim();
        if code.is_empty() {
            return Err(self.problem("Complete this line: a value is missing."));
        }
        match serde_json::from_str(code) {
            Ok(literal @ (Value::Null | Value::Bool(_) | Value::Number(_))) => Ok(literal),
            _ => Ok(Value::String(variable(start, self.rest))),
        }
    }

    /// `None` for what only looks like a list, such as a `for` expression.
    fn list(&mut self) -> Result<Option<Value>, ImportProblem> {
        let mut items = Vec::new();
        self.next();
        loop {
            self.skip_lines();
            if self.skip("]") {
                return Ok(Some(Value::Array(items)));
            }
            items.push(self.expression()?);
            self.skip_lines();
            if !self.skip(",") && self.peek() != Some(']') {
                return Ok(None);
            }
        }
    }

    /// `None` for what only looks like an object, such as a `for` expression.
    fn object(&mut self) -> Result<Option<Value>, ImportProblem> {
        let mut members = Map::new();
        self.next();
        loop {
            self.skip_lines();
            if self.skip("}") {
                return Ok(Some(Value::Object(members)));
            }
            let is_quoted = self.peek() == Some('"');
            let name = if is_quoted { self.quoted()? } else { self.identifier().to_owned() };
            self.skip_space();
            let is_named = is_quoted || !name.is_empty();
            if !is_named || !(self.skip("=") || self.skip(":")) {
                return Ok(None);
            }
            let value = self.expression()?;
            members.insert(name, value);
            self.skip_lines();
            self.skip(",");
        }
    }
}
