//! `/inbox/{name}`: a receiver for pushes, which shows what it received and can be told to misbehave.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, Method, StatusCode},
    response::{IntoResponse, Response},
};
use indexmap::IndexMap;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::faults::strike;
use crate::{
    delivery::courier::TIME_LIMIT,
    emulator::Emulator,
    refusal::Refusal,
    seed::Seed,
    wire::body::{self, JsonObject},
};

const MOST_INBOXES: usize = 1000;
const MOST_REQUESTS: usize = 1000;

/// The receivers, by name; a receiver is there when first used.
#[derive(Debug, Default)]
pub struct Inboxes(IndexMap<String, Inbox>);

#[derive(Debug, Default)]
struct Inbox {
    behaviour: Behaviour,
    requests: VecDeque<Received>,
}

/// What a receiver does with a push.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Behaviour {
    status: u16,
    /// Milliseconds before it answers.
    delay: u64,
    /// Closes the connection without an answer.
    drop: bool,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self { status: 200, delay: 0, drop: false }
    }
}

/// A push that a receiver received.
#[derive(Clone, Debug, Serialize)]
pub struct Received {
    method: String,
    headers: BTreeMap<String, String>,
    body: String,
    #[serde(rename = "receivedAt")]
    time: Timestamp,
}

/// How the stand-ins of the demo's endpoints answer: after so many milliseconds, with this status.
const DEMO: [(&str, u64, u16); 4] = [
    ("ops.example.com", 90, 200),
    ("cleaning.example.com", 240, 200),
    ("haccp.example.net", 130, 200),
    // The connector that points here was disabled, and fails again when it is enabled.
    ("energy.example.com", 60, 503),
];

impl Inboxes {
    /// The receivers as they are at the start.
    pub fn of(seed: Seed) -> Self {
        let mut inboxes = Self::default();
        if seed == Seed::Demo {
            for (name, delay, status) in DEMO {
                inboxes.named(name.to_owned()).behaviour = Behaviour { status, delay, drop: false };
            }
        }
        inboxes
    }

    fn named(&mut self, name: String) -> &mut Inbox {
        if self.0.len() >= MOST_INBOXES && !self.0.contains_key(&name) {
            self.0.shift_remove_index(0);
        }
        self.0.entry(name).or_default()
    }
}

/// Any method: keeps the request and answers `{}` with 200, or as it was told to.
pub async fn receive(
    State(emulator): State<Emulator>,
    Path(name): Path<String>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let request = (method, headers, body);
    receive_request(&emulator, name, request).await.unwrap_or_else(strike::cut)
}

/// A push that comes without a connection; `None` when one would have been closed without an answer.
pub async fn receive_push(
    emulator: &Emulator,
    name: &str,
    headers: HeaderMap,
    body: Bytes,
) -> Option<Response> {
    receive_request(emulator, name.to_owned(), (Method::POST, headers, body)).await
}

async fn receive_request(
    emulator: &Emulator,
    name: String,
    (method, headers, body): (Method, HeaderMap, Bytes),
) -> Option<Response> {
    let (Behaviour { status, delay, drop }, in_a_leap) = {
        let store = &mut *emulator.store();
        let in_a_leap = store.agenda.leap.is_some();
        let inbox = store.inboxes.named(name);
        if inbox.requests.len() >= MOST_REQUESTS {
            inbox.requests.pop_front();
        }
        inbox.requests.push_back(Received {
            method: method.to_string(),
            headers: headers
                .iter()
                .map(|(name, value)| (name.to_string(), legible(value.as_bytes())))
                .collect(),
            body: legible(&body),
            time: store.clock.now(),
        });
        (inbox.behaviour, in_a_leap)
    };
    let delay = Duration::from_millis(delay);
    // Days would take hours if each push were waited for that is answered in time all the same.
    if !in_a_leap || delay >= TIME_LIMIT {
        tokio::time::sleep(delay).await;
    }
    (!drop).then(|| (StatusCode::from_u16(status).unwrap_or_default(), Json(json!({}))).into_response())
}

