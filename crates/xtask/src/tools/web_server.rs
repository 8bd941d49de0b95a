//! The web servers that serve the console in the end-to-end tests: Debian's, unpacked into the cache and not installed, so that
//! no service is started.

use super::{cache, debian};
use crate::failure::{Failure, Outcome};
use std::fs;
use std::path::PathBuf;

/// nginx: `NGINX` where it is set, else Debian's with its module for files that are compressed with Brotli.
pub fn nginx() -> Outcome<PathBuf> {
    provide("NGINX", "nginx", &["nginx", "libnginx-mod-http-brotli-static"], "usr/sbin/nginx")
}

/// Caddy: `CADDY` where it is set, else Debian's.
pub fn caddy() -> Outcome<PathBuf> {
    provide("CADDY", "caddy", &["caddy"], "usr/bin/caddy")
}

fn provide(variable: &str, name: &str, packages: &[&str], program: &str) -> Outcome<PathBuf> {
    if let Some(chosen) = std::env::var_os(variable).map(PathBuf::from) {
        return if chosen.is_file() {
            Ok(chosen)
        } else {
            Err(Failure::new(format!("{variable} names {}, which is not there.", chosen.display())))
        };
    }
    let release = fs::read_to_string("/etc/debian_version").unwrap_or_default();
    let release = release.trim().replace('/', "-");
    let folder =
        cache::tool(name, &format!("debian-{release}"), |folder| debian::unpack(name, packages, folder))?;
    Ok(folder.join(program))
}
