//! A key that this browser keeps: only when asked, never to be read back, and only as long as DT Cloud accepts it.

use crate::accounts::{SECRET, another_account, developer, header, identity, nobody, of};
use crate::json_web_token::JsonWebToken;
use crate::scripted_transport::{ScriptedTransport, rejection, response, token};
use crate::stopped_clock::{NOW, StoppedClock};
use data_connector_console::session::{Farewell, KeptAccount, KeyPlace, Session, SessionState, SignInError};
use dt_api::TransportError;
use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// A session that was left without a word, as by a reload, after the browser was asked to keep its key.
async fn left_with_kept_key() {
    let cloud = ScriptedTransport::new([token("first", 3600)]);
    nobody().sign_in(&cloud, developer(), KeyPlace::Browser).await.unwrap();
}

/// Somebody who comes back, to a cloud that answers this.
async fn come_back(cloud: &ScriptedTransport) -> (Session, bool) {
    let (session, found) = (nobody(), Cell::new(false));
    session.return_with_kept_key(cloud, Farewell::NobodyYet, || found.set(true)).await;
    (session, found.get())
}

fn farewell(session: Session) -> Farewell {
    match session.state().get_untracked() {
        SessionState::SignedOut(farewell) => farewell,
        state => panic!("somebody is signed in: {state:?}"),
    }
}

/// The names of the origin's databases, and all that they hold, as the browser's own developer tools would show it.
async fn databases() -> Array {
    let read = "const open = (name) => new Promise((done) => {
            const opening = indexedDB.open(name);
            opening.onsuccess = () => done(opening.result);
        });
        const all = (store) => new Promise((done) => {
            const reading = store.getAll();
            reading.onsuccess = () => done(reading.result);
        });
        return (async () => {
            const found = [];
            for (const { name } of await indexedDB.databases()) {
                const database = await open(name);
                for (const store of database.objectStoreNames) {
                    found.push(...await all(database.transaction(store).objectStore(store)));
                }
                database.close();
                found.push(name);
            }
            return found;
        })();";
    let promise: Promise = Function::new_no_args(read).call0(&JsValue::UNDEFINED).unwrap().unchecked_into();
    JsFuture::from(promise).await.unwrap().unchecked_into()
}

#[wasm_bindgen_test]
async fn a_browser_keeps_a_key_only_when_asked_and_looking_for_one_leaves_nothing() {
    nobody().forget_kept_key().await;
    let cloud = ScriptedTransport::new([token("first", 3600)]);
    nobody().sign_in(&cloud, developer(), KeyPlace::Memory).await.unwrap();
    let (session, found) = come_back(&ScriptedTransport::default()).await;
    assert_eq!((farewell(session), found), (Farewell::NobodyYet, false));
    assert_eq!(databases().await.length(), 0);
}

#[wasm_bindgen_test]
async fn what_is_kept_is_a_key_that_cannot_be_read_back_its_id_and_the_email() {
    let clock = StoppedClock::stop();
    left_with_kept_key().await;
    drop(clock);
    let kept = databases().await;
    assert_eq!(kept.length(), 2, "one record in one database");
    let record = kept.get(0);
    let names: Array = js_sys::Object::keys(record.unchecked_ref::<js_sys::Object>());
    assert_eq!(names.sort().join(" ").as_string().unwrap(), "email key keyId since");
    let key: web_sys::CryptoKey = Reflect::get(&record, &"key".into()).unwrap().dyn_into().unwrap();
    assert!(!key.extractable());
    assert_eq!(key.usages().join(" ").as_string().unwrap(), "sign");
    let export = subtle().export_key("raw", &key).unwrap();
    JsFuture::from(export).await.unwrap_err();
    let account = nobody().kept_account().await;
    let expected = KeptAccount { email: developer().email, key_id: developer().key_id, since: NOW };
    assert_eq!(account, Some(expected));
}

#[wasm_bindgen_test]
async fn whoever_comes_back_is_signed_in_with_a_new_assertion() {
    left_with_kept_key().await;
    let cloud = Rc::new(ScriptedTransport::new([token("second", 3600)]));
    let (session, found) = come_back(&cloud).await;
    assert!(found);
    assert_eq!(identity(session).method, of(developer()));
    assert_eq!(session.authorization(&cloud).await, Ok(Some(header("second"))));
    assert!(JsonWebToken::of(&cloud.asked()[0]).is_signed_with(SECRET).await);
}

#[wasm_bindgen_test]
async fn a_key_that_dt_cloud_refuses_is_removed_and_the_reason_is_given() {
    left_with_kept_key().await;
    let (session, _) = come_back(&ScriptedTransport::new([rejection()])).await;
    assert_eq!(farewell(session), Farewell::KeptKeyRefused { email: developer().email });
    assert_eq!(databases().await.length(), 0);
}

