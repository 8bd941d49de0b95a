//! `GET /v2/projects/{project}/devices:stream`: a project's events as they happen (`dt-api.md` §6.7).

use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};

use crate::{
    caller::Caller, emulator::Emulator, event_stream::Subscription, model::role::Permission,
    refusal::Refusal, wire::query::QueryParameters,
};

/// Needs `device.read`. Narrowed by `deviceIds`, `deviceTypes`, `productNumbers`, `labelFilters` and `eventTypes`; pings
/// come every `pingInterval`.
pub async fn stream(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path(project): Path<String>,
    query: QueryParameters,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let store = emulator.store();
    let project = caller.project(&store.cloud, &project, Permission::DeviceRead)?;
    let subscription = Subscription::asked_for(&project.id, None, &query, &headers)?;
    Ok(subscription.begin(&emulator, &store))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn it_tells_what_the_projects_devices_publish_from_now_on() {
        let cloud = TestCloud::demo();
        let (one, other) =
            (cloud.emulated("Oslo office", "touch").await, cloud.emulated("Oslo office", "co2").await);
        let elsewhere = cloud.emulated("Bergen warehouse", "touch").await;
        let publish = async |name: &str| {
            cloud.developer().post(&format!("/v2/{name}:publish"), json!({"touch": {}})).await;
        };
        publish(&one).await;
        let path = format!("/v2/{}/devices:stream", cloud.project("Oslo office"));
        let mut stream = cloud.user().stream(&path, "*/*").await;
        for name in [&elsewhere, &other, &one] {
            publish(name).await;
        }
        assert_eq!(stream.event().await["targetName"], other);
        assert_eq!(stream.event().await["targetName"], one);
    }

    #[tokio::test]
    async fn a_project_of_others_is_forbidden_and_an_unknown_one_not_found() {
        let cloud = TestCloud::demo();
        let bergen = format!("/v2/{}/devices:stream", cloud.project("Bergen warehouse"));
        assert_eq!(cloud.guest().get(&bergen).await.status, 403);
        assert_eq!(cloud.user().get("/v2/projects/unknown/devices:stream").await.status, 404);
    }
}
