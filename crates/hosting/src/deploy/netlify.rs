//! Netlify.

use super::{GENERATED, rules};
use crate::deployment::Deployment;
use crate::place::PLACES;

pub fn files(deployment: &Deployment) -> Vec<(&'static str, String)> {
    vec![
        ("404.html", rules::NOT_FOUND.to_owned()),
        ("_headers", rules::headers(deployment)),
        ("_redirects", redirects(deployment)),
    ]
}

fn redirects(deployment: &Deployment) -> String {
    let forwards = deployment.forwards().into_iter().map(|forward| {
        let (path, origin) = (forward.path, forward.origin);
        if forward.subtree {
            format!("{path}/* {origin}{path}/:splat 200!\n")
        } else {
            format!("{path} {origin}{path} 200!\n")
        }
    });
    let places = PLACES.iter().map(|place| format!("{place} /index.html 200\n"));
    let rules: String = forwards.chain(places).collect();
    format!("# {GENERATED}\n{rules}")
}
