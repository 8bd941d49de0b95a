//! Endpoints that DT Cloud has and the emulator does not.

use axum::http::StatusCode;

use crate::refusal::Refusal;

/// Answers 501.
pub async fn unimplemented() -> Refusal {
    Refusal::new(StatusCode::NOT_IMPLEMENTED, "not implemented by the emulator")
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn what_dt_cloud_has_and_the_emulator_lacks_is_said_so() {
        let cloud = TestCloud::demo();
        for (method, path) in
            [("POST", "/v2/projects/-/members:batchCreate"), ("POST", "/v2/projects/-/members:batchDelete")]
        {
            let answer = cloud.developer().request(method, path, Body::empty()).await;
            assert_eq!((answer.status, &answer.json["code"]), (501, &501.into()), "{method} {path}");
        }
    }

    #[tokio::test]
    async fn what_nobody_has_is_not_found_and_a_wrong_method_not_allowed() {
        let cloud = TestCloud::demo();
        for path in ["/", "/v2", "/v2/planets", "/v2/projects/p/planets", "/v3/projects"] {
            let answer = cloud.developer().get(path).await;
            assert_eq!((answer.status, answer.error()), (404, "not found"), "{path}");
        }
        let wrong = cloud.developer().request("PUT", "/v2/projects/p/dataconnectors/d", Body::empty()).await;
        assert_eq!((wrong.status, wrong.error()), (405, "method not allowed"));
        assert!(wrong.header("allow").contains("PATCH"));
    }
}
