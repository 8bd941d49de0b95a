//! `PATCH /v2/projects/{project}/dataconnectors/{connector}`: changes some fields of a Data Connector (`dt-api.md` §3.4).

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use crate::{
    caller::Caller,
    control::faults,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    settings::Settings,
    wire::{
        body::{self, JsonObject},
        connector::Connector,
        field_mask::FieldMask,
        query::QueryParameters,
    },
};

/// Needs `dataconnector.update`. Changes the fields in `updateMask`, or without one those that the body has.
pub async fn update(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, connector)): Path<(String, String)>,
    query: QueryParameters,
    JsonObject(sent): JsonObject,
) -> Result<Json<Connector>, Refusal> {
    let settings = emulator.settings();
    let cloud = &mut emulator.store().cloud;
    let project = caller.project_mut(cloud, &project, Permission::DataConnectorUpdate)?;
    let connector = project.connectors.get_mut(&connector).ok_or_else(Refusal::not_found)?;

    let current = Connector::new(connector, &project.id);
    let wanted = patched(current, sent, query.first("updateMask"), settings)?;
    let configuration = wanted.validated(Some(connector.configuration.status), settings)?;
    faults::check_name(&configuration.display_name, settings)?;

    connector.configure(configuration);
    Ok(Json(Connector::new(connector, &project.id)))
}

fn patched(
    current: Connector,
    sent: Value,
    mask: Option<&str>,
    settings: &Settings,
) -> Result<Connector, Refusal> {
    let Connector { kind, .. } = body::read(sent.clone())?;
    if !kind.is_empty() && kind != current.kind {
        return Err(Refusal::invalid("type", "cannot be changed"));
    }
    let mask = match mask {
        None | Some("") => FieldMask::present_in(&sent, settings.partial_config_keeps_rest),
        Some(mask) => FieldMask::parse(mask)?,
    };
    body::read(mask.apply(&sent, json!(current)))
}

#[cfg(test)]
mod tests;
