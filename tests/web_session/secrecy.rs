//! Where key and token must never be: in storage, in the address, in what is printed.

use crate::accounts::{SECRET, developer, header, nobody, signed_in};
use crate::scripted_transport::{ScriptedTransport, response, token};
use data_connector_console::session::KeyPlace;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDocument, Storage};

/// Everything that outlives the page, as text.
fn kept_by_the_browser() -> String {
    let document: HtmlDocument = document().unchecked_into();
    let storages = [window().local_storage(), window().session_storage()];
    let stored = storages.map(|storage| entries(&storage.unwrap().unwrap()));
    [window().location().href().unwrap(), document.cookie().unwrap(), stored.concat()].join(" ")
}

fn entries(storage: &Storage) -> String {
    let keys = (0..storage.length().unwrap()).map(|index| storage.key(index).unwrap().unwrap());
    keys.flat_map(|key| [storage.get_item(&key).unwrap().unwrap(), key]).collect::<Vec<_>>().join(" ")
}

#[wasm_bindgen_test]
async fn signing_in_and_renewing_leave_nothing_in_storage_cookies_or_address() {
    let (session, cloud) = signed_in().await;
    cloud.will_answer(token("second", 3600));
    session.authorization_after(&header("first"), &cloud).await.unwrap();
    session.adopt("pasted".to_owned().into());
    let kept = kept_by_the_browser();
    for secret in [SECRET, "first", "second", "pasted"] {
        assert!(!kept.contains(secret), "{secret} in {kept}");
    }
}

#[wasm_bindgen_test]
async fn a_session_prints_neither_secret_nor_token() {
    let (session, _) = signed_in().await;
    let printed = format!("{:?}", session.state().get_untracked());
    assert!(printed.contains(&developer().email), "who is signed in is no secret: {printed}");
    assert!(!printed.contains(SECRET) && !printed.contains("first"), "{printed}");
    session.adopt("pasted".to_owned().into());
    let printed = format!("{:?}", session.state().get_untracked());
    assert!(!printed.contains("pasted"), "{printed}");
}

#[wasm_bindgen_test]
async fn a_failed_sign_in_prints_neither_secret_nor_what_was_answered() {
    let answers = [(200, r#"{"access_token":7,"id_token":"hush"}"#), (200, "hush"), (503, "hush")];
    for (status, body) in answers {
        let cloud = ScriptedTransport::new([Ok(response(status, body))]);
        let printed =
            format!("{:?}", nobody().sign_in(&cloud, developer(), KeyPlace::Memory).await.unwrap_err());
        assert!(!printed.contains(SECRET) && !printed.contains("hush"), "{printed}");
    }
}