/// `GET /inbox/{name}/requests`: answers a list of `{method, headers, body, receivedAt}`, the oldest first.
pub async fn requests(State(emulator): State<Emulator>, Path(name): Path<String>) -> Json<Vec<Received>> {
    let inboxes = &emulator.store().inboxes.0;
    Json(inboxes.get(&name).map(|inbox| inbox.requests.iter().cloned().collect()).unwrap_or_default())
}

/// `POST /inbox/{name}/behaviour {"status", "delay", "drop"}`: says how to answer from now on. Answers `{}`.
pub async fn behave(
    State(emulator): State<Emulator>,
    Path(name): Path<String>,
    JsonObject(sent): JsonObject,
) -> Result<Json<Value>, Refusal> {
    let behaviour: Behaviour = body::read(sent)?;
    if !(200..600).contains(&behaviour.status) {
        return Err(Refusal::invalid("status", "must be a status from 200 to 599"));
    }
    emulator.store().inboxes.named(name).behaviour = behaviour;
    Ok(Json(json!({})))
}

fn legible(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use axum::{
        body::{Body, to_bytes},
        http::Request,
    };
    use serde_json::{Value, json};
    use tokio::time::{Duration, Instant};
    use tower::ServiceExt;

    use crate::test_cloud::{Answer, NOW, TestCloud, each};

    async fn push(cloud: &TestCloud) -> Answer {
        let request = Request::post("/inbox/mine").header("X-Dt-Signature", "a.b.c");
        Answer::to(&cloud.emulator.api(), request.body(Body::from("{\"event\":1}")).unwrap()).await
    }

    async fn behave(cloud: &TestCloud, behaviour: Value) -> u16 {
        cloud.stranger().post("/inbox/mine/behaviour", behaviour).await.status
    }

    #[tokio::test]
    async fn a_push_is_answered_and_kept_as_it_came() {
        let cloud = TestCloud::demo();
        let answer = push(&cloud).await;
        assert_eq!((answer.status, answer.json), (200, json!({})));
        let received = json!({
            "method": "POST",
            "headers": {"x-dt-signature": "a.b.c"},
            "body": "{\"event\":1}",
            "receivedAt": NOW,
        });
        assert_eq!(cloud.stranger().get("/inbox/mine/requests").await.json, json!([received]));
        assert_eq!(cloud.stranger().get("/inbox/other/requests").await.json, json!([]));
    }

    #[tokio::test(start_paused = true)]
    async fn it_can_be_told_to_fail_slowly() {
        let cloud = TestCloud::demo();
        assert_eq!(behave(&cloud, json!({"status": 503, "delay": 11_000})).await, 200);
        let start = Instant::now();
        assert_eq!(push(&cloud).await.status, 503);
        assert_eq!(start.elapsed(), Duration::from_secs(11));
        assert_eq!(behave(&cloud, json!({})).await, 200);
        assert_eq!(push(&cloud).await.status, 200);
        assert_eq!(start.elapsed(), Duration::from_secs(11));
    }

    #[tokio::test]
    async fn it_can_be_told_to_drop_the_connection() {
        let cloud = TestCloud::demo();
        behave(&cloud, json!({"drop": true})).await;
        let request = Request::post("/inbox/mine").body(Body::empty()).unwrap();
        let answer = cloud.emulator.api().oneshot(request).await.unwrap();
        assert!(to_bytes(answer.into_body(), usize::MAX).await.is_err());
        assert_eq!(cloud.stranger().get("/inbox/mine/requests").await.json.as_array().unwrap().len(), 1);
    }

    #[tokio::test]
    async fn what_is_no_behaviour_is_refused() {
        let cloud = TestCloud::demo();
        for behaviour in [json!({"status": 42}), json!({"mood": "bad"}), json!({"delay": "long"})] {
            assert_eq!(behave(&cloud, behaviour).await, 400);
        }
    }

    #[tokio::test]
    async fn it_keeps_the_latest_thousand() {
        let cloud = TestCloud::demo();
        let stranger = cloud.stranger();
        for number in 0..1001 {
            stranger.post("/inbox/mine", json!(number)).await;
        }
        let requests = stranger.get("/inbox/mine/requests").await.json;
        let bodies = each(&requests, "body");
        assert_eq!((bodies.len(), bodies[0], bodies[999]), (1000, &json!("1"), &json!("1000")));
    }
}
