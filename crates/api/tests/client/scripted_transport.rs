//! A transport that answers from a script and remembers what it was asked.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use dt_api::{Method, Request, Response, Transport, TransportError};

pub struct ScriptedTransport {
    answers: RefCell<VecDeque<Result<Response, TransportError>>>,
    sent: RefCell<Vec<Request>>,
}

impl ScriptedTransport {
    pub fn new(answers: impl IntoIterator<Item = Result<Response, TransportError>>) -> Self {
        Self { answers: RefCell::new(answers.into_iter().collect()), sent: RefCell::default() }
    }

    /// The requests so far were exactly these, with a `Content-Type` where there is a body and no other header.
    pub fn assert_sent(&self, expected: &[(Method, &str, Option<&str>)]) {
        let request = |(method, url, body): &(Method, &str, Option<&str>)| Request {
            method: *method,
            url: (*url).to_owned(),
            headers: body.map(|_| ("Content-Type", "application/json".to_owned())).into_iter().collect(),
            body: body.map(str::to_owned),
        };
        assert_eq!(*self.sent.borrow(), expected.iter().map(request).collect::<Vec<_>>());
    }
}

impl Transport for ScriptedTransport {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        self.sent.borrow_mut().push(request);
        self.answers.borrow_mut().pop_front().unwrap()
    }
}

/// An answer with status 200.
#[expect(clippy::unnecessary_wraps, reason = "it stands in a script beside transport errors")]
pub fn ok(body: &str) -> Result<Response, TransportError> {
    Ok(Response { status: 200, retry_after: None, body: body.to_owned() })
}

/// The text of a wire sample.
pub fn sample(name: &str) -> String {
    std::fs::read_to_string(format!("{}/samples/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The result of a future that never waits.
#[expect(clippy::panic, reason = "a future that waits fails the test")]
pub fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the scripted transport never waits"),
    }
}
