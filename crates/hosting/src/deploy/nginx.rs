//! nginx, with the modules for files that are compressed already.

use super::{GENERATED, Listen, Site};
use crate::caching::{ASSETS, Caching};
use crate::deployment::{API_PATH, Deployment, Forward, TOKEN_PATH};
use crate::place::PLACE_PATTERN;

/// A file for `/etc/nginx/conf.d`.
#[must_use]
pub fn server(deployment: &Deployment, site: &Site) -> String {
    let Site { root, .. } = site;
    let headers = deployment
        .security_headers()
        .iter()
        .map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n"))
        .collect::<Vec<_>>()
        .concat();
    let forwards: String = deployment.forwards().iter().map(location).collect();
    let [immutable, revalidated, not_stored] =
        [Caching::Immutable, Caching::Revalidated, Caching::NotStored].map(Caching::header);
    let listen = listen(&site.listen);
    format!(
        r#"# {GENERATED}

# Only a file that is there lasts. 304 repeats what was said with the file.
map "$status $request_uri" $console_caching {{
    default                 "{revalidated}";
    "~^(200|206|304) {ASSETS}" "{immutable}";
    "~^\d+ ({API_PATH}/|{TOKEN_PATH})" "{not_stored}";
}}

{listen}    root {root};
    server_tokens off;

    types {{
        text/html        html;
        text/javascript  js;
        text/css         css;
        application/wasm wasm;
        application/json json;
        image/svg+xml    svg;
    }}
    charset utf-8;
    charset_types text/javascript text/css application/json;

    # Debian: apt-get install libnginx-mod-http-brotli-static; without it take the second line out.
    gzip_static on;
    brotli_static on;

{headers}    add_header cache-control $console_caching always;

    location ^~ {ASSETS} {{
        try_files $uri =404;
    }}

    # A place of the console: there is no such file, and none is meant.
    location ~ ^/{PLACE_PATTERN}$ {{
        try_files $uri /index.html;
    }}

    location / {{
        try_files $uri =404;
    }}
{forwards}}}
"#
    )
}

/// The beginning of a server, up to where it listens.
fn listen(listen: &Listen) -> String {
    match listen {
        Listen::Name(name) => format!(
            "server {{
    listen 80;
    listen [::]:80;
    server_name {name};
    return 301 https://{name}$request_uri;
}}

server {{
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name {name};
    ssl_certificate     /etc/ssl/{name}/fullchain.pem;
    ssl_certificate_key /etc/ssl/{name}/privkey.pem;
    ssl_protocols       TLSv1.2 TLSv1.3;

"
        ),
        Listen::LocalPort(port) => format!("server {{\n    listen 127.0.0.1:{port};\n\n"),
    }
}

/// Forwards as it came, but for cookies either way and the page's origin, and tells the caller nothing more.
fn location(forward: &Forward) -> String {
    let Forward { path, subtree, origin } = forward;
    let place = if *subtree { format!("^~ {path}/") } else { format!("= {path}") };
    let tls = if forward.is_encrypted() {
        "        proxy_ssl_server_name on;
        proxy_ssl_verify on;
        proxy_ssl_verify_depth 3;
        proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;
"
    } else {
        ""
    };
    let host = forward.host();
    format!(
        r#"
    location {place} {{
        proxy_pass {origin};
        proxy_http_version 1.1;
{tls}        proxy_set_header Host {host};
        proxy_set_header Connection "";
        proxy_set_header Cookie "";
        proxy_set_header Origin "";
        proxy_hide_header Set-Cookie;
        proxy_hide_header Cache-Control;
        proxy_buffering off;
    }}
"#
    )
}
