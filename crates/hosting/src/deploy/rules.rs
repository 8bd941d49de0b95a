//! What Cloudflare Pages and Netlify have in common: `_headers`, and a page for what is not there.

use std::fmt::Write;

use super::GENERATED;
use crate::caching::{ASSETS, Caching};
use crate::deployment::Deployment;
use crate::place::PLACES;

/// What is answered with status 404. Without it Cloudflare Pages would answer every missing file with the console's page.
pub const NOT_FOUND: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Not found</title>\n\
                             <p>This page is not there. <a href=\"/\">Data Connector Console</a></p>\n</html>\n";

/// The file `_headers`. No two rules set the same header, since their values would be joined.
pub fn headers(deployment: &Deployment) -> String {
    let mut text = format!("# {GENERATED}\n/*\n");
    for (name, value) in deployment.security_headers() {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let assets = format!("{ASSETS}*");
    let revalidated = ["/", "/index.html", "/config.json", "/404.html"].into_iter().chain(PLACES);
    let rules =
        revalidated.map(|path| (path, Caching::Revalidated)).chain([(assets.as_str(), Caching::Immutable)]);
    for (path, caching) in rules {
        let _ = writeln!(text, "{path}\n  cache-control: {}", caching.header());
    }
    text
}
