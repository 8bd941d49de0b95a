//! `/_emulator/clock`: the emulated time, and moving it.

use axum::{Json, extract::State};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{
    emulator::Emulator,
    refusal::Refusal,
    wire::body::{self, JsonObject},
};

/// The emulated time.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    now: Timestamp,
    advanced_seconds: i64,
}

#[derive(Debug, Deserialize)]
struct Advance {
    advance: String,
}

/// `GET`: answers `{now, advancedSeconds}`.
pub async fn show(State(emulator): State<Emulator>) -> Json<Answer> {
    let clock = &emulator.store().clock;
    Json(Answer { now: clock.now(), advanced_seconds: clock.advanced().as_secs() })
}

/// `POST {"advance": "5d"}`: moves the clock on by seconds, minutes, hours or days, and answers as `GET` does once
/// everything has happened that was due until then.
pub async fn advance(
    State(emulator): State<Emulator>,
    JsonObject(sent): JsonObject,
) -> Result<Json<Answer>, Refusal> {
    let Advance { advance } = body::read(sent)?;
    let by = duration(&advance)
        .ok_or_else(|| Refusal::invalid("advance", "must be a whole number with s, m, h or d, such as 5d"))?;
    // To its end, also when nobody waits for the answer any more.
    let leaping = emulator.clone();
    let leap = tokio::spawn(async move { leaping.advance(by).await });
    let _ = leap.await;
    Ok(show(State(emulator)).await)
}

fn duration(text: &str) -> Option<SignedDuration> {
    let count: u32 = text.get(..text.len().checked_sub(1)?)?.parse().ok()?;
    let seconds = match text.chars().next_back()? {
        's' => 1,
        'm' => 60,
        'h' => 60 * 60,
        'd' => 24 * 60 * 60,
        _ => return None,
    };
    Some(SignedDuration::from_secs(i64::from(count) * seconds))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{SignedDuration, duration};
    use crate::test_cloud::{NOW, TestCloud};

    #[tokio::test]
    async fn the_clock_can_be_moved_on() {
        let cloud = TestCloud::demo();
        let clock = cloud.stranger().get("/_emulator/clock").await.json;
        assert_eq!(clock, json!({"now": NOW, "advancedSeconds": 0}));
        let moved = cloud.stranger().post("/_emulator/clock", json!({"advance": "5d"})).await;
        assert_eq!(moved.status, 200);
        assert_eq!(moved.json, json!({"now": "2025-01-07T03:04:05Z", "advancedSeconds": 432_000}));
        assert_eq!(cloud.stranger().get("/_emulator/clock").await.json, moved.json);
    }

    #[tokio::test]
    async fn moving_the_clock_ends_tokens() {
        let cloud = TestCloud::demo();
        let client = cloud.user();
        assert_eq!(client.get("/v2/roles").await.status, 200);
        cloud.stranger().post("/_emulator/clock", json!({"advance": "60m"})).await;
        assert_eq!(client.get("/v2/roles").await.status, 401);
    }

    #[tokio::test]
    async fn an_advance_that_is_none_is_refused() {
        let cloud = TestCloud::demo();
        for body in [json!({}), json!({"advance": 5}), json!({"advance": "soon"})] {
            assert_eq!(cloud.stranger().post("/_emulator/clock", body).await.status, 400);
        }
    }

    #[test]
    fn durations_are_a_number_and_a_unit() {
        assert_eq!(duration("90s"), Some(SignedDuration::from_secs(90)));
        assert_eq!(duration("15m"), Some(SignedDuration::from_mins(15)));
        assert_eq!(duration("12h"), Some(SignedDuration::from_hours(12)));
        assert_eq!(duration("5d"), Some(SignedDuration::from_hours(120)));
    }

    #[test]
    fn all_else_is_no_duration() {
        for text in ["", "d", "5", "5 d", "-5d", "5dd", "5é", "1.5h"] {
            assert_eq!(duration(text), None, "{text}");
        }
    }
}
