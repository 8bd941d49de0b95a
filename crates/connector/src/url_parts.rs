//! The parts of an absolute URL, split as browsers split it.

/// A URL's text, cut into what stands between its delimiters. Nothing is decoded, and nothing is checked.
#[derive(Clone, Copy)]
pub(crate) struct UrlParts<'a> {
    /// What stands before `://`.
    pub(crate) scheme: &'a str,
    /// User name and password, where there is an `@` after them.
    pub(crate) userinfo: Option<&'a str>,
    /// The host; an IPv6 address is in brackets.
    pub(crate) host: &'a str,
    /// The port, where there is a colon before it.
    pub(crate) port: Option<&'a str>,
    /// Path, query and fragment, with the delimiter that each starts with.
    pub(crate) rest: &'a str,
}

impl<'a> UrlParts<'a> {
    /// Nothing for a text that has no `://`.
    pub(crate) fn of(url: &'a str) -> Option<Self> {
        let (scheme, after) = url.split_once("://")?;
        let end = after.find(['/', '\\', '?', '#']).unwrap_or(after.len());
        let (authority, rest) = after.split_at(end);
        let (userinfo, host_and_port) = match authority.rsplit_once('@') {
            Some((userinfo, host_and_port)) => (Some(userinfo), host_and_port),
            None => (None, authority),
        };
        let (host, port) = match host_and_port.rsplit_once(':') {
            // The colons of an IPv6 address are within brackets.
            Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
            _ => (host_and_port, None),
        };
        Some(Self { scheme, userinfo, host, port, rest })
    }

    /// Whether the host is this machine, whoever asks.
    pub(crate) fn is_loopback(&self) -> bool {
        let host = self.host.to_ascii_lowercase();
        let is_ipv4 = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        host == "localhost"
            || host.ends_with(".localhost")
            || host == "[::1]"
            || (is_ipv4 && host.starts_with("127."))
    }

    /// Path and query, without the fragment, which is never sent.
    pub(crate) fn path_and_query(&self) -> &'a str {
        self.rest.split('#').next().unwrap_or_default()
    }
}
