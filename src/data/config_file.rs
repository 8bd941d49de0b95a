//! Fetching `/config.json`.

use dt_api::{Method, Request, Transport};
use leptos::prelude::window;

use super::Fetch;
use crate::config::{Config, ConfigError};

/// Reads the deployment's configuration from the console's own origin.
///
/// # Errors
/// When the file is missing or broken.
pub async fn read_config() -> Result<Config, ConfigError> {
    let request =
        Request { method: Method::Get, url: "/config.json".to_owned(), headers: Vec::new(), body: None };
    let response = Fetch.send(request).await.map_err(|_| ConfigError::Missing(None))?;
    match response.status {
        200 => Config::parse(&response.body, &window().location().origin().unwrap_or_default()),
        status => Err(ConfigError::Missing(Some(status))),
    }
}
