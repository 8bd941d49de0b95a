//! One renewal at a time, shared by every request that waits for it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::SignInError;

/// The renewal under way, if one is. Clones share it.
#[derive(Clone, Default)]
pub(super) struct Renewal(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    /// A promise rather than a future: any number of waiters can await it, and it goes on when one of them stops.
    under_way: Option<Promise>,
    error: Option<SignInError>,
}

impl Renewal {
    /// Whether both are the same session's.
    pub(super) fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Waits for the renewal under way; starts `renew` when there is none.
    pub(super) async fn share(
        &self,
        renew: impl Future<Output = Result<(), SignInError>> + 'static,
    ) -> Result<(), SignInError> {
        let under_way = self.0.borrow().under_way.clone();
        let promise = under_way.unwrap_or_else(|| self.start(renew));
        // The promise never rejects; its outcome is in `error`.
        let _ = JsFuture::from(promise).await;
        self.0.borrow().error.clone().map_or(Ok(()), Err)
    }

    fn start(&self, renew: impl Future<Output = Result<(), SignInError>> + 'static) -> Promise {
        let shared = Rc::clone(&self.0);
        let promise = future_to_promise(async move {
            let outcome = renew.await;
            let mut inner = shared.borrow_mut();
            inner.error = outcome.err();
            inner.under_way = None;
            Ok(JsValue::UNDEFINED)
        });
        self.0.borrow_mut().under_way = Some(promise.clone());
        promise
    }
}
