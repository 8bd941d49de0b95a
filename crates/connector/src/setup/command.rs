//! Commands and policies, as templates.

use serde_json::Value;

use crate::shell_word::quote_if_needed;

/// A command for a POSIX shell.
pub(super) struct Command(String);

impl Command {
    /// Begins with words that need no quotes.
    pub(super) fn new(words: &'static str) -> Self {
        Self(words.to_owned())
    }

    /// A further word.
    pub(super) fn word(mut self, word: &str) -> Self {
        self.0.push(' ');
        quote_if_needed(&mut self.0, word);
        self
    }

    /// An option, in a line of its own.
    pub(super) fn option(mut self, name: &'static str, value: &str) -> Self {
        self.0.push_str(" \\\n  ");
        self.0.push_str(name);
        self.word(value)
    }

    /// An option whose value is JSON.
    pub(super) fn json(self, name: &'static str, value: &Value) -> Self {
        self.option(name, &pretty(value))
    }

    /// Another command, in the next line.
    pub(super) fn then(mut self, next: Self) -> Self {
        self.0.push('\n');
        self.0.push_str(&next.0);
        self
    }
}

impl From<Command> for String {
    fn from(command: Command) -> Self {
        command.0
    }
}

/// JSON for people to read.
pub(super) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
