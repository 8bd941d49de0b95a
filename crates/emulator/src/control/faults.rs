//! `/_emulator/faults`: making the API fail on purpose.

mod pattern;
mod rule;
pub mod strike;

use axum::{
    Json,
    extract::State,
    http::{Method, StatusCode},
};
use serde_json::{Value, json};

use self::rule::Rule;
use crate::{
    emulator::Emulator,
    refusal::Refusal,
    settings::Settings,
    wire::body::{self, JsonObject},
};

/// The rules in force; of those that match a request the first strikes.
#[derive(Debug, Default)]
pub struct Faults(Vec<Rule>);

impl Faults {
    fn strike(&mut self, method: &Method, path: &str) -> Option<Rule> {
        self.strike_first(|rule| rule.matches(method, path))
    }

    /// A browser that misses CORS headers in the preflight sends nothing more; other faults wait for the request itself.
    fn strike_preflight(&mut self, method: &Method, path: &str) -> Option<Rule> {
        self.strike_first(|rule| rule.no_cors && rule.matches(method, path))
    }

    fn strike_first(&mut self, strikes: impl Fn(&Rule) -> bool) -> Option<Rule> {
        let position = self.0.iter().position(strikes)?;
        let rule = self.0.get_mut(position)?;
        let struck = rule.clone();
        if rule.is_used_up() {
            self.0.remove(position);
        }
        Some(struck)
    }
}

/// `GET`: answers the list of rules in force.
pub async fn list(State(emulator): State<Emulator>) -> Json<Vec<Rule>> {
    Json(emulator.store().faults.0.clone())
}

/// `POST`: adds a rule and answers it.
pub async fn add(
    State(emulator): State<Emulator>,
    JsonObject(sent): JsonObject,
) -> Result<Json<Rule>, Refusal> {
    let rule: Rule = body::read(sent)?;
    rule.check()?;
    emulator.store().faults.0.push(rule.clone());
    Ok(Json(rule))
}

/// `DELETE`: removes every rule. Answers `{}`.
pub async fn clear(State(emulator): State<Emulator>) -> Json<Value> {
    emulator.store().faults.0.clear();
    Json(json!({}))
}

/// A display name such as `fault-503` makes writing that connector fail with that status, for a person to see.
pub fn check_name(display_name: &str, settings: &Settings) -> Result<(), Refusal> {
    let status = display_name.strip_prefix("fault-").filter(|_| !settings.strict);
    let status = status.and_then(|status| status.parse().ok()).filter(|status| (400..600).contains(status));
    match status.map(StatusCode::from_u16) {
        Some(Ok(status)) => Err(Refusal::new(status, "a fault asked for by the display name")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
