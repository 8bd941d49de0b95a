//! Vercel.

use serde_json::{Value, json};

use super::pretty;
use crate::caching::Caching;
use crate::deployment::Deployment;
use crate::place::PLACE_PATTERN;

pub fn files(deployment: &Deployment) -> Vec<(&'static str, String)> {
    let security: Vec<_> =
        deployment.security_headers().into_iter().map(|(name, value)| header(name, &value)).collect();
    let caching = |caching: Caching| json!([header("cache-control", caching.header())]);
    let headers = json!([
        { "source": "/(.*)", "headers": security },
        { "source": "/assets/(.*)", "headers": caching(Caching::Immutable) },
        { "source": "/((?!assets/|v2/|oauth2/).*)", "headers": caching(Caching::Revalidated) },
    ]);
    let forwards = deployment.forwards().into_iter().map(|forward| {
        let path = format!("{}{}", forward.path, if forward.subtree { "/:path*" } else { "" });
        json!({ "source": path, "destination": format!("{}{path}", forward.origin) })
    });
    // Asked only when there is no such file.
    let place = json!({ "source": format!("/((?!assets/){PLACE_PATTERN})"), "destination": "/index.html" });
    let rewrites: Vec<_> = forwards.chain([place]).collect();
    vec![("vercel.json", pretty(&json!({ "headers": headers, "rewrites": rewrites })))]
}

fn header(name: &str, value: &str) -> Value {
    json!({ "key": name, "value": value })
}
