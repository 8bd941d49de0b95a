//! The one door to DT Cloud. Requests go through the layers of [`ApiClient`], outermost first: retries of reads,
//! the account's rate limit, the session's token, the browser's `fetch`.

mod access;
mod addition;
mod authorized;
mod config_file;
mod deployed;
mod fetch;
mod journal;
mod lists;
mod load;
mod page_policy;
mod problem;
mod project_names;
mod reachability;
mod resumption;
mod retry;
mod rights;
mod throttle;
pub mod timer;
mod token_check;
mod write;

pub use access::Access;
pub use addition::{Added, Addition};
pub use authorized::Authorized;
pub use config_file::read_config;
pub use deployed::is_deployed_anew;
pub use fetch::Fetch;
pub use journal::{Entry, EntryState, Journal, use_journal};
pub use load::{Load, Loading};
pub use page_policy::content_security_policy;
pub use problem::{NextStep, Problem};
pub use project_names::{ProjectNames, use_project_names};
pub use rights::ProjectRights;
pub use write::Write;

use std::rc::Rc;

use dt_api::Client;
use leptos::prelude::*;

use crate::config::Config;
use crate::session::Session;
use retry::Retry;
use throttle::Throttle;

/// The client of DT's API as the console uses it.
pub type ApiClient = Client<Retry<Throttle<Authorized<Fetch>>>>;

/// The door, as a context.
#[derive(Clone, Copy)]
pub struct Cloud {
    client: StoredValue<Rc<ApiClient>, LocalStorage>,
    api_url: StoredValue<String>,
    token_url: StoredValue<String>,
    allow_loopback_http: bool,
}

impl Cloud {
    /// The API that `config` names, called with the tokens of `session`.
    #[must_use]
    pub fn new(config: &Config, session: Session) -> Self {
        let transport = Retry::new(Throttle::new(Authorized::new(Fetch, session)));
        let client = Client::new(&config.api_url, transport);
        let client = if config.update_mask { client } else { client.without_update_mask() };
        Self {
            client: StoredValue::new_local(Rc::new(client)),
            api_url: StoredValue::new(config.api_url.clone()),
            token_url: StoredValue::new(config.token_url.clone()),
            allow_loopback_http: config.allow_loopback_http,
        }
    }

    /// The client, to be moved into a future.
    #[must_use]
    pub fn client(self) -> Rc<ApiClient> {
        self.client.get_value()
    }

    /// Where the API is, such as `https://api.disruptive-technologies.com/v2`.
    #[must_use]
    pub fn api_url(self) -> String {
        self.api_url.get_value()
    }

    /// Where tokens come from, such as `https://identity.disruptive-technologies.com/oauth2/token`.
    #[must_use]
    pub fn token_url(self) -> String {
        self.token_url.get_value()
    }

    /// Whether the console's own host passes requests on to DT, and so sees what is in them.
    #[must_use]
    pub fn is_forwarded(self) -> bool {
        let own = window().location().origin().unwrap_or_default();
        self.api_url.with_value(|url| url.strip_prefix(&own).is_some_and(|path| path.starts_with('/')))
    }

    /// What endpoints this deployment accepts.
    #[must_use]
    pub fn rules(self) -> connector::Rules {
        connector::Rules { allow_loopback_http: self.allow_loopback_http }
    }
}

/// The door of this page.
///
/// # Panics
/// Outside of the console's frame, which provides it: a mistake in the program that every test of the page shows.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "a mistake in the program; `expect_context` would bring `Debug` of texts along"
)]
pub fn use_cloud() -> Cloud {
    use_context().expect("the console provides the door")
}
