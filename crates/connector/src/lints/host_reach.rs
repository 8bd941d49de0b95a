//! Hosts that exist only within somebody's network, where DT Cloud is not.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::Lint;
use crate::problems::{Field, Rules};
use crate::url_parts::UrlParts;

/// Domains that are never in the public name system (RFC 6761, 6762, 8375, and ICANN's `.internal`).
const PRIVATE_DOMAINS: [&str; 4] = ["local", "internal", "home.arpa", "localdomain"];

/// A failing endpoint is disabled after five days (`dt-api.md` §4). Where the rules allow plain HTTP to this machine, it
/// is this machine that sends.
pub(super) fn unreachable(parts: &UrlParts, rules: Rules) -> Option<Lint> {
    if rules.allow_loopback_http && parts.is_loopback() {
        return None;
    }
    let host = parts.host;
    let why = why_private(host)?;
    let reason = format!(
        "DT Cloud cannot reach {host}, {why}: deliveries would fail, and after five days without a success DT Cloud \
         disables the connector. Use a host that can be reached from the internet."
    );
    Some(Lint::warning(Field::Url, "Host out of reach", reason))
}

fn why_private(host: &str) -> Option<&'static str> {
    const NETWORK: &str = "which is an address within a private network";
    const MACHINE: &str = "which means the machine that asks for it";
    if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        let address: Ipv6Addr = address.parse().ok()?;
        if let Some(address) = address.to_ipv4_mapped() {
            return ipv4(address, MACHINE, NETWORK);
        }
        let is_machine = address.is_loopback() || address.is_unspecified();
        let is_network = address.is_unique_local() || address.is_unicast_link_local();
        return is_machine.then_some(MACHINE).or(is_network.then_some(NETWORK));
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    if let Ok(address) = name.parse::<Ipv4Addr>() {
        return ipv4(address, MACHINE, NETWORK);
    }
    let name = name.to_ascii_lowercase();
    let is_within =
        |domain: &str| name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    if is_within("localhost") {
        Some(MACHINE)
    } else if PRIVATE_DOMAINS.into_iter().any(is_within) {
        Some("which is a name within a private network")
    } else {
        (!name.contains('.')).then_some("which is a name without a domain")
    }
}

fn ipv4(address: Ipv4Addr, machine: &'static str, network: &'static str) -> Option<&'static str> {
    let is_machine = address.is_loopback() || address.is_unspecified();
    let is_network = address.is_private() || address.is_link_local();
    is_machine.then_some(machine).or(is_network.then_some(network))
}
