//! Whatever is pasted as code: nothing panics, nothing hangs, and every problem is said.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

mod endless;
mod pasted;

use connector::Draft;
use connector::code::{Language, Target, write};
use dt_api::Connector;
use std::fs;
use std::path::Path;

/// Every connector of the wire samples that has a form, as code in every language: for a change and for a new one.
fn codes() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../api/samples");
    let names = ["http_push", "azure_service_bus", "azure_event_hub", "google_cloud_pubsub", "aws_sqs"];
    let connectors = names.map(|name| {
        let text = fs::read_to_string(folder.join(format!("connector_{name}.json"))).unwrap();
        Connector::from_json(&serde_json::from_str(&text).unwrap()).unwrap()
    });
    let languages =
        connectors.iter().flat_map(|connector| Language::ALL.map(|language| (connector, language)));
    languages.flat_map(|(connector, language)| code(connector, language)).collect()
}

fn code(connector: &Connector, language: Language) -> [String; 2] {
    let mut draft = Draft::from(connector);
    let new = Target::Create(&connector.name.project);
    let created = write(language, &draft, new, "https://api.example.com/v2").unwrap().text;
    draft.display_name.push_str(" (copy)");
    draft.labels.push("it's \"quoted\" $here".to_owned());
    let changed =
        write(language, &draft, Target::Update(connector), "https://api.example.com/v2").unwrap().text;
    [created, changed]
}
