//! The signing key that this browser keeps, when somebody asked for it: in `IndexedDB`, which stores a `CryptoKey` as
//! what it is and never as its bytes. Beside it are the key's ID and the account's email, and nothing else.

use js_sys::{Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

use super::signing_key::SigningKey;

/// The database's name.
pub(super) const DATABASE: &str = "data-connector-console";
const STORE: &str = "keys";
/// There is one record at most.
const RECORD: &str = "service-account";

/// Whose key this browser keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptAccount {
    /// The account's email.
    pub email: String,
    /// The key's ID.
    pub key_id: String,
    /// When it was kept, in milliseconds since 1970.
    pub since: f64,
}

/// The key, and whose it is.
pub(super) struct KeptKey {
    pub(super) key: SigningKey,
    pub(super) account: KeptAccount,
}

/// Keeps a key in the place of any other. Whether this browser did: some keep nothing in private windows.
pub(super) async fn keep(kept: &KeptKey) -> bool {
    try_keep(kept).await.is_ok()
}

async fn try_keep(kept: &KeptKey) -> Result<(), JsValue> {
    let record = Object::new();
    Reflect::set(&record, &"key".into(), kept.key.as_crypto_key())?;
    Reflect::set(&record, &"keyId".into(), &kept.account.key_id.as_str().into())?;
    Reflect::set(&record, &"email".into(), &kept.account.email.as_str().into())?;
    Reflect::set(&record, &"since".into(), &kept.account.since.into())?;
    let database = Database::open(Missing::Create).await?;
    let transaction = database.0.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
    transaction.object_store(STORE)?.put_with_key(&record, &RECORD.into())?;
    let done = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    JsFuture::from(done).await.map(drop)
}

/// The key that this browser keeps. Looking for one leaves nothing behind.
pub(super) async fn find() -> Option<KeptKey> {
    // Dropped, and so closed, before it may have to be deleted.
    let record = {
        let database = Database::open(Missing::Leave).await.ok()?;
        let transaction = database.0.transaction_with_str(STORE).ok()?;
        let request = transaction.object_store(STORE).ok()?.get(&RECORD.into()).ok()?;
        succeeded(&request).await.ok()?
    };
    let kept = parse(&record);
    if kept.is_none() {
        // Not written by this console, or for another one. Nothing can be done with it.
        forget().await;
    }
    kept
}

/// Removes the key and all that was kept with it. It is asked for at once, so that nobody finds it from then on.
pub(super) fn forget() -> impl Future<Output = ()> {
    let request = factory().and_then(|factory| factory.delete_database(DATABASE));
    async move {
        // Fails only where nothing can be kept either.
        if let Ok(request) = request {
            let _ = succeeded(&request).await;
        }
    }
}

fn parse(record: &JsValue) -> Option<KeptKey> {
    let member = |name: &str| Reflect::get(record, &name.into()).ok();
    let key: CryptoKey = member("key")?.dyn_into().ok()?;
    let account = KeptAccount {
        email: member("email")?.as_string()?,
        key_id: member("keyId")?.as_string()?,
        since: member("since")?.as_f64()?,
    };
    Some(KeptKey { key: SigningKey::adopt(key)?, account })
}

/// What to do when there is no database.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    Create,
    Leave,
}

/// An open database. It closes when dropped, because an open one stands in the way of its deletion.
struct Database(IdbDatabase);

impl Database {
    async fn open(missing: Missing) -> Result<Self, JsValue> {
        let request = factory()?.open(DATABASE)?;
        let upgraded = request.clone();
        let upgrade = Closure::once(move || match missing {
            Missing::Create => drop(database(&upgraded).map(|database| database.create_object_store(STORE))),
            Missing::Leave => drop(upgraded.transaction().map(|transaction| transaction.abort())),
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        succeeded(&request).await?;
        database(&request).map(Self).ok_or(JsValue::UNDEFINED)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

fn database(request: &IdbOpenDbRequest) -> Option<IdbDatabase> {
    request.result().ok()?.dyn_into().ok()
}

/// Missing where the browser keeps nothing.
fn factory() -> Result<IdbFactory, JsValue> {
    window().indexed_db()?.ok_or(JsValue::UNDEFINED)
}

/// What comes of a request.
async fn succeeded(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(done).await {
        Ok(_) => request.result(),
        Err(event) => {
            // An error that nobody has dealt with goes on to the window, and to the browser's console.
            if let Some(event) = event.dyn_ref::<Event>() {
                event.prevent_default();
            }
            Err(event)
        }
    }
}
