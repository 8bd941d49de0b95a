//! `GET /data-connector/.well-known/openid-configuration`: how to verify `DT-Asymmetric-Signature` (`dt-api.md` §5.3).

use axum::{Json, extract::State};
use serde_json::{Value, json};

use crate::emulator::Emulator;

/// Needs no credentials. Answers `{issuer, jwks_uri, id_token_signing_alg_values_supported}`.
pub async fn configuration(State(emulator): State<Emulator>) -> Json<Value> {
    let issuer = &emulator.signer().issuer;
    Json(json!({
        "issuer": issuer,
        "jwks_uri": format!("{issuer}/jwks"),
        "id_token_signing_alg_values_supported": ["ES256"],
    }))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::test_cloud::TestCloud;

    #[tokio::test]
    async fn the_issuer_says_where_its_keys_are() {
        let path = "/data-connector/.well-known/openid-configuration";
        let answer = TestCloud::demo().stranger().get(path).await;
        let configuration = json!({
            "issuer": "http://localhost:8081/data-connector",
            "jwks_uri": "http://localhost:8081/data-connector/jwks",
            "id_token_signing_alg_values_supported": ["ES256"],
        });
        assert_eq!((answer.status, answer.json), (200, configuration));
    }
}
