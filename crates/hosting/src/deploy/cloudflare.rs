//! Cloudflare Pages, which forwards to other hosts only in Functions.

use super::{GENERATED, rules};
use crate::deployment::{Deployment, Forward};
use crate::place::PLACES;

pub fn files(deployment: &Deployment) -> Vec<(&'static str, String)> {
    let mut files = vec![
        ("404.html", rules::NOT_FOUND.to_owned()),
        ("_headers", rules::headers(deployment)),
        ("_redirects", redirects()),
    ];
    files.extend(deployment.forwards().iter().map(|forward| {
        let name = if forward.subtree { "functions/v2/[[path]].js" } else { "functions/oauth2/token.js" };
        (name, function(forward))
    }));
    files
}

/// `/index.html` would be redirected to `/`.
fn redirects() -> String {
    let places = PLACES.map(|place| format!("{place} / 200\n")).concat();
    format!("# {GENERATED}\n{places}")
}

/// A Function that forwards a request, and no cookies either way.
fn function(forward: &Forward) -> String {
    let origin = forward.origin;
    format!(
        r#"// {GENERATED}
export async function onRequest({{ request }}) {{
  const {{ pathname, search }} = new URL(request.url);
  const forwarded = new Request("{origin}" + pathname + search, request);
  forwarded.headers.delete("cookie");
  forwarded.headers.delete("origin");
  const answer = await fetch(forwarded, {{ redirect: "manual" }});
  const headers = new Headers(answer.headers);
  headers.delete("set-cookie");
  headers.set("cache-control", "no-store");
  headers.set("x-content-type-options", "nosniff");
  headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  return new Response(answer.body, {{ status: answer.status, headers }});
}}
"#
    )
}
