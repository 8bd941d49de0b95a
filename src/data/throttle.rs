//! Keeps the console below DT's rate limit.

use std::cell::RefCell;
use std::collections::VecDeque;

use dt_api::{Request, Response, Transport, TransportError};

use super::timer::wait;

/// Requests that may start within one [`WINDOW`] (`dt-api.md` §8: 25 per 5 s, from DT's documentation of 2021).
const REQUESTS: usize = 25;

/// Milliseconds.
const WINDOW: f64 = 5_000.0;

/// Lets a burst through and then holds requests back instead of running into 429s.
pub struct Throttle<T> {
    inner: T,
    /// When each of the last requests started, oldest first; never more than [`REQUESTS`].
    started: RefCell<VecDeque<f64>>,
}

impl<T> Throttle<T> {
    /// Throttles `inner`.
    pub fn new(inner: T) -> Self {
        Self { inner, started: RefCell::default() }
    }

    /// Starts a request, or says how many milliseconds from `now` one may start. A request that stops waiting, because
    /// its view is gone, has taken nobody's place.
    fn start(&self, now: f64) -> Result<(), f64> {
        let mut started = self.started.borrow_mut();
        if started.len() == REQUESTS {
            // A clock that was set back frees the place too.
            let age = started.front().map_or(WINDOW, |oldest| now - oldest);
            if (0.0..WINDOW).contains(&age) {
                return Err(WINDOW - age);
            }
            started.pop_front();
        }
        started.push_back(now);
        Ok(())
    }
}

impl<T: Transport> Transport for Throttle<T> {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        while let Err(delay) = self.start(js_sys::Date::now()) {
            #[expect(clippy::cast_possible_truncation, reason = "at most a window")]
            wait(delay.ceil() as i32).await;
        }
        self.inner.send(request).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many of so many waiting requests start at this time.
    fn started_at(throttle: &Throttle<()>, now: f64, waiting: usize) -> usize {
        (0..waiting).filter(|_| throttle.start(now).is_ok()).count()
    }

    #[test]
    fn a_burst_starts_at_once_and_the_rest_a_window_at_a_time() {
        let throttle = Throttle::new(());
        assert_eq!(started_at(&throttle, 0.0, 60), REQUESTS);
        assert_eq!(started_at(&throttle, WINDOW - 1.0, 35), 0);
        assert_eq!(started_at(&throttle, WINDOW, 35), REQUESTS);
        assert_eq!(started_at(&throttle, 2.0 * WINDOW, 10), 10);
    }

    #[test]
    fn a_request_is_told_when_the_oldest_makes_place() {
        let throttle = Throttle::new(());
        started_at(&throttle, 1_000.0, REQUESTS);
        assert_eq!(throttle.start(1_500.0), Err(WINDOW - 500.0));
    }

    #[test]
    fn requests_that_stopped_waiting_hold_up_nobody() {
        let throttle = Throttle::new(());
        started_at(&throttle, 0.0, 1_000);
        assert_eq!(throttle.start(WINDOW), Ok(()));
    }

    #[test]
    fn a_clock_that_is_set_back_stops_nothing() {
        let throttle = Throttle::new(());
        started_at(&throttle, 1_000_000.0, REQUESTS);
        assert_eq!(throttle.start(0.0), Ok(()));
    }
}
