//! DT Cloud, API and token endpoint alike, as a script of answers that remembers what it was asked.

use crate::page::until;
use dt_api::{Request, Response, Transport, TransportError};
use js_sys::{Function, Promise};
use leptos::wasm_bindgen::JsValue;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

pub type Answer = Result<Response, TransportError>;

/// Clones follow the same script.
#[derive(Clone, Default)]
pub struct ScriptedTransport {
    answers: Rc<RefCell<VecDeque<Answer>>>,
    asked: Rc<RefCell<Vec<Request>>>,
    gate: Rc<RefCell<Option<Gate>>>,
}

impl ScriptedTransport {
    pub fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let cloud = Self::default();
        cloud.answers.borrow_mut().extend(answers);
        cloud
    }

    /// Answers with this next, after what it was told before.
    pub fn will_answer(&self, answer: Answer) {
        self.answers.borrow_mut().push_back(answer);
    }

    /// Keeps the next request waiting.
    pub fn hold(&self) -> Held {
        let arrived = Rc::new(Cell::new(false));
        let mut release = None;
        let released = Promise::new(&mut |resolve, _| release = Some(resolve));
        *self.gate.borrow_mut() = Some(Gate { arrived: Rc::clone(&arrived), released });
        Held { arrived, release: release.unwrap() }
    }

    /// Every request so far, oldest first.
    pub fn asked(&self) -> Vec<Request> {
        self.asked.borrow().clone()
    }
}

impl Transport for ScriptedTransport {
    async fn send(&self, request: Request) -> Answer {
        self.asked.borrow_mut().push(request);
        let answer = self.answers.borrow_mut().pop_front().unwrap();
        let gate = self.gate.borrow_mut().take();
        if let Some(Gate { arrived, released }) = gate {
            arrived.set(true);
            JsFuture::from(released).await.unwrap();
        }
        answer
    }
}

/// What a request waits at.
struct Gate {
    arrived: Rc<Cell<bool>>,
    released: Promise,
}

/// A request that waits for its answer.
pub struct Held {
    arrived: Rc<Cell<bool>>,
    release: Function,
}

impl Held {
    /// Waits until the request is there.
    pub async fn arrived(&self) {
        until("the request arrives", || self.arrived.get()).await;
    }

    pub fn release(self) {
        self.release.call0(&JsValue::UNDEFINED).unwrap();
    }
}

/// A token that is good for so many seconds.
#[expect(clippy::unnecessary_wraps, reason = "it stands in a script beside transport errors")]
pub fn token(token: &str, seconds: u32) -> Answer {
    Ok(response(
        200,
        &format!(r#"{{"access_token":"{token}","token_type":"Bearer","expires_in":{seconds}}}"#),
    ))
}

/// What DT Cloud says to a key that it does not know, or no longer.
#[expect(clippy::unnecessary_wraps, reason = "it stands in a script beside transport errors")]
pub fn rejection() -> Answer {
    Ok(response(400, include_str!("../../crates/api/samples/token_error.json")))
}

pub fn response(status: u16, body: &str) -> Response {
    Response { status, retry_after: None, body: body.to_owned() }
}
