//! What the client makes of answers that are no success.

use dt_api::{Error, Refusal, Response, TransportError};

use crate::scripted_transport::{now, ok, sample};
use crate::{client, name, project};

#[expect(clippy::panic, reason = "a failed step fails the test")]
fn refusal(status: u16, retry_after: Option<&str>, body: &str) -> Refusal {
    let answer = Response { status, retry_after: retry_after.map(str::to_owned), body: body.to_owned() };
    match now(client([Ok(answer)]).delete_connector(&name())) {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

#[test]
fn a_refusal_has_the_servers_message_and_help() {
    let refusal = refusal(409, None, &sample("error_already_exists"));
    assert_eq!((refusal.status, refusal.message.as_str()), (409, "already exists"));
    assert_eq!(refusal.help.unwrap(), "https://docs.d21s.com/error/#409");
}

#[test]
fn a_refusal_without_json_has_its_status_alone() {
    for body in ["", "<html>Bad Gateway</html>", "[]", r#"{"error":{"code":1}}"#] {
        let expected = Refusal { status: 502, message: String::new(), help: None, retry_after: None };
        assert_eq!(refusal(502, None, body), expected, "{body}");
    }
}

#[test]
fn help_that_is_no_https_url_is_dropped() {
    assert_eq!(refusal(400, None, r#"{"help":"javascript:alert(1)"}"#).help, None);
}

#[test]
fn retry_after_counts_in_seconds_and_not_in_dates() {
    assert_eq!(refusal(429, Some("5"), "").retry_after, Some(5));
    assert_eq!(refusal(429, Some("Wed, 21 Oct 2026 07:28:00 GMT"), "").retry_after, None);
    assert_eq!(refusal(429, None, "").retry_after, None);
}

#[test]
fn no_answer_and_nonsense_are_told_apart() {
    let client =
        client([Err(TransportError::TimedOut), ok("not JSON"), ok(r#"{"dataConnectors":[{"name":"x"}]}"#)]);
    let error = || now(client.connectors(&project(), None)).unwrap_err();
    assert_eq!(error(), Error::Transport(TransportError::TimedOut));
    assert_eq!(error().to_string(), "The answer is not JSON.");
    let expected = "In the answer, `dataConnectors[0].name` is not the name of a Data Connector.";
    assert_eq!(error().to_string(), expected);
}

#[test]
fn a_command_is_done_only_if_the_answer_comes_from_the_api() {
    for body in ["", "{}", " {\"more\": 1}\n"] {
        assert_eq!(now(client([ok(body)]).delete_connector(&name())), Ok(()), "{body}");
        assert_eq!(now(client([ok(body)]).synchronize_connector(&name())), Ok(()), "{body}");
    }
    for body in ["<!doctype html>", "{", "[]"] {
        let error = now(client([ok(body)]).delete_connector(&name())).unwrap_err();
        assert!(matches!(error, Error::Malformed(_)), "{body}");
        let error = now(client([ok(body)]).synchronize_connector(&name())).unwrap_err();
        assert!(error.may_be_done(), "{body}");
    }
}

#[test]
fn what_the_server_refuses_is_not_done_and_all_else_may_be() {
    let refused = |status| Error::Refused(refusal(status, None, ""));
    for status in [400, 401, 403, 404, 409, 429] {
        assert!(!refused(status).may_be_done() && refused(status).is_refused_with(status), "{status}");
    }
    for status in [500, 502, 503, 504] {
        assert!(refused(status).may_be_done(), "{status}");
    }
    for error in [TransportError::Unreachable, TransportError::TimedOut, TransportError::TooLong] {
        assert!(Error::Transport(error).may_be_done(), "{error}");
    }
}
