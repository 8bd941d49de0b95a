//! `PATCH /v2/projects/{project}/serviceaccounts/{account}`: changes some fields of a service account.

use axum::{
    Extension, Json,
    extract::{Path, State},
};
use serde_json::json;

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::{role::Permission, time::Time},
    refusal::Refusal,
    wire::{
        body::{self, JsonObject},
        query::QueryParameters,
        service_account::{FIELDS, SentServiceAccount, ServiceAccount},
    },
};

/// Needs `serviceaccount.update`. Changes the fields in `updateMask`, or without one those that the body has.
pub async fn update(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, account)): Path<(String, String)>,
    query: QueryParameters,
    JsonObject(sent): JsonObject,
) -> Result<Json<ServiceAccount>, Refusal> {
    let store = &mut *emulator.store();
    let (now, cloud) = (Time(store.clock.now()), &mut store.cloud);
    caller.project(cloud, &project, Permission::ServiceAccountUpdate)?;
    let account = cloud.service_account_mut(&project, &account).ok_or_else(Refusal::not_found)?;
    body::read::<SentServiceAccount>(sent.clone())?;
    let current = json!(ServiceAccount::from(&*account));
    let patched: SentServiceAccount = body::read(FIELDS.to_change(&sent, &query)?.apply(&sent, current))?;

    account.display_name = patched.display_name;
    account.enable_basic_auth = patched.enable_basic_auth;
    account.update_time = now;
    Ok(Json((&*account).into()))
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use serde_json::{Value, json};

    use crate::test_cloud::{Answer, TestCloud};

    /// The path of the account that allows Basic auth.
    fn guest(cloud: &TestCloud) -> String {
        let email = cloud.guest_credentials().email;
        let id = email.split_once('@').unwrap().0;
        format!("/v2/{}/serviceaccounts/{id}", cloud.project("Oslo office"))
    }

    async fn patched(cloud: &TestCloud, query: &str, body: Value) -> Answer {
        cloud.organization_admin().patch(&format!("{}{query}", guest(cloud)), body).await
    }

    #[tokio::test]
    async fn only_what_the_body_or_the_mask_has_changes() {
        let cloud = TestCloud::demo();
        let mut expected = cloud.user().get(&guest(&cloud)).await.json;
        cloud.advance(SignedDuration::from_secs(1));
        expected["displayName"] = "Exporter".into();
        expected["updateTime"] = "2025-01-02T03:04:06.000000Z".into();
        let answer = patched(&cloud, "", json!({"displayName": "Exporter"})).await;
        assert_eq!((answer.status, &answer.json), (200, &expected));
        expected["displayName"] = "".into();
        let body = json!({"displayName": "", "enableBasicAuth": false});
        let answer = patched(&cloud, "?update_mask=displayName", body).await;
        assert_eq!((answer.status, &answer.json), (200, &expected));
        let answer = patched(&cloud, "", expected.clone()).await;
        assert_eq!((answer.status, answer.json), (200, expected));
    }

    #[tokio::test]
    async fn basic_auth_ends_and_begins_at_once() {
        let cloud = TestCloud::demo();
        let (client, path) = (cloud.guest(), guest(&cloud));
        for (enabled, status) in [(false, 401), (true, 200)] {
            cloud.organization_admin().patch(&path, json!({"enableBasicAuth": enabled})).await;
            assert_eq!(client.get("/v2/projects").await.status, status);
        }
    }

    #[tokio::test]
    async fn a_new_name_is_also_that_of_the_member() {
        let cloud = TestCloud::demo();
        let member = guest(&cloud).replace("serviceaccounts", "members");
        patched(&cloud, "", json!({"displayName": "Exporter"})).await;
        assert_eq!(cloud.user().get(&member).await.json["displayName"], "Exporter");
    }

    #[tokio::test]
    async fn what_cannot_be_kept_is_refused_and_changes_nothing() {
        let cloud = TestCloud::demo();
        let original = cloud.user().get(&guest(&cloud)).await.json;
        cloud.advance(SignedDuration::from_secs(1));
        for (query, body) in [
            ("", json!({"displayName": 1})),
            ("", json!({"displayName": "x", "enableBasicAuth": "yes"})),
            ("?updateMask=colour", json!({})),
        ] {
            assert_eq!(patched(&cloud, query, body).await.status, 400, "{query}");
        }
        assert_eq!(cloud.user().get(&guest(&cloud)).await.json, original);
    }

    #[tokio::test]
    async fn needs_an_admin_of_a_known_account() {
        let cloud = TestCloud::demo();
        assert_eq!(cloud.developer().patch(&guest(&cloud), json!({})).await.status, 403);
        let unknown = format!("/v2/{}/serviceaccounts/unknown", cloud.project("Oslo office"));
        assert_eq!(cloud.organization_admin().patch(&unknown, json!({})).await.status, 404);
    }
}
