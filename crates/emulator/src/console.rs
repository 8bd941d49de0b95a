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
use hosting::{Deployment, Scheme, Upstream, Variant, is_place};
use serde_json::Value;
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

use crate::{api, control::faults::strike, emulator::Emulator, origins::Origins, settings::Settings};

/// The server of the console's origin, with the built console in `dist` if there is one.
pub fn server(emulator: &Emulator, dist: Option<&Path>) -> Router {
    let deployment = deployment(emulator.origins());
    let configuration = configuration(&deployment, emulator.settings());
    let security = from_fn_with_state(headers::security(&deployment), headers::add);
    // What goes wrong with a file does not last as the file would.
    let files = Router::new()
        .route("/config.json", get(async move || Json(configuration)))
        .fallback_service(dist.map_or_else(no_files, files))
        .layer(security.clone())
        .layer(from_fn(strike::inject))
        .layer(from_fn_with_state(emulator.clone(), strike::choose));
    if emulator.origins().same_origin {
        api::routes(emulator).layer(security).fallback_service(files)
    } else {
        files
    }
}

/// The console's deployment on this machine.
fn deployment(origins: Origins) -> Deployment {
    Deployment {
        variant: if origins.same_origin { Variant::SameOrigin } else { Variant::CrossOrigin },
        upstream: Upstream { api: origins.api(), identity: origins.api() },
        scheme: Scheme::Http,
    }
}

/// `/config.json`: where the API is, and what the console can offer beside a real DT Cloud.
fn configuration(deployment: &Deployment, settings: &Settings) -> Value {
    let mut configuration = deployment.configuration();
    if let Some(members) = configuration.as_object_mut() {
        members.insert("allowLoopbackHttp".to_owned(), (!settings.strict).into());
    }
    configuration
}

/// Files that exist, precompressed where the browser takes it; for the console's own places, its page.
fn files(dist: &Path) -> Router {
    let page = ServeFile::new(dist.join("index.html")).precompressed_br().precompressed_gzip();
    let place = get(async move |request: Request| -> Response {
        if is_place(request.uri().path()) {
            page.oneshot(request).await.into_response()
        } else {
            StatusCode::NOT_FOUND.into_response()
        }
    });
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files.fallback(place))
}

fn no_files() -> Router {
    Router::new().fallback(async || {
        (StatusCode::NOT_FOUND, "The emulator was started without the console's files (--dist).")
    })
}

#[cfg(test)]
mod tests;
