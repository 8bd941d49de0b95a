//! Adding a connector, once.

use std::sync::{Arc, Mutex, PoisonError};

use connector::undo::is_made_from;
use dt_api::{AskedPages, Connector, Error, ProjectId};
use serde_json::Value;

use super::{ApiClient, NextStep, Problem};

/// Adds a connector, and not a second one when the answer to the first attempt was lost. Clones are the same addition.
#[derive(Clone, Default)]
pub struct Addition {
    /// What an attempt asked for of which nobody knows whether it was done.
    lost: Arc<Mutex<Option<Value>>>,
}

/// A connector that was added.
pub struct Added {
    /// As DT Cloud keeps it.
    pub connector: Connector,
    /// An earlier attempt has added it, which may have asked for something else than the last.
    pub earlier: bool,
}

impl Addition {
    /// Adds it. After an attempt whose outcome is unknown, looks first whether that has added it.
    ///
    /// # Errors
    /// Those of reading the connectors, and of adding one.
    pub async fn add(&self, client: &ApiClient, project: &ProjectId, body: &Value) -> Result<Added, Error> {
        if let Some(lost) = self.lost()
            && let Some(connector) = find(client, project, &lost).await?
        {
            self.set_lost(None);
            return Ok(Added { connector, earlier: true });
        }
        let outcome = client.create_connector(project, body).await;
        let is_lost = outcome.as_ref().is_err_and(Error::may_be_done);
        self.set_lost(is_lost.then(|| body.clone()));
        Ok(Added { connector: outcome?, earlier: false })
    }

    /// What a failure means for a person.
    #[must_use]
    pub fn problem(&self, error: Error) -> Problem {
        let Problem { title, detail, next } = Problem::from(error);
        if self.lost().is_none() {
            return Problem { title, detail, next };
        }
        let advice = "The Data Connector may have been added all the same: adding it again looks first whether it was, so that \
                      there will not be two.";
        // Asking again is right whatever went wrong.
        let next = if next.may_retry() { next } else { NextStep::Retry };
        Problem::new(&title, format!("{detail} {advice}"), next)
    }

    fn lost(&self) -> Option<Value> {
        self.lost.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set_lost(&self, body: Option<Value>) {
        *self.lost.lock().unwrap_or_else(PoisonError::into_inner) = body;
    }
}

/// The connector of the project that a request with this body has made, if there is one.
async fn find(client: &ApiClient, project: &ProjectId, body: &Value) -> Result<Option<Connector>, Error> {
    let mut next = None;
    let mut asked = AskedPages::default();
    loop {
        let page = client.connectors(project, next.as_deref()).await?;
        let found = page.items.into_iter().find(|connector| is_made_from(connector, body));
        let Some(token) = page.next.filter(|_| found.is_none()) else { return Ok(found) };
        asked.ask(&token)?;
        next = Some(token);
    }
}
