//! Who is signed in. Nothing else in the console sees a secret or a token, and nothing here writes one to storage,
//! to a URL, or to a log (`tests/repo.rs` holds the rest of the console to it).
//!
//! A secret is read from its input once, becomes a key that cannot be read back, and is overwritten. What the browser's
//! own copies of it are made of, the text of an input among them, no page can overwrite; they are let go.

mod idle_limit;
mod kept_key;
mod other_tabs;
mod page_life;
mod renewal;
mod signing_key;
mod state;
mod storage_check;
mod tokens;

pub use idle_limit::{IdleLimit, Idleness, last_input_elsewhere, tell_last_input};
pub use kept_key::KeptAccount;
pub use state::{Farewell, Identity, KeyPlace, SessionState, SignInError, SignInMethod};
pub use storage_check::StoragePlace;

use std::cell::RefCell;
use std::rc::Rc;

use dt_api::oauth::{AccessToken, TokenError, token_end};
use dt_api::{Credentials, Secret, Transport};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::reactive::settled;
use kept_key::KeptKey;
use other_tabs::{Departure, OtherTabs};
use renewal::Renewal;
use signing_key::SigningKey;

/// What the holder keeps; never leaves this module.
enum Credential {
    ServiceAccount { key: SigningKey, key_id: String, email: String, token: AccessToken, ends_at: f64 },
    AccessToken(Secret),
}

/// What is in the page's memory; together, so that the bundle holds the machinery of one stored value.
#[derive(Default)]
struct Memory {
    credential: Option<Credential>,
    renewal: Renewal,
    other_tabs: OtherTabs,
}

/// The holder of the credential and the signal of who is signed in.
#[derive(Clone, Copy)]
pub struct Session {
    state: RwSignal<SessionState>,
    memory: StoredValue<Memory, LocalStorage>,
    token_url: StoredValue<String>,
    /// Whom assertions are addressed to.
    audience: StoredValue<String>,
}

impl Session {
    /// A session with nobody signed in. `token_url` is the OAuth 2.0 token endpoint of this deployment.
    #[must_use]
    pub fn new(token_url: String) -> Self {
        Self {
            state: RwSignal::new(SessionState::SignedOut(Farewell::NobodyYet)),
            memory: StoredValue::new_local(Memory::default()),
            audience: StoredValue::new(token_url.clone()),
            token_url: StoredValue::new(token_url),
        }
    }

    /// The same session, with its assertions addressed to `audience`, when a host forwards from `token_url` to there.
    #[must_use]
    pub fn addressed_to(self, audience: String) -> Self {
        self.audience.set_value(audience);
        self
    }

    /// Who is signed in, for as long as the current owner lives.
    #[must_use]
    pub fn state(self) -> ReadSignal<SessionState> {
        settled(move || self.state.get())
    }

    /// Why nobody is signed in, or would be if the page were left now.
    #[must_use]
    pub fn farewell(self) -> Farewell {
        self.state.with_untracked(|state| match state {
            SessionState::SignedOut(farewell) => farewell.clone(),
            SessionState::SignedIn(_) | SessionState::Ended(_) => Farewell::PageLeft,
            SessionState::Returning => Farewell::NobodyYet,
        })
    }

    /// Turns the secret into a key that cannot be read back, exchanges a signed assertion for an access token, and
    /// has the browser keep the key, or keep none any more.
    ///
    /// # Errors
    /// When the browser cannot sign, or the token endpoint refuses or is out of reach.
    pub async fn sign_in(
        self,
        transport: &impl Transport,
        credentials: Credentials,
        wanted: KeyPlace,
    ) -> Result<(), SignInError> {
        let Credentials { key_id, secret, email, .. } = credentials;
        let begun = self.renewal();
        let key = SigningKey::import(secret).await.ok_or(SignInError::NoCrypto)?;
        let (token, ends_at) = self.exchange(transport, &key, &key_id, &email).await?;
        let account = KeptAccount { email, key_id, since: now() };
        let kept = KeptKey { key, account };
        let is_kept = wanted == KeyPlace::Browser && kept_key::keep(&kept).await;
        if !is_kept {
            // Whoever signs in without having the key kept has none kept from before either.
            kept_key::forget().await;
        }
        // Somebody has left meanwhile, here or in another tab, and nothing is to be left of them.
        if !self.renewal().is(&begun) {
            kept_key::forget().await;
            return Ok(());
        }
        self.begin_with(kept, token, ends_at, wanted == KeyPlace::Browser && !is_kept);
        Ok(())
    }

    /// Signs in with the key that this browser keeps, if it keeps one, and tells through `found` that it does. Otherwise
    /// nobody is signed in, for the reason of `otherwise`.
    pub fn return_with_kept_key<T: Transport>(
        self,
        transport: &T,
        otherwise: Farewell,
        found: impl FnOnce(),
    ) -> impl Future<Output = ()> {
        // At once, so that no form shows for a moment.
        self.state.set(SessionState::Returning);
        self.look_for_kept_key(transport, otherwise, found)
    }