#[wasm_bindgen_test]
async fn a_key_that_could_not_be_used_for_another_reason_stays() {
    left_with_kept_key().await;
    for (answer, error) in [
        (Err(TransportError::Unreachable), "unreachable"),
        (Ok(response(503, "")), "refused"),
        (Ok(response(200, "{}")), "malformed"),
    ] {
        let (session, _) = come_back(&ScriptedTransport::new([answer])).await;
        let given = match farewell(session) {
            Farewell::KeptKeyNotUsed {
                error: SignInError::Transport(TransportError::Unreachable), ..
            } => "unreachable",
            Farewell::KeptKeyNotUsed { error: SignInError::Token(error), .. } => match error {
                dt_api::oauth::TokenError::Refused(_) => "refused",
                dt_api::oauth::TokenError::Malformed(_) => "malformed",
                dt_api::oauth::TokenError::Rejected { .. } => "rejected",
            },
            farewell => panic!("{farewell:?}"),
        };
        assert_eq!(given, error);
        assert!(nobody().kept_account().await.is_some(), "{error}");
    }
}

#[wasm_bindgen_test]
async fn a_key_that_is_refused_at_a_renewal_is_removed_as_well() {
    left_with_kept_key().await;
    let cloud = Rc::new(ScriptedTransport::new([token("second", 3600), rejection()]));
    let (session, _) = come_back(&cloud).await;
    assert_eq!(session.authorization_after(&header("second"), &cloud).await, Ok(None));
    assert!(matches!(session.state().get_untracked(), SessionState::Ended(_)));
    assert_eq!(databases().await.length(), 0);
}

#[wasm_bindgen_test]
async fn signing_out_and_locking_remove_the_key() {
    let ways: [fn(Session); 2] = [Session::sign_out, Session::lock];
    for leave in ways {
        left_with_kept_key().await;
        let (session, _) = come_back(&ScriptedTransport::new([token("second", 3600)])).await;
        leave(session);
        let (session, found) = come_back(&ScriptedTransport::default()).await;
        assert_eq!((farewell(session), found), (Farewell::NobodyYet, false));
    }
}

#[wasm_bindgen_test]
async fn whoever_signs_in_without_it_has_no_key_kept_any_more() {
    left_with_kept_key().await;
    let cloud = ScriptedTransport::new([token("another", 3600)]);
    nobody().sign_in(&cloud, another_account(), KeyPlace::Memory).await.unwrap();
    assert_eq!(nobody().kept_account().await, None);

    left_with_kept_key().await;
    nobody().adopt("pasted".to_owned().into());
    assert_eq!(nobody().kept_account().await, None);
}

#[wasm_bindgen_test]
async fn a_refused_sign_in_changes_nothing_about_what_is_kept() {
    left_with_kept_key().await;
    let cloud = ScriptedTransport::new([rejection()]);
    nobody().sign_in(&cloud, another_account(), KeyPlace::Memory).await.unwrap_err();
    assert_eq!(nobody().kept_account().await.unwrap().email, developer().email);
}

#[wasm_bindgen_test]
async fn something_else_under_its_name_is_no_key_and_is_removed() {
    let plant = "return new Promise((done) => {
        const opening = indexedDB.open('data-connector-console');
        opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
        opening.onsuccess = async () => {
            const algorithm = { name: 'HMAC', hash: 'SHA-256' };
            const key = await crypto.subtle.generateKey(algorithm, extractable, ['sign']);
            const record = { key: extractable ? key : 'a text', keyId: 'k', email: 'e', since: 1 };
            const writing = opening.result.transaction('keys', 'readwrite');
            writing.objectStore('keys').put(record, 'service-account');
            writing.oncomplete = () => { opening.result.close(); done(); };
        };
    });";
    for extractable in [true, false] {
        nobody().forget_kept_key().await;
        let plant = Function::new_with_args("extractable", plant);
        let planted = plant.call1(&JsValue::UNDEFINED, &extractable.into()).unwrap();
        JsFuture::from(planted.unchecked_into::<Promise>()).await.unwrap();
        let (session, found) = come_back(&ScriptedTransport::default()).await;
        assert_eq!((farewell(session), found), (Farewell::NobodyYet, false));
        assert_eq!(databases().await.length(), 0);
    }
}

#[wasm_bindgen_test]
async fn whoever_signs_out_while_somebody_comes_back_is_not_brought_back() {
    left_with_kept_key().await;
    let cloud = ScriptedTransport::new([token("second", 3600)]);
    let held = cloud.hold();
    let session = nobody();
    let leaving = async {
        held.arrived().await;
        session.sign_out();
        held.release();
    };
    futures_util::future::join(session.return_with_kept_key(&cloud, Farewell::NobodyYet, || ()), leaving)
        .await;
    assert_eq!(farewell(session), Farewell::SignedOut);
}

fn subtle() -> web_sys::SubtleCrypto {
    window().crypto().unwrap().subtle()
}
