//! Finding out who sends a request.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, header::AUTHORIZATION},
    middleware::Next,
    response::Response,
};
use base64::{Engine, engine::general_purpose::STANDARD};

use crate::{
    access_token,
    caller::Caller,
    emulator::Emulator,
    model::{cloud::Cloud, service_account::ServiceAccount},
    refusal::Refusal,
    store::Store,
};

/// Lets a request through when it carries valid credentials and its account has not used up the rate limit.
pub async fn authenticate(
    State(emulator): State<Emulator>,
    mut request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let caller = {
        let store = &mut *emulator.store();
        let account = account(store, request.headers())?;
        let caller = Caller::new(account);
        if emulator.settings().strict {
            let id = account.id.clone();
            store.rate_limiter.take(id, store.clock.now(), &emulator.settings().rate_limit)?;
        }
        caller
    };
    request.extensions_mut().insert(caller);
    Ok(next.run(request).await)
}

fn account<'a>(store: &'a Store, headers: &HeaderMap) -> Result<&'a ServiceAccount, Refusal> {
    let credentials = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let (scheme, credentials) = credentials
        .and_then(|value| value.split_once(' '))
        .ok_or_else(|| Refusal::unauthenticated("missing credentials"))?;
    let account = match scheme.to_ascii_lowercase().as_str() {
        "bearer" => access_token::holder(credentials.trim(), store.clock.now())
            .and_then(|key_id| store.cloud.key(&key_id))
            .map(|(account, _)| account),
        "basic" => basic_account(&store.cloud, credentials.trim()),
        _ => None,
    };
    account.ok_or_else(|| Refusal::unauthenticated("invalid or expired credentials"))
}

/// `base64(key id:secret)`, for accounts that allow it (`dt-api.md` §2.2).
fn basic_account<'a>(cloud: &'a Cloud, credentials: &str) -> Option<&'a ServiceAccount> {
    let credentials = String::from_utf8(STANDARD.decode(credentials).ok()?).ok()?;
    let (key_id, secret) = credentials.split_once(':')?;
    let (account, key) = cloud.key(key_id)?;
    (account.enable_basic_auth && key.secret == secret).then_some(account)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use crate::{
        model::role::Role,
        test_cloud::{Client, Credentials, TestCloud},
    };

    const ENDPOINTS: &[(&str, &[&str])] = &[
        ("/v2/organizations", &["GET"]),
        ("/v2/organizations/o", &["GET"]),
        ("/v2/organizations/o/permissions", &["GET"]),
        ("/v2/organizations/o/members", &["GET", "POST"]),
        ("/v2/organizations/o/members/m", &["GET", "PATCH", "DELETE"]),
        ("/v2/organizations/o/members/m:getInviteUrl", &["GET"]),
        ("/v2/roles", &["GET"]),
        ("/v2/roles/project.user", &["GET"]),
        ("/v2/projects", &["GET", "POST"]),
        ("/v2/projects:batchUpdate", &["POST"]),
        ("/v2/projects/p", &["GET", "PATCH", "DELETE"]),
        ("/v2/projects/p/permissions", &["GET"]),
        ("/v2/projects/p/members", &["GET", "POST"]),
        ("/v2/projects/p/members/m", &["GET", "PATCH", "DELETE"]),
        ("/v2/projects/p/members/m:getInviteUrl", &["GET"]),
        ("/v2/projects/p/serviceaccounts", &["GET", "POST"]),
        ("/v2/projects/p/serviceaccounts/s", &["GET", "PATCH", "DELETE"]),
        ("/v2/projects/p/serviceaccounts/s/keys", &["GET", "POST"]),
        ("/v2/projects/p/serviceaccounts/s/keys/k", &["GET", "DELETE"]),
        ("/v2/projects/p/devices", &["GET", "POST"]),
        ("/v2/projects/p/devices:batchUpdate", &["POST"]),
        ("/v2/projects/p/devices:transfer", &["POST"]),
        ("/v2/projects/p/devices:stream", &["GET"]),
        ("/v2/projects/p/devices/d", &["GET", "PUT", "DELETE"]),
        ("/v2/projects/p/devices/d:publish", &["POST"]),
        ("/v2/projects/p/devices/d:stream", &["GET"]),
        ("/v2/projects/p/devices/d/events", &["GET"]),
        ("/v2/projects/p/devices/d/labels", &["POST"]),
        ("/v2/projects/p/devices/d/labels/l", &["PATCH", "DELETE"]),
        ("/v2/projects/p/dataconnectors", &["GET", "POST"]),
        ("/v2/projects/p/dataconnectors/d", &["GET", "PATCH", "DELETE"]),
        ("/v2/projects/p/dataconnectors/d:sync", &["POST"]),
        ("/v2/projects/p/dataconnectors/d:metrics", &["GET"]),
    ];

    async fn is_turned_away(client: &Client) {
        let requests = ENDPOINTS.iter().flat_map(|(path, methods)| methods.iter().map(move |it| (it, path)));
        for (method, path) in requests {
            let answer = client.request(method, path, Body::empty()).await;
            assert_eq!((answer.status, &answer.json["code"]), (401, &401.into()), "{method} {path}");
            assert_eq!(answer.header("www-authenticate"), "Bearer");
        }
    }

    #[tokio::test]
    async fn nothing_is_answered_without_credentials() {
        is_turned_away(&TestCloud::demo().stranger()).await;
    }

    #[tokio::test]
    async fn nothing_is_answered_to_a_made_up_token() {
        let cloud = TestCloud::demo();
        for authorization in ["Bearer a.b.c", "Bearer", "Digest x", "Basic !", "Basic YTpi"] {
            is_turned_away(&cloud.with_authorization(authorization.to_owned())).await;
        }
    }

    #[tokio::test]
    async fn basic_auth_is_for_accounts_that_allow_it() {
        let cloud = TestCloud::demo();
        assert_eq!(cloud.guest().get("/v2/projects").await.status, 200);
        is_turned_away(&cloud.with_basic_auth(&cloud.account(Role::ProjectDeveloper))).await;
    }

    #[tokio::test]
    async fn basic_auth_with_a_wrong_secret_is_refused() {
        let cloud = TestCloud::demo();
        let guest = cloud.guest_credentials();
        let mistyped = Credentials { secret: "wrong".to_owned(), ..guest };
        is_turned_away(&cloud.with_basic_auth(&mistyped)).await;
    }
}
