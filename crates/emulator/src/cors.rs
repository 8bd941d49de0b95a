//! What scripts of other origins may see: nothing is known of DT Cloud's policy (`dt-api.md` §1) but that browser apps call it.

use std::time::Duration;

use axum::http::{Method, header};
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

use crate::settings::{Cors, CorsOrigins};

const PREFLIGHT_LASTS: Duration = Duration::from_mins(10);

/// Answers preflights, and adds CORS headers to every other answer.
pub fn layer(settings: &Cors) -> CorsLayer {
    let origins = match &settings.origins {
        CorsOrigins::Any => Any.into(),
        CorsOrigins::Only(origins) => {
            AllowOrigin::list(origins.iter().filter_map(|origin| origin.parse().ok()))
        }
    };
    let exposed = settings.exposes_retry_after.then_some(header::RETRY_AFTER);
    CorsLayer::new()
        .allow_origin(origins)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allow_headers([header::AUTHORIZATION, header::CONTENT_TYPE])
        .expose_headers(exposed.into_iter().collect::<Vec<_>>())
        .max_age(PREFLIGHT_LASTS)
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, http::Request};
    use serde_json::json;

    use crate::{
        seed::Seed,
        test_cloud::{Answer, TestCloud},
    };

    const CONSOLE: &str = "http://localhost:8080";

    async fn preflight(cloud: &TestCloud, path: &str, method: &str) -> Answer {
        let request = Request::options(path)
            .header("origin", CONSOLE)
            .header("access-control-request-method", method)
            .header("access-control-request-headers", "authorization,content-type");
        Answer::to(&cloud.emulator.api(), request.body(Body::empty()).unwrap()).await
    }

    async fn get(cloud: &TestCloud, path: &str, origin: &str) -> Answer {
        let request = Request::get(path).header("origin", origin);
        Answer::to(&cloud.emulator.api(), request.body(Body::empty()).unwrap()).await
    }

    #[tokio::test]
    async fn a_preflight_allows_every_method_with_credentials_and_json() {
        let cloud = TestCloud::demo();
        let path = format!("/v2/{}", cloud.connector("Gate log"));
        for method in ["GET", "POST", "PATCH", "DELETE"] {
            let answer = preflight(&cloud, &path, method).await;
            assert_eq!(answer.status, 200);
            assert_eq!(answer.header("access-control-allow-origin"), "*");
            assert!(answer.header("access-control-allow-methods").contains(method));
            assert_eq!(answer.header("access-control-allow-headers"), "authorization,content-type");
        }
        assert_eq!(cloud.stranger().get("/_emulator/journal").await.json, json!([]));
    }

    #[tokio::test]
    async fn refusals_can_be_read_too_with_their_retry_after() {
        let cloud = TestCloud::demo();
        for path in ["/v2/projects", "/v2/nowhere", "/nowhere", "/oauth2/token"] {
            let answer = get(&cloud, path, CONSOLE).await;
            assert!(answer.status >= 400);
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
            assert_eq!(answer.header("access-control-expose-headers"), "retry-after");
        }
    }

    #[tokio::test]
    async fn the_settings_can_name_the_origins_and_hide_retry_after() {
        let cors = json!({"origins": {"only": [CONSOLE]}, "exposesRetryAfter": false});
        let settings = serde_json::from_value(json!({"cors": cors})).unwrap();
        let cloud = TestCloud::with(settings, Seed::Demo);
        let answer = get(&cloud, "/v2/roles", CONSOLE).await;
        assert_eq!(answer.header("access-control-allow-origin"), CONSOLE);
        assert_eq!(answer.header("access-control-expose-headers"), "");
        let answer = get(&cloud, "/v2/roles", "http://other.example").await;
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
}
