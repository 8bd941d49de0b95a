//! `POST /v2/projects/{project}/serviceaccounts/{account}/keys`: makes a key.

use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::{role::Permission, time::Time},
    refusal::Refusal,
    wire::key::{Key, NewKey},
};

/// Needs `serviceaccount.key.create`. Answers the key with its secret, which is never shown again; an account can have only so
/// many keys. A body is not read.
pub async fn create(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, account)): Path<(String, String)>,
) -> Result<Json<NewKey>, Refusal> {
    let most = emulator.settings().keys_per_service_account;
    let store = &mut *emulator.store();
    let (now, cloud) = (Time(store.clock.now()), &mut store.cloud);
    caller.project(cloud, &project, Permission::ServiceAccountKeyCreate)?;
    let current = cloud.service_account(&project, &account).ok_or_else(Refusal::not_found)?;
    if current.keys.len() >= most {
        let message = format!("a service account can have at most {most} keys");
        return Err(Refusal::new(StatusCode::BAD_REQUEST, message));
    }
    let id = cloud.ids.mint();
    let account = cloud.service_account_mut(&project, &account).ok_or_else(Refusal::not_found)?;
    let key = account.add_key(id, now).clone();
    Ok(Json(NewKey { key: Key::new(&key, account), secret: key.secret }))
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use serde_json::json;

    use crate::{
        model::role::Role,
        test_cloud::{Credentials, TestCloud},
    };

    /// The path of the keys of the account that allows Basic auth.
    fn keys(cloud: &TestCloud) -> String {
        let email = cloud.guest_credentials().email;
        let id = email.split_once('@').unwrap().0;
        format!("/v2/{}/serviceaccounts/{id}/keys", cloud.project("Oslo office"))
    }

    #[tokio::test]
    async fn a_new_key_signs_in_beside_the_old_one_and_its_secret_is_shown_once() {
        let cloud = TestCloud::demo();
        let path = keys(&cloud);
        let answer = cloud.organization_admin().request("POST", &path, Body::empty()).await;
        assert_eq!(answer.status, 200);
        let id = answer.json["key"]["id"].as_str().unwrap().to_owned();
        let secret = answer.json["secret"].as_str().unwrap().to_owned();
        let name = format!("{}/{id}", path.strip_prefix("/v2/").unwrap());
        let key = json!({"name": name, "id": id, "createTime": "2025-01-02T03:04:05.000000Z"});
        assert_eq!(answer.json, json!({"key": key, "secret": secret}));
        assert!(secret.len() == 32 && secret.chars().all(|c| c.is_ascii_hexdigit()));
        assert_eq!(cloud.user().get(&format!("/v2/{name}")).await.json, key);

        let email = cloud.guest_credentials().email;
        let client = cloud.with_basic_auth(&Credentials { key_id: id, secret, email });
        assert_eq!(client.get("/v2/projects").await, cloud.guest().get("/v2/projects").await);
    }

    #[tokio::test]
    async fn an_account_has_at_most_ten() {
        let cloud = TestCloud::demo();
        for _ in 0..9 {
            assert_eq!(cloud.organization_admin().post(&keys(&cloud), json!({})).await.status, 200);
        }
        let eleventh = cloud.organization_admin().post(&keys(&cloud), json!({})).await;
        assert_eq!((eleventh.status, eleventh.error()), (400, "a service account can have at most 10 keys"));
    }

    #[tokio::test]
    async fn needs_an_admin_of_a_known_account() {
        let cloud = TestCloud::demo();
        assert_eq!(cloud.developer().post(&keys(&cloud), json!({})).await.status, 403);
        let email = cloud.account(Role::ProjectUser).email;
        let id = email.split_once('@').unwrap().0;
        let elsewhere = format!("/v2/{}/serviceaccounts/{id}/keys", cloud.project("Bergen warehouse"));
        assert_eq!(cloud.organization_admin().post(&elsewhere, json!({})).await.status, 404);
    }
}
