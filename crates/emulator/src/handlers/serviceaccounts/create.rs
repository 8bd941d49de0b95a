//! `POST /v2/projects/{project}/serviceaccounts`: makes a service account.

use axum::{
    Extension, Json,
    extract::{Path, State},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::{role::Permission, time::Time},
    refusal::Refusal,
    wire::{
        body::{self, JsonObject},
        service_account::{SentServiceAccount, ServiceAccount},
    },
};

/// Needs `serviceaccount.create`. The account has no key and is a member of nothing (`dt-api.md` §2.3).
pub async fn create(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(project): Path<String>,
    JsonObject(sent): JsonObject,
) -> Result<Json<ServiceAccount>, Refusal> {
    let store = &mut *emulator.store();
    let (now, cloud) = (Time(store.clock.now()), &mut store.cloud);
    caller.project(cloud, &project, Permission::ServiceAccountCreate)?;
    let sent: SentServiceAccount = body::read(sent)?;
    let account = cloud.add_service_account(&project, now);
    account.display_name = sent.display_name;
    account.enable_basic_auth = sent.enable_basic_auth;
    Ok(Json((&*account).into()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::{Credentials, TestCloud};

    #[tokio::test]
    async fn a_new_account_is_a_member_of_nothing() {
        let cloud = TestCloud::demo();
        let project = cloud.project("Bergen warehouse");
        let path = format!("/v2/{project}/serviceaccounts");
        let body = json!({"displayName": "Exporter", "enableBasicAuth": true});
        let answer = cloud.organization_admin().post(&path, body).await;
        assert_eq!(answer.status, 200);
        let name = answer.json["name"].as_str().unwrap();
        let id = name.rsplit('/').next().unwrap();
        let home = project.strip_prefix("projects/").unwrap();
        let email = format!("{id}@{home}.serviceaccount.d21s.com");
        assert_eq!(
            answer.json,
            json!({
                "name": format!("{project}/serviceaccounts/{id}"),
                "email": email,
                "displayName": "Exporter",
                "enableBasicAuth": true,
                "createTime": "2025-01-02T03:04:05.000000Z",
                "updateTime": "2025-01-02T03:04:05.000000Z",
            })
        );
        assert_eq!(cloud.user().get(&format!("/v2/{name}")).await.json, answer.json);

        let key = cloud.organization_admin().post(&format!("/v2/{name}/keys"), json!({})).await.json;
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let (key_id, secret) = (text(&key["key"]["id"]), text(&key["secret"]));
        let newcomer = cloud.with_basic_auth(&Credentials { key_id, secret, email });
        assert_eq!(newcomer.get("/v2/projects").await.json["projects"], json!([]));
        assert_eq!(newcomer.get(&format!("/v2/{project}")).await.status, 403);
    }

    #[tokio::test]
    async fn nothing_need_be_said_of_it() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/serviceaccounts", cloud.project("Bergen warehouse"));
        let answer = cloud.organization_admin().post(&path, json!({})).await;
        assert_eq!((answer.status, &answer.json["displayName"]), (200, &json!("")));
        assert_eq!(answer.json["enableBasicAuth"], false);
        for body in [json!({"displayName": 1}), json!({"enableBasicAuth": "yes"}), json!([])] {
            assert_eq!(cloud.organization_admin().post(&path, body).await.status, 400);
        }
    }

    #[tokio::test]
    async fn needs_an_admin_of_a_known_project() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}/serviceaccounts", cloud.project("Oslo office"));
        assert_eq!(cloud.developer().post(&path, json!({})).await.status, 403);
        let unknown = "/v2/projects/unknown/serviceaccounts";
        assert_eq!(cloud.developer().post(unknown, json!({})).await.status, 404);
    }
}
