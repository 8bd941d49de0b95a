//! `GET /v2/projects/{project}/devices/{device}:stream`: one device's events as they happen (`dt-api.md` §6.7).

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

/// Needs `device.read`. Narrowed by `eventTypes`; pings come every `pingInterval`.
pub async fn stream_device(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    Path((project, device)): Path<(String, String)>,
    query: QueryParameters,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let store = emulator.store();
    let project = caller.project(&store.cloud, &project, Permission::DeviceRead)?;
    let device = project.devices.get(&device).ok_or_else(Refusal::not_found)?;
    let subscription = Subscription::asked_for(&project.id, Some(&device.id), &query, &headers)?;
    Ok(subscription.begin(&emulator, &store))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn it_tells_what_the_device_publishes_and_no_other_does() {
        let cloud = TestCloud::demo();
        let (one, other) =
            (cloud.emulated("Oslo office", "touch").await, cloud.emulated("Oslo office", "touch").await);
        let id = other.rsplit('/').next().unwrap();
        let path = format!("/v2/{one}:stream?device_ids={id}");
        let mut stream = cloud.user().stream(&path, "*/*").await;
        for name in [&other, &one] {
            cloud.developer().post(&format!("/v2/{name}:publish"), json!({"touch": {}})).await;
        }
        assert_eq!(stream.event().await["targetName"], one);
    }

    #[tokio::test]
    async fn an_unknown_device_is_not_found() {
        let cloud = TestCloud::demo();
        let unknown = format!("/v2/{}/devices/unknown:stream", cloud.project("Oslo office"));
        assert_eq!(cloud.user().get(&unknown).await.status, 404);
    }
}
