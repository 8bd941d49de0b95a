//! What becomes of the secret: a key that signs and cannot be read back.

use crate::accounts::signed_in;
use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// Listens to `crypto.subtle.importKey`; stops when dropped.
struct Imports {
    calls: Array,
}

impl Imports {
    fn listen() -> Self {
        let calls = Array::new();
        let body = "const own = subtle.importKey;
            subtle.importKey = function (...args) { calls.push(args); return own.apply(subtle, args); };";
        let listen = Function::new_with_args("subtle, calls", body);
        listen.call2(&JsValue::UNDEFINED, &subtle(), &calls).unwrap();
        Self { calls }
    }

    /// The arguments of the only call.
    fn only(&self) -> Array {
        assert_eq!(self.calls.length(), 1);
        self.calls.get(0).unchecked_into()
    }
}

impl Drop for Imports {
    fn drop(&mut self) {
        // What the prototype has shows again.
        Reflect::delete_property(&subtle().into(), &"importKey".into()).unwrap();
    }
}

fn subtle() -> web_sys::SubtleCrypto {
    window().crypto().unwrap().subtle()
}

#[wasm_bindgen_test]
async fn the_secret_becomes_a_key_that_only_signs_and_its_bytes_are_wiped() {
    let imports = Imports::listen();
    signed_in().await;
    let [_, bytes, _, extractable, usages] = [0, 1, 2, 3, 4].map(|index| imports.only().get(index));
    assert_eq!(extractable, JsValue::FALSE);
    assert_eq!(usages.unchecked_into::<Array>().join(" ").as_string().as_deref(), Some("sign"));
    let bytes = Uint8Array::new(&bytes).to_vec();
    assert!(!bytes.is_empty() && bytes.iter().all(|byte| *byte == 0), "{bytes:?}");
}
