//! Every call of the client, and the sign-in, with answers that no server should give.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use dt_api::oauth::{TokenError, token_response};
use dt_api::{
    Client, Connector, ConnectorName, Device, Error, Metrics, Project, ProjectId, Request, Response,
    Transport, TransportError, arbitrary,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use super::{body, near_a_sample};

/// Answers everything alike.
struct Always(Response);

impl Transport for Always {
    async fn send(&self, _: Request) -> Result<Response, TransportError> {
        Ok(self.0.clone())
    }
}

fn response() -> impl Strategy<Value = Response> {
    let status = prop_oneof![3 => Just(200), 1 => 400..600_u16, 1 => any::<u16>()];
    let retry_after = proptest::option::of(prop_oneof!["[0-9]{0,12}", arbitrary::text()]);
    (status, retry_after, body()).prop_map(|(status, retry_after, body)| Response {
        status,
        retry_after,
        body,
    })
}

fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable_wait(),
    }
}

#[expect(clippy::panic, reason = "a future that waits fails the test")]
fn unreachable_wait() -> ! {
    panic!("the transport never waits")
}

/// What each call of the client makes of this answer.
fn every_call(answer: &Response) -> Vec<Result<(), Error>> {
    let client = Client::new("https://api.example.com/v2", Always(answer.clone()));
    let project = ProjectId::parse("p").unwrap();
    let name = ConnectorName::parse("projects/p/dataconnectors/d").unwrap();
    let body = Value::Null;
    vec![
        now(client.projects(None)).map(drop),
        now(client.project(&project)).map(drop),
        now(client.permissions(&project)).map(drop),
        now(client.devices(&project, Some("t"))).map(drop),
        now(client.connectors(&project, None)).map(drop),
        now(client.connector(&name)).map(drop),
        now(client.create_connector(&project, &body)).map(drop),
        now(client.update_connector(&name, &body)).map(drop),
        now(client.delete_connector(&name)),
        now(client.synchronize_connector(&name)),
        now(client.metrics(&name)).map(drop),
    ]
}

/// Puts something in the place of one piece of the JSON that holds no others.
fn put(json: &mut Value, at: Index, new: Value) {
    let mut pieces: Vec<&mut Value> = match json {
        Value::Object(members) => members.values_mut().collect(),
        Value::Array(items) => items.iter_mut().collect(),
        _ => Vec::new(),
    };
    if pieces.is_empty() {
        *json = new;
    } else {
        let at_piece = at.index(pieces.len());
        put(pieces.swap_remove(at_piece), at, new);
    }
}

proptest! {
    #![proptest_config(arbitrary::many_cases())]

    #[test]
    fn no_answer_makes_a_call_panic_and_every_failure_is_said(answer in response()) {
        for result in every_call(&answer) {
            let is_success = (200..=299).contains(&answer.status);
            match result {
                Ok(()) => prop_assert!(is_success),
                Err(error) => {
                    prop_assert_eq!(matches!(error, Error::Refused(_)), !is_success);
                    prop_assert!(!error.to_string().is_empty());
                }
            }
        }
    }

    #[test]
    fn no_help_of_a_refusal_is_a_link_that_runs_something(answer in response()) {
        for result in every_call(&answer) {
            if let Err(Error::Refused(refusal)) = result {
                prop_assert!(refusal.help.is_none_or(|help| help.starts_with("https://")));
            }
        }
    }

    #[test]
    fn no_answer_makes_signing_in_panic(answer in response()) {
        match token_response(&answer) {
            Ok(token) => prop_assert!(!token.reveal().is_empty() && token.expires_in > 0),
            Err(TokenError::Rejected { .. }) => prop_assert!([400, 401].contains(&answer.status)),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn a_malformed_answer_is_told_without_what_it_holds(
        json in near_a_sample(""), at in any::<Index>(), in_a_list in any::<bool>(),
    ) {
        const SECRET: &str = "b2f0-hush-hush";
        let mut json = json;
        put(&mut json, at, if in_a_list { vec![SECRET].into() } else { SECRET.into() });
        let failures = [
            Connector::from_json(&json).err(),
            Project::from_json(&json).err(),
            Device::from_json(&json).err(),
            Metrics::from_json(&json).err(),
        ];
        for failure in failures.into_iter().flatten() {
            let shown = format!("{failure} {failure:?}");
            prop_assert!(!shown.contains(SECRET), "{}", shown);
        }
        let token = token_response(&Response { status: 200, retry_after: None, body: json.to_string() });
        let shown = format!("{token:?}");
        prop_assert!(!shown.contains(SECRET), "{}", shown);
    }
}
