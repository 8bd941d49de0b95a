//! The map of the API's origin: every path and what stands before its handler.

use axum::{
    Router,
    extract::Request,
    http::{StatusCode, Uri},
    middleware::{Next, from_fn, from_fn_with_state},
    response::Response,
    routing::{any, get, patch, post},
};
use percent_encoding::percent_decode_str;
use tower::ServiceExt;

use crate::{
    authentication::authenticate,
    control::{self, faults::strike, journal},
    cors,
    emulator::{Emulator, ISSUER_PATH},
    handlers::{
        dataconnectors, devices, events, issuer, keys, labels, members, oauth2, organizations, projects,
        roles, serviceaccounts, unimplemented::unimplemented,
    },
    refusal::Refusal,
    storage::keeper::answer_once_kept,
};

/// What DT Cloud has here and the emulator does not.
const UNIMPLEMENTED: [&str; 2] =
    ["/projects/{project}/members/:batchCreate", "/projects/{project}/members/:batchDelete"];

/// The server of the API's own origin.
pub fn server(emulator: &Emulator) -> Router {
    let nothing = Router::new().fallback(nowhere).layer(cors::layer(&emulator.settings().cors));
    routes(emulator).fallback_service(nothing)
}

/// The API's paths alone, to stand under any origin.
pub fn routes(emulator: &Emulator) -> Router {
    let cors = cors::layer(&emulator.settings().cors);
    let api = Router::new()
        .nest_service("/v2", v2(emulator).map_request(split_custom_method))
        .route("/oauth2/token", post(oauth2::token::token))
        .route(
            &format!("{ISSUER_PATH}/.well-known/openid-configuration"),
            get(issuer::configuration::configuration),
        )
        .route(&format!("{ISSUER_PATH}/jwks"), get(issuer::keys::keys))
        .layer(from_fn_with_state(emulator.clone(), answer_once_kept))
        .layer(from_fn(strike::inject))
        .layer(cors.clone())
        .layer(from_fn_with_state(emulator.clone(), strike::choose))
        .layer(from_fn_with_state(emulator.clone(), journal::record));
    let control = control::routes(emulator.settings())
        .layer(from_fn_with_state(emulator.clone(), answer_once_kept))
        .layer(cors);
    api.merge(control).with_state(emulator.clone())
}

fn v2(emulator: &Emulator) -> Router {
    let implemented = Router::new()
        .without_v07_checks()
        .route("/organizations", get(organizations::list::list))
        .route("/organizations/{organization}", get(organizations::get::get))
        .route("/organizations/{organization}/permissions", get(organizations::permissions::permissions))
        .nest("/organizations/{organization}/members", of_members())
        .route("/roles", get(roles::list::list))
        .route("/roles/{role}", get(roles::get::get))
        .route("/projects", get(projects::list::list).post(projects::create::create))
        .route("/projects/:batchUpdate", post(projects::batch_update::batch_update))
        .route(
            "/projects/{project}",
            get(projects::get::get).patch(projects::update::update).delete(projects::delete::delete),
        )
        .route("/projects/{project}/permissions", get(projects::permissions::permissions))
        .nest("/projects/{project}/members", of_members())
        .nest("/projects/{project}/serviceaccounts", of_service_accounts())
        .merge(devices_and_events())
        .route(
            "/projects/{project}/dataconnectors",
            get(dataconnectors::list::list).post(dataconnectors::create::create),
        )
        .route(
            "/projects/{project}/dataconnectors/{connector}",
            get(dataconnectors::get::get)
                .patch(dataconnectors::update::update)
                .delete(dataconnectors::delete::delete),
        )
        .route(
            "/projects/{project}/dataconnectors/{connector}/:sync",
            post(dataconnectors::synchronize::synchronize),
        )
        .route(
            "/projects/{project}/dataconnectors/{connector}/:metrics",
            get(dataconnectors::metrics::metrics),
        );
    UNIMPLEMENTED
        .into_iter()
        .fold(implemented, |router, path| router.route(path, any(unimplemented)))
        .fallback(nowhere)
        .method_not_allowed_fallback(not_so)
        .layer(from_fn(require_text))
        .layer(from_fn_with_state(emulator.clone(), authenticate))
        .with_state(emulator.clone())
}

fn devices_and_events() -> Router<Emulator> {
    Router::new()
        .without_v07_checks()
        .route("/projects/{project}/devices", get(devices::list::list).post(devices::create::create))
        .route("/projects/{project}/devices/:batchUpdate", post(devices::batch_update::batch_update))
        .route("/projects/{project}/devices/:transfer", post(devices::transfer::transfer))
        .route("/projects/{project}/devices/:stream", get(events::stream::stream))
        .route(
            "/projects/{project}/devices/{device}",
            get(devices::get::get).put(devices::replace::replace).delete(devices::delete::delete),
        )
        .route("/projects/{project}/devices/{device}/:publish", post(events::publish::publish))
        .route("/projects/{project}/devices/{device}/:stream", get(events::stream_device::stream_device))
        .route("/projects/{project}/devices/{device}/events", get(events::list::list))
        .route("/projects/{project}/devices/{device}/labels", post(labels::create::create))
        .route(
            "/projects/{project}/devices/{device}/labels/{label}",
            patch(labels::update::update).delete(labels::delete::delete),
        )
}

fn of_members() -> Router<Emulator> {
    Router::new()
        .without_v07_checks()
        .route("/", get(members::list::list).post(members::create::create))
        .route(
            "/{member}",
            get(members::get::get).patch(members::update::update).delete(members::delete::delete),
        )
        .route("/{member}/:getInviteUrl", get(members::invite_url::invite_url))
}

fn of_service_accounts() -> Router<Emulator> {
    Router::new()
        .route("/", get(serviceaccounts::list::list).post(serviceaccounts::create::create))
        .route(
            "/{account}",
            get(serviceaccounts::get::get)
                .patch(serviceaccounts::update::update)
                .delete(serviceaccounts::delete::delete),
        )
        .route("/{account}/keys", get(keys::list::list).post(keys::create::create))
        .route("/{account}/keys/{key}", get(keys::get::get).delete(keys::delete::delete))
}

/// Routes match whole segments, so a custom method (`…/{connector}:sync`) is made a segment of its own.
fn split_custom_method(mut request: Request) -> Request {
    let uri = request.uri();
    let (parent, last) = uri.path().rsplit_once('/').unwrap_or_default();
    if let Some((resource, method)) = last.split_once(':').filter(|(resource, _)| !resource.is_empty()) {
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        if let Ok(split) = format!("{parent}/{resource}/:{method}{query}").parse::<Uri>() {
            *request.uri_mut() = split;
        }
    }
    request
}

/// Refuses a path that stands for no text as the API refuses; the extractors would do so in plain text.
async fn require_text(request: Request, next: Next) -> Result<Response, Refusal> {
    match percent_decode_str(request.uri().path()).decode_utf8() {
        Ok(_) => Ok(next.run(request).await),
        Err(_) => Err(Refusal::invalid("path", "must be UTF-8")),
    }
}

async fn nowhere() -> Refusal {
    Refusal::not_found()
}

async fn not_so() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "method not allowed")
}
