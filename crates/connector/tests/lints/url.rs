//! What a URL gives away, and where it leads.

use connector::{Field, Rules, Severity, Surroundings};

use super::scenes::{alone, fixed, header, http_push, push, titles, with_url};
use connector::HttpPushDraft;

const CREDENTIALS: &str = "User name and password in the URL";
const OUT_OF_REACH: &str = "Host out of reach";

#[test]
fn an_ordinary_url_needs_no_advice() {
    for url in [
        "https://example.com",
        "HTTPS://example.com:8443/a?b=c@d",
        "https://203.0.113.7/",
        "https://@a.example",
    ] {
        assert_eq!(alone(&with_url(url)), [], "{url}");
    }
}

#[test]
fn credentials_move_from_the_url_to_a_header() {
    let moved = [
        ("https://user:pass@example.com/dt", "https://example.com/dt", "Basic dXNlcjpwYXNz"),
        ("https://user@example.com:8443", "https://example.com:8443", "Basic dXNlcjo="),
        (
            "https://a%40b:p%3A%C3%B8:x@[2001:db8::1]:1/?q#",
            "https://[2001:db8::1]:1/?q#",
            "Basic YUBiOnA6w7g6eA==",
        ),
        ("https://a:%FF%FE@example.com/?a=b@c", "https://example.com/?a=b@c", "Basic YTr//g=="),
        ("https://p@ss:w@example.com", "https://example.com", "Basic cEBzczp3"),
    ];
    for (before, after, value) in moved {
        let mut draft = with_url(before);
        let lint = alone(&draft).into_iter().find(|lint| lint.title == CREDENTIALS).unwrap();
        assert_eq!((lint.severity, lint.field), (Severity::Warning, Some(Field::Url)));
        let fix = lint.fix.unwrap();
        assert_eq!(fix.label(), "Move to an Authorization header");
        fix.apply(&mut draft);
        assert_eq!(push(&mut draft).url, after);
        assert_eq!(push(&mut draft).headers, [header("Authorization", value)], "{before}");
    }
}

#[test]
fn credentials_do_not_replace_an_authorization_header() {
    let headers = vec![header("authorization", "Basic x")];
    let draft = http_push(HttpPushDraft {
        url: "https://a:b@c.example".to_owned(),
        headers,
        ..HttpPushDraft::default()
    });
    let lints = alone(&draft);
    assert_eq!(titles(&lints), [CREDENTIALS]);
    assert_eq!(lints[0].fix, None);
    let mut late = draft.clone();
    connector::Fix::MoveCredentials.apply(&mut late);
    assert_eq!(late, draft);
}

#[test]
fn hosts_that_only_a_private_network_knows_are_out_of_reach() {
    for host in [
        "localhost",
        "LOCALHOST.",
        "inbox.localhost",
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.20",
        "169.254.169.254",
        "[::1]",
        "[::]",
        "[fc00::1]",
        "[fdff::1]",
        "[fe80::1]",
        "[febf::1]",
        "[::ffff:10.0.0.1]",
        "printer.local",
        "api.corp.internal",
        "nas.home.arpa",
        "intranet",
    ] {
        let lints = alone(&with_url(&format!("https://{host}:8443/events")));
        assert_eq!(titles(&lints), [OUT_OF_REACH], "{host}");
        assert!(lints[0].reason.contains(host), "{host}");
    }
}

#[test]
fn hosts_beside_the_private_ranges_are_in_reach() {
    for host in [
        "9.255.255.255",
        "11.0.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.0.1",
        "192.169.0.1",
        "169.253.0.1",
        "128.0.0.1",
        "[2001:db8::1]",
        "[fec0::1]",
        "[fbff::1]",
        "[::ffff:203.0.113.1]",
        "local.example.com",
        "mylocal.dev",
        "internal.io",
        "localhost.example.com",
        "xn--bl-yia.example.",
    ] {
        assert_eq!(alone(&with_url(&format!("https://{host}/"))), [], "{host}");
    }
}

#[test]
fn where_plain_http_to_this_machine_is_allowed_this_machine_is_in_reach() {
    let surroundings = Surroundings { rules: Rules { allow_loopback_http: true }, ..Surroundings::default() };
    assert_eq!(with_url("https://localhost:1/").lints(&surroundings), []);
    assert_eq!(titles(&with_url("https://10.0.0.1/").lints(&surroundings)), [OUT_OF_REACH]);
    let lints = with_url("http://127.0.0.1:8081/inbox").lints(&surroundings);
    assert_eq!((lints[0].title, lints[0].severity, lints.len()), ("Not encrypted", Severity::Notice, 1));
    assert_eq!(alone(&with_url("http://127.0.0.1:8081/inbox")), [], "a problem there");
}

#[test]
fn a_fragment_is_never_sent_and_can_be_removed() {
    let removed = [
        ("https://example.com/a?b#c#d", "https://example.com/a?b"),
        ("https://example.com#@x", "https://example.com"),
        ("https://example.com/#", "https://example.com/"),
    ];
    for (before, after) in removed {
        let mut draft = fixed(with_url(before), &Surroundings::default());
        assert_eq!(push(&mut draft).url, after);
    }
}

#[test]
fn a_url_that_must_be_corrected_is_not_commented_on() {
    for url in [" https://a:b@localhost/#", "http://a:b@example.com", "https://user@:80/", "a:b@c", ""] {
        assert_eq!(alone(&with_url(url)), [], "{url}");
    }
}
