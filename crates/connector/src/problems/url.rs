//! Checks of URLs (`dt-api.md` §3.5).

use std::net::{Ipv4Addr, Ipv6Addr};

use super::Rules;
use crate::url_parts::UrlParts;

const START_WITH_HTTPS: &str = "Start the URL with https://.";

/// What is wrong with the URL of an HTTPS endpoint.
pub(super) fn endpoint_problem(url: &str, rules: Rules) -> Option<&'static str> {
    if url.is_empty() {
        return Some("Enter the URL that events are sent to.");
    }
    if url.contains(|character: char| character.is_whitespace() || character.is_control()) {
        return Some("Remove the spaces and line breaks from the URL.");
    }
    let Some(parts) = UrlParts::of(url) else { return Some(START_WITH_HTTPS) };
    let UrlParts { scheme, host, port, .. } = parts;
    if scheme.eq_ignore_ascii_case("http") {
        if !(rules.allow_loopback_http && parts.is_loopback()) {
            return Some(
                "Start the URL with https:// instead of http://: DT Cloud sends events over HTTPS only.",
            );
        }
    } else if !scheme.eq_ignore_ascii_case("https") {
        return Some(START_WITH_HTTPS);
    }
    if host.is_empty() {
        return Some("Add a host name after https://, as in https://example.com/events.");
    }
    if !is_host(host) {
        return Some("Correct the host name in the URL: it consists of letters, digits, hyphens and dots.");
    }
    if port.is_some_and(|port| !is_port(port)) {
        return Some("Correct the port in the URL: it is a number from 1 to 65535.");
    }
    None
}

fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return address.parse::<Ipv6Addr>().is_ok();
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    // As the URL standard has it, a host that ends in a number is an address.
    if name.rsplit('.').next().is_some_and(is_number) {
        return name.parse::<Ipv4Addr>().is_ok();
    }
    // Which letters beyond ASCII a name may have is DT Cloud's to say.
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'-' | b'_');
    name.split('.').all(|label| !label.is_empty() && label.bytes().all(allowed))
}

fn is_number(label: &str) -> bool {
    let digits = label.strip_prefix("0x").or_else(|| label.strip_prefix("0X"));
    let is_hexadecimal = digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    is_hexadecimal || (!label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}
