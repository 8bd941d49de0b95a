//! Writing down what changes, and waiting until it is written.

use std::{path::Path, sync::Arc, thread};

use axum::{
    extract::{Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::Response,
};
use tokio::sync::watch;

use super::{
    file::{RowChange, RowFile},
    kept::KeptKey,
    restoring::{self, Restored},
    rows,
};
use crate::{emulator::Emulator, refusal::Refusal, store::Store};

/// How many times it has been asked to write, and has written.
#[derive(Clone, Debug, Default)]
struct Progress {
    asked: u64,
    written: u64,
    /// Why it writes no more.
    failure: Option<String>,
}

/// Writes down what changes in the store, until this is dropped.
#[derive(Debug)]
pub struct Keeper {
    progress: Arc<watch::Sender<Progress>>,
}

/// A file that is not written to yet.
#[derive(Debug)]
pub struct OpenFile(RowFile);

impl OpenFile {
    /// Opens a file or makes it, and gives what it holds; an error is one line for the person who named it.
    pub fn open(path: &Path, events_per_device: usize) -> Result<(Self, Option<Restored>), String> {
        let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let file = RowFile::open(path).map_err(|error| said(&error))?;
        let rows = file.read().map_err(|error| said(&error))?;
        let restored = restoring::restored(&rows, events_per_device).map_err(|error| said(&error))?;
        Ok((Self(file), restored))
    }

    /// Writes down from now on what changes in the store that `with_store` lends out, in a thread of its own.
    pub fn keep(
        self,
        key: KeptKey,
        with_store: impl Fn(&mut dyn FnMut(&mut Store)) -> Option<()> + Send + 'static,
    ) -> Keeper {
        let progress = Arc::new(watch::Sender::default());
        let keeper = Keeper { progress: Arc::clone(&progress) };
        thread::spawn(move || {
            let take = || {
                let mut changes = Vec::new();
                with_store(&mut |store| changes = rows::take_changes(store, &key))?;
                Some(changes)
            };
            keep(&self.0, &progress, take);
        });
        keeper
    }
}

/// Writes whenever it was asked to, until there is no store any more or the file takes no more.
fn keep(file: &RowFile, progress: &watch::Sender<Progress>, take: impl Fn() -> Option<Vec<RowChange>>) {
    let mut asked_for = progress.subscribe();
    loop {
        let asking = asked_for.wait_for(|progress| progress.asked > progress.written);
        let Ok(asked) = futures_executor::block_on(asking).map(|progress| progress.asked) else { return };
        // What is taken now holds at least what had changed when this was asked for.
        let Some(changes) = take() else { return };
        let failure = file.write(&changes).err().map(|error| error.to_string());
        let failed = failure.is_some();
        progress.send_modify(|progress| {
            progress.written = asked;
            progress.failure = failure;
        });
        if failed {
            return;
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // There is no store any more: the thread finds that out when it is asked to write, and closes the file.
        self.write();
    }
}

impl Keeper {
    /// Asks for what has changed so far to be written down, soon.
    pub fn write(&self) -> u64 {
        let mut asked = 0;
        self.progress.send_modify(|progress| {
            progress.asked += 1;
            asked = progress.asked;
        });
        asked
    }

    /// Waits until what has changed so far is written down; the error says why it cannot be.
    pub async fn written(&self) -> Result<(), String> {
        let asked = self.write();
        let done = |progress: &Progress| progress.written >= asked || progress.failure.is_some();
        let mut progress = self.progress.subscribe();
        let progress = progress.wait_for(done).await.map_err(|error| error.to_string())?;
        progress.failure.clone().map_or(Ok(()), Err)
    }

    /// Waits until nothing can be written down any more, and gives the reason.
    pub async fn failure(&self) -> String {
        let mut progress = self.progress.subscribe();
        let failed = progress.wait_for(|progress| progress.failure.is_some()).await;
        failed.ok().and_then(|progress| progress.failure.clone()).unwrap_or_default()
    }
}

/// Lets an answer to a change leave only once the change is written down.
pub async fn answer_once_kept(
    State(emulator): State<Emulator>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let response = next.run(request).await;
    if changes && let Some(keeper) = emulator.keeper() {
        let refused =
            |problem| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, format!("not kept: {problem}"));
        keeper.written().await.map_err(refused)?;
    }
    Ok(response)
}
