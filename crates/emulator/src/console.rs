//! The map of the console's origin: the built console, served as a CDN would.

mod headers;

use std::path::Path;

use axum::{
    Json, Router,
    extract::Request,
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::{Value, json};
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

use crate::{api, control::faults::strike, emulator::Emulator, origins::Origins, settings::Settings};

/// The server of the console's origin, with the built console in `dist` if there is one.
pub fn server(emulator: &Emulator, dist: Option<&Path>) -> Router {
    let configuration = configuration(emulator.origins(), emulator.settings());
    let files = Router::new()
        .route("/config.json", get(async move || Json(configuration)))
        .fallback_service(dist.map_or_else(no_files, files))
        .layer(from_fn_with_state(headers::content_security_policy(emulator.origins()), headers::add))
        .layer(from_fn(strike::inject))
        .layer(from_fn_with_state(emulator.clone(), strike::choose));
    if emulator.origins().same_origin { api::routes(emulator).fallback_service(files) } else { files }
}

/// `/config.json`: where the API is, and what the console can offer beside a real DT Cloud.
fn configuration(origins: Origins, settings: &Settings) -> Value {
    let api = origins.api_for_console();
    json!({
        "apiUrl": format!("{api}/v2"),
        "tokenUrl": format!("{api}/oauth2/token"),
        "allowLoopbackHttp": !settings.strict,
    })
}

/// Files that exist, precompressed where the browser takes it; for the console's own places, its page.
fn files(dist: &Path) -> Router {
    let page = ServeFile::new(dist.join("index.html")).precompressed_br().precompressed_gzip();
    let place = get(async move |request: Request| -> Response {
        if names_a_file(request.uri().path()) {
            return StatusCode::NOT_FOUND.into_response();
        }
        page.oneshot(request).await.into_response()
    });
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files.fallback(place))
}

fn no_files() -> Router {
    Router::new().fallback(async || {
        (StatusCode::NOT_FOUND, "The emulator was started without the console's files (--dist).")
    })
}

/// Whether the last segment has an extension, as the console's places never do.
fn names_a_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

#[cfg(test)]
mod tests;
