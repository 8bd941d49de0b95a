//! Pages of a device's events, the newest first (`dt-api.md` §6.6).

use jiff::{SignedDuration, Timestamp};

use super::{
    device_filter::is_one_of,
    event::Event,
    page::{self, Page},
    query::QueryParameters,
};
use crate::{
    model::{
        event,
        event_data::EventData,
        history::{History, KEPT_FOR},
        time::Time,
    },
    refusal::Refusal,
    settings::Settings,
};

/// How far back events are told when nobody says how far.
const DEFAULT_WINDOW: SignedDuration = SignedDuration::from_hours(24);

/// Where a page ended, so that what comes new meanwhile moves nothing. As a token `<window>.<time>.<event id>`.
#[derive(Debug)]
struct Position {
    /// Where the window began, which would else move on with the clock.
    start: Timestamp,
    /// The time and the id of the last event told.
    time: Timestamp,
    id: String,
}

/// The page of a history that the parameters ask for: `eventTypes`, `startTime`, `endTime`, `pageSize`, `pageToken`.
pub fn asked_for<'a>(
    history: &'a History,
    now: Timestamp,
    query: &QueryParameters,
    settings: &Settings,
) -> Result<Page<Event<'a>>, Refusal> {
    let size = page::size(query, settings.page_size.default, settings.page_size.greatest_of_events)?;
    let position = Position::asked_for(query)?;
    let start = match (time(query, "startTime")?, &position) {
        (Some(start), _) => start,
        (None, Some(position)) => position.start,
        (None, None) => before(now, DEFAULT_WINDOW),
    };
    let end = time(query, "endTime")?.unwrap_or(Timestamp::MAX);
    let kept = start.max(before(now, KEPT_FOR))..=end;
    let event_types: Vec<String> = query.all("eventTypes").map(str::to_owned).collect();
    let is_asked_for = |event: &&event::Event| {
        matches!(event.data, EventData::Report(_))
            && kept.contains(&event.time.0)
            && is_one_of(&event_types, event.data.event_type())
    };
    let told = position.map_or(0, |position| position.told(history));
    let mut rest = history.newest_first().skip(told).map(AsRef::as_ref).filter(is_asked_for);
    let events: Vec<&event::Event> = rest.by_ref().take(size).collect();
    let next = rest.next().and(events.last().copied()).map(|last| Position::after(last, start).token());
    Ok(Page::new("events", events.into_iter().map(Event::from).collect(), next.unwrap_or_default()))
}

impl Position {
    fn asked_for(query: &QueryParameters) -> Result<Option<Self>, Refusal> {
        let token = query.first("pageToken").filter(|token| !token.is_empty());
        let position = token.map(|token| {
            Self::from_token(token).ok_or_else(|| Refusal::invalid("pageToken", "is not valid"))
        });
        position.transpose()
    }

    fn from_token(token: &str) -> Option<Self> {
        let time = |text: &str| Timestamp::from_microsecond(text.parse().ok()?).ok();
        let (start, rest) = token.split_once('.')?;
        let (at, id) = rest.split_once('.')?;
        Some(Self { start: time(start)?, time: time(at)?, id: id.to_owned() })
    }

    fn after(event: &event::Event, start: Timestamp) -> Self {
        Self { start, time: event.time.0, id: event.id.clone() }
    }

    fn token(&self) -> String {
        format!("{}.{}.{}", self.start.as_microsecond(), self.time.as_microsecond(), self.id)
    }

    /// How many of a history's events, from the newest, were told up to here or have come since.
    fn told(&self, history: &History) -> usize {
        match history.newest_first().position(|event| event.id == self.id) {
            Some(last) => last + 1,
            // It was forgotten, with all that was older.
            None => history.newest_first().take_while(|event| event.time.0 >= self.time).count(),
        }
    }
}

/// A time so long before another, to the microsecond.
fn before(time: Timestamp, by: SignedDuration) -> Timestamp {
    Time::at(time.saturating_sub(by).unwrap_or(Timestamp::MIN)).0
}

fn time(query: &QueryParameters, name: &str) -> Result<Option<Timestamp>, Refusal> {
    let text = query.first(name).filter(|text| !text.is_empty());
    let time = text.map(str::parse).transpose();
    time.map_err(|_| Refusal::invalid(name, "must be a time such as 2025-01-02T03:04:05Z"))
}
