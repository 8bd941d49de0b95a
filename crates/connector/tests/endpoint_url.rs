//! Which endpoint URLs are right.

use connector::{ConfigDraft, Draft, Field, HttpPushDraft, Problem, Rules};
use dt_api::ConnectorKind;
use proptest::prelude::*;

const CLOUD: Rules = Rules { allow_loopback_http: false };
const EMULATOR: Rules = Rules { allow_loopback_http: true };

fn with_url(url: &str) -> Draft {
    let config = HttpPushDraft { url: url.to_owned(), ..HttpPushDraft::default() };
    Draft { config: ConfigDraft::HttpPush(config), ..Draft::new(&ConnectorKind::HttpPush) }
}

fn url_problem(url: &str, rules: Rules) -> Option<String> {
    with_url(url).problems(&rules).pop().map(|problem| problem.message)
}

#[test]
fn an_https_url_is_right_with_user_port_path_and_query() {
    let urls =
        ["https://example.com", "HTTPS://user:p@ss@example.com:8443/a?b=c", "https://[2001:db8::1]:1/"];
    for url in urls.into_iter().chain([
        "https://xn--bl-yia.example/",
        "https://blå.example.",
        "https://192.0.2.1/#a",
        "https://[::1]",
    ]) {
        assert_eq!(url_problem(url, CLOUD), None, "{url}");
    }
}

#[test]
fn a_wrong_url_comes_with_its_remedy() {
    let remedies = [
        ("", "Enter the URL that events are sent to."),
        (" https://example.com", "Remove the spaces and line breaks from the URL."),
        ("https://example.com/a b", "Remove the spaces and line breaks from the URL."),
        ("example.com", "Start the URL with https://."),
        ("ftp://example.com", "Start the URL with https://."),
        ("https:/example.com", "Start the URL with https://."),
        ("https://", "Add a host name after https://, as in https://example.com/events."),
        ("https:///path", "Add a host name after https://, as in https://example.com/events."),
        ("https://user@:80/", "Add a host name after https://, as in https://example.com/events."),
        (
            "https://exa%mple.com",
            "Correct the host name in the URL: it consists of letters, digits, hyphens and dots.",
        ),
        (
            "https://a..b",
            "Correct the host name in the URL: it consists of letters, digits, hyphens and dots.",
        ),
        (
            "https://a.0",
            "Correct the host name in the URL: it consists of letters, digits, hyphens and dots.",
        ),
        (
            "https://[::1",
            "Correct the host name in the URL: it consists of letters, digits, hyphens and dots.",
        ),
        ("https://example.com:0/", "Correct the port in the URL: it is a number from 1 to 65535."),
        ("https://example.com:65536/", "Correct the port in the URL: it is a number from 1 to 65535."),
        ("https://example.com:+80/", "Correct the port in the URL: it is a number from 1 to 65535."),
        ("https://example.com:/", "Correct the port in the URL: it is a number from 1 to 65535."),
    ];
    for (url, remedy) in remedies {
        assert_eq!(
            with_url(url).problems(&CLOUD),
            [Problem { field: Field::Url, message: remedy.to_owned() }],
            "{url}"
        );
    }
}

#[test]
fn plain_http_is_for_loopback_hosts_where_the_rules_allow_it() {
    for host in ["localhost", "LOCALHOST", "inbox.localhost", "127.0.0.1", "127.1.2.3", "[::1]"] {
        let url = format!("http://{host}:8081/inbox/a");
        assert_eq!(url_problem(&url, EMULATOR), None, "{url}");
        assert!(url_problem(&url, CLOUD).unwrap().contains("https:// instead of http://"), "{url}");
    }
    for host in
        ["example.com", "localhost.example.com", "127.example.com", "localhost@example.com", "128.0.0.1"]
    {
        let url = format!("http://{host}/");
        assert!(url_problem(&url, EMULATOR).unwrap().contains("https:// instead of http://"), "{url}");
    }
}

proptest! {
    #[test]
    fn a_url_made_of_legal_parts_is_right(
        userinfo in "([a-z:%0-9]{1,8}@)?",
        host in "([a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?[.]){0,2}[a-z]([a-z0-9-]{0,8}[a-z0-9])?|(25[0-5]|1[0-9]{2}|[1-9]?[0-9])([.](25[0-5]|1[0-9]{2}|[1-9]?[0-9])){3}",
        port in proptest::option::of(1..=u16::MAX),
        rest in "([/?#][!-~]{0,12})?",
    ) {
        let port = port.map_or_else(String::new, |port| format!(":{port}"));
        let url = format!("https://{userinfo}{host}{port}{rest}");
        prop_assert_eq!(url_problem(&url, CLOUD), None, "{}", url);
    }

    #[test]
    fn no_url_with_a_space_or_another_scheme_is_right(url in "[!-~]{0,20}", at in 0..20_usize) {
        let mut spaced = format!("https://{url}");
        spaced.insert(at.min(spaced.len()), ' ');
        prop_assert!(url_problem(&spaced, EMULATOR).is_some());
        prop_assume!(!url.to_lowercase().starts_with("http"));
        prop_assert!(url_problem(&url, EMULATOR).is_some());
    }
}
