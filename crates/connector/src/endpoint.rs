//! Where a connector forwards to, in one line.

use std::borrow::Cow;

use dt_api::Config;

/// The endpoint as a list shows it, without user name and password; empty for an unknown configuration.
#[must_use]
pub fn endpoint(config: &Config) -> Cow<'_, str> {
    match config {
        Config::HttpPush(config) => config.url_without_userinfo(),
        Config::AzureServiceBus(config) => Cow::Borrowed(&config.url),
        Config::AzureEventHub(config) => Cow::Borrowed(&config.url),
        Config::GoogleCloudPubsub(config) => Cow::Borrowed(&config.topic),
        Config::AwsSqs(config) => Cow::Borrowed(&config.queue_url),
        Config::Unknown(_) => Cow::Borrowed(""),
    }
}
