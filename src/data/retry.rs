//! Repeats reads that DT Cloud asks to repeat.

use dt_api::{Method, Request, Response, Transport, TransportError};

use super::timer::wait;

/// How often a read is sent in all.
const ATTEMPTS: u32 = 3;

/// Seconds to wait after a 429 whose `Retry-After` the browser may not read, as DT's Swift client does (`dt-api.md` §8).
const RATE_LIMIT_PAUSE: u32 = 5;

/// Longer waits are the person's decision.
const LONGEST_PAUSE: u32 = 10;

/// Sends a read again after a 429 or a 503. A write is never repeated here: its outcome may be unknown.
pub struct Retry<T> {
    inner: T,
}

impl<T> Retry<T> {
    /// Repeats reads through `inner`.
    pub fn new(inner: T) -> Self {
        Self { inner }
    }
}

impl<T: Transport> Transport for Retry<T> {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        let mut attempt = 1;
        loop {
            let response = self.inner.send(request.clone()).await?;
            let again = request.method == Method::Get && attempt < ATTEMPTS;
            match pause(&response, attempt).filter(|_| again) {
                Some(seconds) => wait(i32::try_from(seconds * 1000).unwrap_or(i32::MAX)).await,
                None => return Ok(response),
            }
            attempt += 1;
        }
    }
}

/// Seconds until the request may be sent again; nothing when repeating does not help or takes too long.
fn pause(response: &Response, attempt: u32) -> Option<u32> {
    let asked = response.retry_after.as_deref().and_then(|seconds| seconds.trim().parse().ok());
    let seconds = match response.status {
        429 => asked.unwrap_or(RATE_LIMIT_PAUSE),
        503 => asked.unwrap_or(attempt),
        _ => return None,
    };
    Some(seconds).filter(|seconds| *seconds <= LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(status: u16, retry_after: Option<&str>) -> Response {
        Response { status, retry_after: retry_after.map(str::to_owned), body: String::new() }
    }

    #[test]
    fn a_rate_limit_waits_as_long_as_asked_or_five_seconds() {
        assert_eq!(pause(&response(429, Some("2")), 1), Some(2));
        assert_eq!(pause(&response(429, None), 1), Some(5));
        assert_eq!(pause(&response(429, Some("Wed, 21 Oct 2026 07:28:00 GMT")), 1), Some(5));
    }

    #[test]
    fn an_unavailable_service_is_given_more_time_with_each_attempt() {
        assert_eq!(pause(&response(503, None), 1), Some(1));
        assert_eq!(pause(&response(503, None), 2), Some(2));
    }

    #[test]
    fn a_long_wait_or_any_other_answer_goes_to_the_person() {
        assert_eq!(pause(&response(429, Some("60")), 1), None);
        for status in [200, 400, 401, 403, 404, 409, 500, 504] {
            assert_eq!(pause(&response(status, None), 1), None, "{status}");
        }
    }
}
