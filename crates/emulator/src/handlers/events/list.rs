//! `GET /v2/projects/{project}/devices/{device}/events`: what a device has told, in pages (`dt-api.md` §6.6).

use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::role::Permission,
    refusal::Refusal,
    wire::{event_page, query::QueryParameters},
};

/// Needs `device.read`. The newest come first; changes of labels are left out.
pub async fn list(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, device)): Path<(String, String)>,
    query: QueryParameters,
) -> Result<Response, Refusal> {
    let store = emulator.store();
    let project = caller.project(&store.cloud, &project, Permission::DeviceRead)?;
    let device = project.devices.get(&device).ok_or_else(Refusal::not_found)?;
    let page = event_page::asked_for(&device.history, store.clock.now(), &query, emulator.settings())?;
    Ok(Json(page).into_response())
}

#[cfg(test)]
mod tests;
