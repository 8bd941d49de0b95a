//! Why there is no answer, as far as a browser lets a page know. It hides from the page whether a request of another origin
//! failed on the network or was answered and withheld (CORS). An answer that no page may read tells that the server is there;
//! so a read that failed is followed by one such request, and sent again, before CORS is blamed. A write is never followed.

use std::cell::RefCell;

use dt_api::{Method, Request, Response, TransportError};
use leptos::prelude::{window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Event, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect,
    SecurityPolicyViolationEvent,
};

use super::timer::wait;

/// Milliseconds after which a server that does not answer counts as out of reach.
const PROBE_TIMEOUT: u32 = 5_000;

#[derive(Default)]
struct Known {
    /// Whether violations of the content security policy are listened to.
    listens: bool,
    /// Origins that the page's own policy does not let it call.
    blocked: Vec<String>,
    /// Origins that answer and do not let this page read it. While one is here it is not asked about again.
    withheld: Vec<String>,
}

impl Known {
    fn block(&mut self, origin: &str) {
        // Every request that is made all the same is told of again.
        if !self.blocked.iter().any(|other| other == origin) {
            self.blocked.push(origin.to_owned());
        }
    }
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// What became of a request, with the reason where there is no answer. `send` sends it again, without asking for reasons.
pub(super) async fn explain<F: Future<Output = Result<Response, TransportError>>>(
    request: &Request,
    outcome: Result<Response, TransportError>,
    send: impl Fn(Request) -> F,
) -> Result<Response, TransportError> {
    let Some(origin) = origin(&request.url) else { return outcome };
    match outcome {
        Ok(response) => {
            KNOWN.with_borrow_mut(|known| known.withheld.retain(|other| other != origin));
            Ok(response)
        }
        Err(TransportError::Unreachable) => reason(request, origin, send).await,
        Err(error) => Err(error),
    }
}

/// Listens from now on to what the page's own policy forbids.
pub(super) fn listen() {
    let listens = KNOWN.with_borrow_mut(|known| std::mem::replace(&mut known.listens, true));
    if listens {
        return;
    }
    let _listener = window_event_listener_untyped("securitypolicyviolation", |event: Event| {
        let Some(event) = event.dyn_ref::<SecurityPolicyViolationEvent>() else { return };
        if event.effective_directive() == "connect-src"
            && let Some(origin) = origin(&event.blocked_uri())
        {
            KNOWN.with_borrow_mut(|known| known.block(origin));
        }
    });
}

async fn reason<F: Future<Output = Result<Response, TransportError>>>(
    request: &Request,
    origin: &str,
    send: impl Fn(Request) -> F,
) -> Result<Response, TransportError> {
    if !window().navigator().on_line() {
        return Err(TransportError::Offline);
    }
    if let Some(error) = known(origin) {
        return Err(error);
    }
    let is_own = window().location().origin().is_ok_and(|own| own == origin);
    // What needs no token is the token endpoint, which is asked and changes nothing.
    let changes_nothing = request.method == Method::Get
        || !request.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("authorization"));
    if is_own || !changes_nothing {
        return Err(TransportError::Unreachable);
    }
    let answers = probe(&request.url, RequestMode::NoCors).await;
    // The browser tells of a violation in a task after that in which the request failed.
    wait(0).await;
    if let Some(error) = known(origin) {
        return Err(error);
    }
    if !answers {
        return Err(TransportError::Unreachable);
    }
    // The connection may have failed just once.
    let outcome = if request.method == Method::Get {
        send(request.clone()).await
    } else if probe(&request.url, RequestMode::Cors).await {
        Err(TransportError::Aborted)
    } else {
        Err(TransportError::Unreachable)
    };
    match outcome {
        Err(TransportError::Unreachable) => {
            KNOWN.with_borrow_mut(|known| known.withheld.push(origin.to_owned()));
            Err(TransportError::Withheld)
        }
        Err(TransportError::Aborted) => Err(TransportError::Unreachable),
        outcome => outcome,
    }
}

fn known(origin: &str) -> Option<TransportError> {
    KNOWN.with_borrow(|known| {
        if known.blocked.iter().any(|other| other == origin) {
            Some(TransportError::Forbidden)
        } else {
            known.withheld.iter().any(|other| other == origin).then_some(TransportError::Withheld)
        }
    })
}

/// Whether the server answers, to a GET without token, body or cookies.
async fn probe(url: &str, mode: RequestMode) -> bool {
    let init = RequestInit::new();
    init.set_mode(mode);
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::Omit);
    // A request whose answer is not read may not refuse redirects; it carries nothing that could leak.
    if mode == RequestMode::Cors {
        init.set_redirect(RequestRedirect::Error);
    }
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PROBE_TIMEOUT)));
    let answer: Result<JsValue, JsValue> = JsFuture::from(window().fetch_with_str_and_init(url, &init)).await;
    answer.is_ok()
}

/// The origin of an absolute HTTP URL.
fn origin(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    matches!(scheme, "http" | "https").then(|| url.get(..scheme.len() + 3 + host.len())).flatten()
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_is_a_scheme_with_a_host() {
        assert_eq!(origin("https://api.example.com/v2/projects?a=b"), Some("https://api.example.com"));
        assert_eq!(origin("http://localhost:8081"), Some("http://localhost:8081"));
        for other in ["/config.json", "inline", "data:text/plain,x", "https://", "file:///x"] {
            assert_eq!(origin(other), None, "{other}");
        }
    }
}
