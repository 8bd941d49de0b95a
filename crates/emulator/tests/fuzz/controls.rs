//! The emulator's controls.

use axum::{body::Body, http::Request};
use dt_api::arbitrary;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::cloud::{Answer, Cloud, block_on};

fn control() -> impl Strategy<Value = (&'static str, Value)> {
    let controls = [
        ("faults", json!({"path": "/v2/*", "method": "GET", "status": 503, "retryAfter": 5, "times": 1})),
        ("faults", json!({"path": "*", "delay": 5000, "cut": true})),
        (
            "faults",
            json!({"path": "/v2/projects", "body": {"projects": []}, "brokenJson": true, "noCors": true}),
        ),
        ("clock", json!({"advance": "5d"})),
        ("clock", json!({"advance": "4294967295d"})),
        ("reset", json!({"seed": "fleet", "projects": 2, "connectorsPerProject": 1, "devicesPerProject": 1})),
        ("reset", json!({})),
    ];
    select(controls.to_vec()).prop_flat_map(|(name, body)| (Just(name), arbitrary::mutated(body)))
}

fn fault() -> impl Strategy<Value = Value> {
    control().prop_filter_map("a fault", |(name, body)| (name == "faults").then_some(body))
}

async fn tell(cloud: &Cloud, control: &str, body: String) -> Answer {
    cloud.send(Request::post(format!("/_emulator/{control}")).body(Body::from(body)).unwrap()).await
}

async fn told(cloud: &Cloud, control: &str) -> Value {
    cloud.get(&format!("/_emulator/{control}"), "").await
}

proptest! {
    #[test]
    fn a_control_does_what_it_says_or_refuses_and_changes_nothing((control, body) in control()) {
        block_on(async {
            let cloud = Cloud::demo();
            let state = async || [told(&cloud, "faults").await, told(&cloud, "clock").await, told(&cloud, "journal").await];
            let before = state().await;
            let answer = tell(&cloud, control, body.to_string()).await;
            if answer.status != 200 {
                prop_assert_eq!(answer.status, 400);
                prop_assert!(answer.json()["error"].is_string());
                prop_assert_eq!(state().await, before);
            } else if control != "faults" {
                let admin = cloud.admin().await;
                prop_assert!(cloud.everything(&admin).await.iter().all(|list| list.get("error").is_none()));
            }
            Ok(())
        })?;
    }

    #[test]
    fn whatever_goes_wrong_is_over_when_the_faults_are_cleared(fault in fault()) {
        block_on(async {
            let cloud = Cloud::demo();
            let admin = cloud.admin().await;
            let before = cloud.everything(&admin).await;
            tell(&cloud, "faults", fault.to_string()).await;
            for path in ["/v2/projects", "/v2/roles", "/v2/projects/p"] {
                cloud.get(path, &admin).await;
            }
            cloud.send(Request::delete("/_emulator/faults").body(Body::empty()).unwrap()).await;
            prop_assert_eq!(cloud.everything(&admin).await, before);
            Ok(())
        })?;
    }
}
