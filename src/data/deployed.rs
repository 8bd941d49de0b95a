//! Whether the console has been deployed anew since this page was loaded.

use dt_api::{Method, Request, Transport};
use leptos::prelude::document;

use super::Fetch;

/// What every build's page names, and each by another name.
const LOADER: &str = "/assets/loader-";

/// Asks the host for its page, and whether that is another one than is running. A page that cannot be had is none.
pub async fn is_deployed_anew() -> bool {
    let Some(running) = running() else { return false };
    let request = Request { method: Method::Get, url: "/".to_owned(), headers: Vec::new(), body: None };
    match Fetch.send(request).await {
        Ok(answer) if answer.status == 200 => is_another(&answer.body, &running),
        Ok(_) | Err(_) => false,
    }
}

/// The loader of the page that is running; debug builds have none.
fn running() -> Option<String> {
    let script = document().query_selector(&format!("script[src^='{LOADER}']")).ok()??;
    script.get_attribute("src")
}

/// Whether this is a page of the console, and of another build. What stands in a proxy's own pages says nothing.
fn is_another(page: &str, running: &str) -> bool {
    page.contains(LOADER) && !page.contains(running)
}

#[cfg(test)]
mod tests {
    use super::is_another;

    #[test]
    fn only_a_page_of_another_build_is_new() {
        let running = "/assets/loader-0123456789abcdef.js";
        for (page, is_new) in [
            ("<script src=\"/assets/loader-0123456789abcdef.js\">", false),
            ("<script src=\"/assets/loader-fedcba9876543210.js\">", true),
            ("<h1>Sign in to the network</h1>", false),
            ("", false),
        ] {
            assert_eq!(is_another(page, running), is_new, "{page}");
        }
    }
}
