//! What is left of a secret in this program's memory.

use crate::accounts::{developer, nobody};
use crate::scripted_transport::{ScriptedTransport, token};
use data_connector_console::session::{KeyPlace, Session};
use dt_api::{Credentials, Secret};
use js_sys::{Function, Reflect};
use leptos::wasm_bindgen::{self, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// A secret that is made outside of this program, so that the program has no copy but those that it is given.
struct Foreign(JsValue);

impl Foreign {
    fn new() -> Self {
        let make = "return { text: [...crypto.getRandomValues(new Uint8Array(16))]
            .map((byte) => byte.toString(16).padStart(2, '0')).join('') };";
        Self(Function::new_no_args(make).call0(&JsValue::UNDEFINED).unwrap())
    }

    /// The text, as it comes out of an input.
    fn read(&self) -> String {
        Reflect::get(&self.0, &"text".into()).unwrap().as_string().unwrap()
    }

    /// How often it is somewhere in this program's memory.
    fn copies(&self) -> u32 {
        let count =
            "const bytes = new Uint8Array(memory.buffer), wanted = new TextEncoder().encode(secret.text);
            let copies = 0;
            for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
                if (wanted.every((byte, index) => bytes[at + index] === byte)) copies += 1;
            }
            return copies;";
        let count = Function::new_with_args("memory, secret", count);
        let copies = count.call2(&JsValue::UNDEFINED, &wasm_bindgen::memory(), &self.0).unwrap();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
        let copies = copies.as_f64().unwrap() as u32;
        copies
    }
}

async fn sign_in(credentials: Credentials) -> Session {
    let session = nobody();
    let cloud = ScriptedTransport::new([token("first", 3600)]);
    session.sign_in(&cloud, credentials, KeyPlace::Memory).await.unwrap();
    session
}

#[wasm_bindgen_test]
async fn nothing_is_left_of_a_typed_secret_once_somebody_is_signed_in() {
    let secret = Foreign::new();
    let typed = Secret::from(secret.read()).trimmed();
    assert_ne!(secret.copies(), 0, "these tests see what is there");
    sign_in(Credentials { secret: typed, ..developer() }).await;
    assert_eq!(secret.copies(), 0);
}

#[wasm_bindgen_test]
async fn nothing_is_left_of_a_credentials_file_either_whatever_is_wrong_with_it() {
    let secret = Foreign::new();
    for (before, after, is_whole) in [
        (r#"{"serviceAccount":{"keyId":"k","email":"e","secret":""#, r#""}}"#, true),
        (r#"{"serviceAccount":{"keyId":"k","secret":""#, r#""}}"#, false),
        (r#"{"serviceAccount":{"keyId":"k","email":"e","algorithm":"RS256","secret":""#, r#""}}"#, false),
    ] {
        // As large from the start as it becomes: a text that grows leaves its beginning behind.
        let mut file = String::with_capacity(200);
        file.push_str(before);
        file.push_str(Secret::from(secret.read()).reveal());
        file.push_str(after);
        let file = Secret::from(file);
        let credentials = Credentials::from_json_file(file.reveal());
        drop(file);
        assert_eq!(credentials.is_ok(), is_whole);
        if let Ok(credentials) = credentials {
            sign_in(credentials).await;
        }
        assert_eq!(secret.copies(), 0, "{before}");
    }
}

#[wasm_bindgen_test]
async fn nothing_is_left_of_a_pasted_token_after_signing_out() {
    let token = Foreign::new();
    let session = nobody();
    session.adopt(Secret::from(token.read()));
    assert_eq!(token.copies(), 1);
    session.sign_out();
    assert_eq!(token.copies(), 0);
}
