//! Who receives a push.

use url::{Host, Url};

/// Names that never belong to anyone (RFC 2606): nobody real is shadowed by a stand-in.
const RESERVED: [&str; 4] = ["example.com", "example.net", "example.org", "example"];

/// The inbox that stands in for the endpoint at this URL, if one does: that of its host, where the host is called as in
/// examples. So a demo can have endpoints with real-looking names that answer.
pub fn stand_in(url: &Url) -> Option<&str> {
    let Some(Host::Domain(name)) = url.host() else { return None };
    let reserved = RESERVED.iter().any(|reserved| {
        let parent = name.strip_suffix(reserved);
        parent.is_some_and(|parent| parent.is_empty() || parent.ends_with('.'))
    });
    reserved.then_some(name)
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::stand_in;

    #[test]
    fn an_inbox_stands_in_for_a_host_called_as_in_examples() {
        for (url, name) in [
            ("https://ops.example.com/dt?x", Some("ops.example.com")),
            ("https://EXAMPLE.org:8443", Some("example.org")),
            ("https://a.example/b", Some("a.example")),
            ("https://notexample.com", None),
            ("https://example.com.evil.test", None),
            ("http://localhost:8081/inbox/mine", None),
            ("https://127.0.0.1/", None),
        ] {
            assert_eq!(stand_in(&Url::parse(url).unwrap()), name, "{url}");
        }
    }
}
