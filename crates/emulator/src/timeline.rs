//! Time passes: what is due happens, in order.

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use tokio::{
    sync::watch,
    time::{Instant, sleep, timeout},
};
use url::Url;

use crate::{
    agenda::{Leap, Place},
    control::inbox,
    delivery::{
        courier::{self, TIME_LIMIT},
        push::Push,
        receiver::stand_in,
    },
    emulator::Emulator,
    model::outcomes::Outcome,
    store::Store,
};

/// How many pushes of all connectors together may be under way at once.
const MOST_UNDER_WAY: usize = 1024;

/// How many pushes are under way.
#[derive(Debug, Default)]
pub struct UnderWay(watch::Sender<usize>);

/// The emulator, for a push that counts as under way until this is dropped.
struct Counted(Emulator);

impl UnderWay {
    fn room(&self) -> usize {
        MOST_UNDER_WAY.saturating_sub(*self.0.borrow())
    }

    /// How many may be under way of one connector: no more than what is then left to all others, so that those whose receivers
    /// hang do not take all the room.
    fn share(&self, most: usize) -> usize {
        (self.room() / 2).max(1).min(most)
    }

    async fn none(&self) {
        // An error means that the sender is gone, and with it everything under way.
        let _ = self.0.subscribe().wait_for(|&count| count == 0).await;
    }
}

impl Counted {
    fn new(emulator: &Emulator) -> Self {
        emulator.under_way().0.send_modify(|count| *count += 1);
        Self(emulator.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.under_way().0.send_modify(|count| *count -= 1);
    }
}

impl Emulator {
    /// Lets time pass: whatever is due happens when it is due, for as long as this is awaited.
    pub async fn live(&self) {
        let changed = self.store().agenda.changed.clone();
        loop {
            let next = {
                let store = &mut *self.store();
                let live = store.agenda.leap.is_none() && self.begin_due(store);
                let now = store.clock.now();
                store.next_due().filter(|_| live).map(|due| due.duration_since(now).unsigned_abs())
            };
            tokio::select! {
                () = async { sleep(next.unwrap_or_default()).await }, if next.is_some() => (),
                () = changed.notified() => (),
            }
        }
    }

    /// Moves the clock on. Everything that is due until then happens, in order, and has ended when this returns.
    pub async fn advance(&self, by: SignedDuration) {
        let _one_at_a_time = self.leaps().lock().await;
        let target = {
            let store = &mut *self.store();
            store.agenda.leap = Some(Leap { length: by, ..Leap::default() });
            later(store.clock.now(), by)
        };
        loop {
            self.begin_due(&mut self.store());
            self.under_way().none().await;
            let store = &mut *self.store();
            let now = store.clock.now();
            match store.next_due() {
                Some(due) if due <= now => (),
                Some(due) if due <= target => store.clock.advance(due.duration_since(now)),
                _ => {
                    store.clock.advance(target.duration_since(now).max(SignedDuration::ZERO));
                    store.agenda.leap = None;
                    store.agenda.changed.notify_one();
                    return;
                }
            }
        }
    }

    /// Begins what is due; false when not all of it could begin because too much is under way.
    fn begin_due(&self, store: &mut Store) -> bool {
        if store.let_devices_speak(self.settings()) {
            self.keep_soon();
        }
        for _ in 0..self.under_way().room() {
            let most = self.under_way().share(self.settings().delivery.most_under_way);
            let Some(begun) = store.begin_push(most) else { return true };
            let counted = Counted::new(self);
            tokio::spawn(async move {
                let emulator = &counted.0;
                let outcome = emulator.carry(&begun.push, &begun.place).await;
                let store = &mut *emulator.store();
                store.end_push(&begun, outcome, emulator.settings());
                store.agenda.changed.notify_one();
                emulator.keep_soon();
            });
        }
        false
    }

    async fn carry(&self, push: &Push, place: &Place) -> Outcome {
        if self.store().agenda.leap.as_ref().is_some_and(|leap| leap.unresponsive.contains(place)) {
            return Outcome::Unanswered;
        }
        let start = Instant::now();
        match timeout(TIME_LIMIT, self.post(push)).await {
            Ok(Some(status)) if status.is_success() => Outcome::Acknowledged(start.elapsed()),
            Ok(Some(_)) => Outcome::Refused(start.elapsed()),
            Ok(None) => Outcome::Unanswered,
            Err(_) => {
                if let Some(leap) = &mut self.store().agenda.leap {
                    leap.unresponsive.insert(place.clone());
                }
                Outcome::Unanswered
            }
        }
    }

    async fn post(&self, push: &Push) -> Option<StatusCode> {
        let settings = &self.settings().delivery;
        let url = Url::parse(&push.endpoint.url).ok()?;
        let body = push.body();
        let headers = push.headers(&url, &body, settings, self.signer());
        let answer = match stand_in(&url).filter(|_| !self.settings().strict) {
            Some(name) => inbox::receive_push(self, name, headers, body).await?,
            None => self.courier().post(&url, headers, body).await?,
        };
        courier::status(answer, settings.needs_whole_answer).await
    }
}

fn later(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.saturating_add(by).unwrap_or(time)
}
