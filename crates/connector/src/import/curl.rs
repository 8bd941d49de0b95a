//! A cURL command that creates or changes a Data Connector (`dt-api.md` §3.2).

use dt_api::{ConnectorId, ConnectorName, ProjectId, percent};

use super::shell::{self, Word};
use super::{ImportProblem, Imported, LeftOut, Reason, Source, fields, json, line_at};
use crate::template;

/// The short options that take a value, beside those that say something.
const WITH_VALUE: &str = "uAbcomewxKTFEDrCyYztQPU";

/// Where the command begins, if there is one: the first word `curl` outside of comments.
pub(super) fn find(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_comment = ["#", "//"].iter().any(|start| line.trim_start().starts_with(start));
        let found = line.match_indices("curl").find(|(at, _)| {
            let (before, word) = line.split_at(*at);
            let begins = before.is_empty() || before.ends_with([' ', '\t', '(', '/', ';', '&', '|']);
            let after = word.strip_prefix("curl").unwrap_or_default();
            let ends = after.starts_with([' ', '\t', '\\', '\r', '\n']);
            begins && ends
        });
        match found {
            Some((at, _)) if !is_comment => return Some(start + at),
            _ => start += line.len(),
        }
    }
    None
}

/// Reads the command that begins there.
pub(super) fn read(text: &str, start: usize) -> Result<Imported, ImportProblem> {
    let line = line_at(text, start);
    let command = Command::new(shell::words(text.get(start..).unwrap_or_default(), line)?);
    if command.method.as_deref().is_some_and(|method| !["POST", "PATCH"].contains(&method)) {
        let message = "Paste a command that creates or changes a Data Connector, with POST or PATCH.";
        return Err(ImportProblem::new(line, message));
    }
    let Some(body) = command.body else {
        let message = "Paste a command that sends JSON, with --data: this one sends nothing.";
        return Err(ImportProblem::new(line, message));
    };
    if body.text.trim_start().starts_with('@') {
        let message = "Paste the JSON itself: this command sends a file or its input.";
        return Err(ImportProblem::new(body.line, message));
    }
    if !body.text.trim_start().starts_with(['{', '[']) && template::variables(&body.text).next().is_some() {
        let message = "Paste the JSON itself: this command sends what a variable holds.";
        return Err(ImportProblem::new(body.line, message));
    }
    let mut imported = fields::read(Source::Curl, &json::object(&body.text, body.line)?);
    if let Some(url) = command.url {
        address(&mut imported, &url);
    }
    Ok(imported)
}

#[derive(Default)]
struct Command {
    method: Option<String>,
    url: Option<String>,
    body: Option<Word>,
}

impl Command {
    fn new(words: Vec<Word>) -> Self {
        let mut command = Self::default();
        let mut words = words.into_iter().skip(1);
        while let Some(word) = words.next() {
            if let Some(option) = word.text.strip_prefix("--") {
                command.long(option, &mut words);
            } else if let Some(options) = word.text.strip_prefix('-') {
                command.short(options, word.line, &mut words);
            } else if word.text.contains("/dataconnectors") {
                command.url.get_or_insert(word.text);
            }
        }
        command
    }

    fn long(&mut self, option: &str, words: &mut dyn Iterator<Item = Word>) {
        match option {
            "request" => self.method = words.next().map(|word| word.text),
            "url" => self.url = words.next().map(|word| word.text),
            "data" | "data-raw" | "data-binary" | "data-ascii" | "json" => self.send(words.next()),
            _ => {}
        }
    }

    /// Short options may stand together, the last of them with its value.
    fn short(&mut self, options: &str, line: usize, words: &mut dyn Iterator<Item = Word>) {
        for (at, option) in options.char_indices() {
            let is_known = matches!(option, 'X' | 'd' | 'H');
            if !is_known && !WITH_VALUE.contains(option) {
                continue;
            }
            let text = options.split_at(at + option.len_utf8()).1.to_owned();
            let value = if text.is_empty() { words.next() } else { Some(Word { text, line }) };
            match option {
                'X' => self.method = value.map(|word| word.text),
                'd' => self.send(value),
                _ => {}
            }
            return;
        }
    }

    /// Of several bodies, cURL makes one.
    fn send(&mut self, word: Option<Word>) {
        match (&mut self.body, word) {
            (Some(body), Some(word)) => body.text.push_str(&word.text),
            (body, word) => *body = word,
        }
    }
}

/// Takes the names out of the URL, and says what its query would have changed.
fn address(imported: &mut Imported, url: &str) {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    for parameter in query.split('&').filter(|parameter| !parameter.is_empty()) {
        let name = parameter.split('=').next().unwrap_or_default();
        imported
            .left_out
            .push(LeftOut { path: template::filled(name, String::push_str), reason: Reason::Unknown });
    }
    let Some((project, connector)) =
        path.rsplit_once("/projects/").and_then(|(_, path)| path.split_once("/dataconnectors"))
    else {
        return;
    };
    let id = |segment: &str| Some(percent::decode(&template::plain(segment)?));
    let Some(project) = id(project).and_then(|project| ProjectId::parse(&project)) else { return };
    imported.project = Some(project.clone());
    let connector = id(connector.trim_matches('/')).and_then(|connector| ConnectorId::parse(&connector));
    imported.name = connector.map(|connector| ConnectorName { project, connector });
}
