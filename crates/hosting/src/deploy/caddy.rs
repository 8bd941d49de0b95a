//! Caddy.

use super::{GENERATED, Listen, Site};
use crate::caching::{ASSETS, Caching};
use crate::deployment::{Deployment, Forward};
use crate::place::PLACE_PATTERN;

/// A `Caddyfile`.
#[must_use]
pub fn caddyfile(deployment: &Deployment, site: &Site) -> String {
    let Site { root, .. } = site;
    let address = match &site.listen {
        Listen::Name(name) => name.clone(),
        Listen::LocalPort(port) => format!("http://localhost:{port}"),
    };
    let headers = deployment
        .security_headers()
        .iter()
        .map(|(name, value)| format!("\t\t{name} \"{value}\"\n"))
        .collect::<Vec<_>>()
        .concat();
    let forwards: String = deployment.forwards().iter().map(handle).collect();
    let (immutable, revalidated) = (Caching::Immutable.header(), Caching::Revalidated.header());
    format!(
        r#"# {GENERATED}
{address} {{
	root * {root}
	# Apart, since with a removal among them the others would miss from errors.
	header -server
	header {{
{headers}	}}
{forwards}	handle {{
		# Only a file that is there lasts.
		@asset {{
			path {ASSETS}*
			file
		}}
		@changing not {{
			path {ASSETS}*
			file
		}}
		header @asset cache-control "{immutable}"
		header @changing cache-control "{revalidated}"

		# A place of the console: there is no such file, and none is meant.
		@place {{
			not path {ASSETS}*
			not file
			path_regexp ^/{PLACE_PATTERN}$
		}}
		rewrite @place /index.html
		file_server {{
			precompressed br gzip
		}}
	}}
}}
"#
    )
}

/// Forwards as it came, but for cookies either way and the page's origin.
fn handle(forward: &Forward) -> String {
    let Forward { path, subtree, origin } = forward;
    let (below, host, not_stored) =
        (if *subtree { "/*" } else { "" }, forward.host(), Caching::NotStored.header());
    format!(
        "\thandle {path}{below} {{
		reverse_proxy {origin} {{
			header_up host {host}
			header_up -cookie
			header_up -origin
			header_down -set-cookie
			header_down -server
			header_down cache-control {not_stored}
			flush_interval -1
		}}
	}}
"
    )
}