    async fn look_for_kept_key(self, transport: &impl Transport, otherwise: Farewell, found: impl FnOnce()) {
        let begun = self.renewal();
        let farewell = match kept_key::find().await {
            None => Err(otherwise),
            Some(kept) => {
                found();
                let KeptAccount { key_id, email, .. } = kept.account.clone();
                match self.exchange(transport, &kept.key, &key_id, &email).await {
                    Ok((token, ends_at)) => Ok((kept, token, ends_at)),
                    Err(SignInError::Token(TokenError::Rejected { .. })) => {
                        kept_key::forget().await;
                        Err(Farewell::KeptKeyRefused { email })
                    }
                    Err(error) => Err(Farewell::KeptKeyNotUsed { email, error }),
                }
            }
        };
        // Somebody has signed out meanwhile, in another tab.
        if !self.renewal().is(&begun) {
            return;
        }
        match farewell {
            Ok((kept, token, ends_at)) => self.begin_with(kept, token, ends_at, false),
            Err(farewell) => self.state.set(SessionState::SignedOut(farewell)),
        }
    }

    /// Takes an access token from elsewhere. This browser keeps no key any more.
    pub fn adopt(self, token: Secret) {
        spawn_local(kept_key::forget());
        #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are far below 2^53")]
        let ends_at = token_end(token.reveal()).map(|seconds| seconds as f64 * 1000.0);
        let identity = Identity { method: SignInMethod::AccessToken, ends_at, key_not_kept: false };
        self.begin(Credential::AccessToken(token), identity);
    }

    fn begin_with(self, kept: KeptKey, token: AccessToken, ends_at: f64, key_not_kept: bool) {
        let KeptKey { key, account: KeptAccount { email, key_id, .. } } = kept;
        let method = SignInMethod::ServiceAccount { email: email.clone(), key_id: key_id.clone() };
        let credential = Credential::ServiceAccount { key, key_id, email, token, ends_at };
        self.begin(credential, Identity { method, ends_at: Some(ends_at), key_not_kept });
    }

    fn begin(self, credential: Credential, identity: Identity) {
        self.remember(Some(credential));
        self.state.set(SessionState::SignedIn(identity));
    }

    /// Forgets everything, also the key that this browser keeps, and in every tab.
    pub fn sign_out(self) {
        self.leave(Departure::SignedOut, Farewell::SignedOut);
    }

    /// Does the same, for want of anybody there. The key goes too, as a lock that a reload opens is none.
    pub fn lock(self) {
        self.leave(Departure::Locked, Farewell::Locked);
    }

    fn leave(self, departure: Departure, farewell: Farewell) {
        self.wipe(farewell);
        spawn_local(kept_key::forget());
        self.memory.with_value(|memory| memory.other_tabs.tell(departure));
    }

    /// Forgets what is in memory.
    fn wipe(self, farewell: Farewell) {
        self.remember(None);
        self.state.set(SessionState::SignedOut(farewell));
    }

    /// Forgets what is in memory before the page may be frozen with it, the text of forms too. Gives why nobody is signed
    /// in when the page is shown again.
    fn step_out(self) -> Farewell {
        let farewell = self.farewell();
        self.remember(None);
        self.state.set(SessionState::Returning);
        farewell
    }

    /// From now on, leaves together with the console's other tabs, forgets everything in memory when this page is left for
    /// another one, and tells through `come_back` that it is shown again.
    pub fn follow_tabs_and_page(self, come_back: impl Fn(Farewell) + 'static) {
        let other_tabs = OtherTabs::listen(move |departure| {
            let farewell = match departure {
                Departure::SignedOut => Farewell::SignedOutElsewhere,
                Departure::Locked => Farewell::Locked,
            };
            let is_out = self.state.with_untracked(|state| matches!(state, SessionState::SignedOut(_)));
            if !is_out {
                self.wipe(farewell);
                spawn_local(kept_key::forget());
            }
        });
        self.memory.update_value(|memory| memory.other_tabs = other_tabs);
        let left = Rc::new(RefCell::new(None));
        let leaves = Rc::clone(&left);
        let leave = move || _ = leaves.replace(Some(self.step_out()));
        page_life::follow(leave, move || {
            let farewell = left.take();
            come_back(farewell.unwrap_or_else(|| self.step_out()));
        });
    }

    /// Has this credential in the stead of any other. What was under way for another comes to nothing.
    fn remember(self, credential: Option<Credential>) {
        self.memory.update_value(|memory| {
            memory.credential = credential;
            memory.renewal = Renewal::default();
        });
    }

    fn renewal(self) -> Renewal {
        self.memory.with_value(|memory| memory.renewal.clone())
    }

    /// Whose key this browser keeps.
    pub async fn kept_account(self) -> Option<KeptAccount> {
        kept_key::find().await.map(|kept| kept.account)
    }

    /// Has this browser keep no key any more. Whoever is signed in stays so.
    pub async fn forget_kept_key(self) {
        kept_key::forget().await;
    }
}

/// The session of this page.
#[must_use]
pub fn use_session() -> Session {
    use_context().unwrap_or_else(|| Session::new(String::new()))
}

fn now() -> f64 {
    js_sys::Date::now()
}
