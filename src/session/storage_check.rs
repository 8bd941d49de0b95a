//! What this origin stores in this browser besides what the console does.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, Storage};

use super::idle_limit::{LIMIT_KEY, PRESENCE_KEY};
use super::kept_key::DATABASE;

/// The keys that the console stores texts under, none of them a secret: the colour theme, which changes are reviewed, and
/// when to lock.
const OWN_KEYS: [&str; 4] = ["theme", "skip-small-reviews", LIMIT_KEY, PRESENCE_KEY];

/// No setting is longer; a token is.
const LONGEST_SETTING: usize = 20;

/// A place where a page can leave something that outlives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoragePlace {
    /// `localStorage`.
    Local,
    /// `sessionStorage`.
    Tab,
    /// Cookies that a page can read.
    Cookies,
    /// `IndexedDB`.
    Databases,
    /// The Cache API.
    Caches,
    /// Service workers, which see every request of the page.
    Workers,
}

impl StoragePlace {
    /// Every place.
    pub const ALL: [Self; 6] =
        [Self::Local, Self::Tab, Self::Cookies, Self::Databases, Self::Caches, Self::Workers];

    /// The names of what is there and not the console's; nothing when this browser does not say.
    pub async fn strangers(self) -> Option<Vec<String>> {
        match self {
            Self::Local => window().local_storage().ok()?.map(|storage| strange_entries(&storage, &OWN_KEYS)),
            Self::Tab => window().session_storage().ok()?.map(|storage| strange_entries(&storage, &[])),
            Self::Cookies => {
                let document: HtmlDocument = document().dyn_into().ok()?;
                let cookies = document.cookie().ok()?;
                let names = cookies.split(';').filter_map(|cookie| cookie.split('=').next());
                Some(names.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect())
            }
            Self::Databases => {
                let names = members(window().indexed_db().ok()??.into(), "databases", "name").await?;
                Some(names.into_iter().filter(|name| name != DATABASE).collect())
            }
            Self::Caches => {
                let names = called(window().caches().ok()?.into(), "keys").await?;
                Some(names.iter().filter_map(|name| name.as_string()).collect())
            }
            Self::Workers => {
                members(window().navigator().service_worker().into(), "getRegistrations", "scope").await
            }
        }
    }
}

fn strange_entries(storage: &Storage, own: &[&str]) -> Vec<String> {
    let keys =
        (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten());
    let is_setting = |key: &String| {
        let value = storage.get_item(key).ok().flatten().unwrap_or_default();
        own.contains(&key.as_str()) && value.len() <= LONGEST_SETTING
    };
    keys.filter(|key| !is_setting(key)).collect()
}

/// One member of each object in the list that a method of `object` promises.
async fn members(object: JsValue, method: &str, member: &str) -> Option<Vec<String>> {
    let list = called(object, method).await?;
    let member = JsValue::from_str(member);
    Some(list.iter().filter_map(|item| Reflect::get(&item, &member).ok()?.as_string()).collect())
}

/// The list that a method of `object` promises; nothing where the browser has no such method.
async fn called(object: JsValue, method: &str) -> Option<Array> {
    let method: Function = Reflect::get(&object, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call0(&object).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}
