//! `GET /data-connector/jwks`: the public halves of the keys that sign `DT-Asymmetric-Signature` (`dt-api.md` §5.3).

use axum::{Json, extract::State};
use serde_json::{Value, json};

use crate::emulator::Emulator;

/// Needs no credentials. Answers a JSON Web Key Set (RFC 7517 §5).
pub async fn keys(State(emulator): State<Emulator>) -> Json<Value> {
    Json(json!({"keys": [emulator.signer().key.public_key()]}))
}

#[cfg(test)]
mod tests {
    use crate::test_cloud::{TestCloud, each};

    #[tokio::test]
    async fn there_is_one_key_on_the_curve_of_es256_and_nothing_private() {
        let answer = TestCloud::demo().stranger().get("/data-connector/jwks").await;
        assert_eq!(answer.status, 200);
        let keys = &answer.json["keys"];
        assert_eq!(each(keys, "crv"), ["P-256"]);
        assert_eq!(each(keys, "use"), ["sig"]);
        assert!(keys[0].get("d").is_none());
    }
}
