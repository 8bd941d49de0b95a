//! A resource of DT's Terraform provider (`dt-api.md` §3, §11).

use dt_api::ConnectorName;
use serde_json::{Map, Value};

use super::hcl::Parser;
use super::{ImportProblem, Imported, Source, fields};
use crate::member_name::to_camel_case;
use crate::template;

const RESOURCE: &str = "dt_data_connector";

/// Where the first resource begins, if there is one.
pub(super) fn find(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let block = line.trim_start();
        if block.starts_with("resource") && block.contains(RESOURCE) {
            return Some(start);
        }
        start += line.len();
    }
    None
}

pub(super) fn read(text: &str) -> Result<Imported, ImportProblem> {
    let mut parser = Parser::new(text);
    let (mut resource, mut id) = (None, None);
    while let Some(block) = parser.block()? {
        match (block.kind, block.label.as_deref()) {
            ("resource", Some(RESOURCE)) if resource.is_some() => {
                return Err(ImportProblem::new(block.line, "Paste one Data Connector: this is another."));
            }
            ("resource", Some(RESOURCE)) => resource = Some(parser.body()?),
            ("import", None) => id = parser.body()?.remove("id"),
            _ => parser.skip_body()?,
        }
    }
    let Some(resource) = resource else {
        return Err(ImportProblem::new(1, "Paste a resource \"dt_data_connector\" with its braces."));
    };
    let mut imported = fields::read(Source::Terraform, &in_camel_case(resource));
    let id = id.as_ref().and_then(Value::as_str).and_then(template::plain);
    imported.name = imported.name.or_else(|| ConnectorName::parse(&id?));
    if let Some(name) = &imported.name {
        imported.project.get_or_insert_with(|| name.project.clone());
    }
    Ok(imported)
}

/// The names of the API; those of headers stay as they are.
fn in_camel_case(members: Map<String, Value>) -> Map<String, Value> {
    let mut renamed = Map::new();
    for (member, value) in members {
        let value = match value {
            Value::Object(members) if member != "headers" => Value::Object(in_camel_case(members)),
            other => other,
        };
        renamed.insert(to_camel_case(&member), value);
    }
    renamed
}
