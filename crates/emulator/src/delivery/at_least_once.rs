//! The promise of delivery as a law: what happens in between is left to chance.

use std::collections::HashSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::test_cloud::{TestCloud, block_on};

const RECEIVER: &str = "gates.example.org";

/// What may happen to a connector.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A device reports something that the filter lets through.
    Wanted,
    /// A device reports something that it does not.
    Unwanted,
    /// The receiver answers like this from now on.
    Behave { status: u16, drop: bool },
    /// So many minutes pass.
    Pass(i64),
    /// A person disables or enables it.
    Enable(bool),
}

fn step() -> impl Strategy<Value = Step> {
    let behaviour = (prop::sample::select(vec![200_u16, 204, 302, 404, 500]), any::<bool>());
    prop_oneof![
        6 => Just(Step::Wanted),
        2 => Just(Step::Unwanted),
        4 => behaviour.prop_map(|(status, drop)| Step::Behave { status, drop: drop && status != 204 }),
        4 => (0_i64..90).prop_map(Step::Pass),
        1 => any::<bool>().prop_map(Step::Enable),
    ]
}

fn report(event_type: &str, state: &str) -> Value {
    json!({event_type: {"state": state, "updateTime": "2025-01-02T03:04:05Z"}})
}

/// The ids of events that were asked for while the connector was active, and of those that the receiver acknowledged.
struct Ledger {
    owed: HashSet<String>,
    never: HashSet<String>,
}

async fn take(cloud: &TestCloud, steps: &[Step]) -> Ledger {
    let path = format!("/v2/{}", cloud.connector("Gate log"));
    let (mut owed, mut never, mut enabled) = (HashSet::new(), HashSet::new(), true);
    for &step in steps {
        match step {
            Step::Wanted => {
                let id = cloud.report("Gate 1", report("contact", "OPEN"));
                if enabled {
                    owed.insert(id)
                } else {
                    never.insert(id)
                };
            }
            Step::Unwanted => {
                never.insert(cloud.report("Hall A at night", report("motion", "MOTION_DETECTED")));
            }
            Step::Behave { status, drop } => {
                cloud.behave(RECEIVER, json!({"status": status, "drop": drop})).await;
            }
            Step::Pass(minutes) => cloud.pass(60 * minutes).await,
            Step::Enable(enable) => {
                let status = if enable { "ACTIVE" } else { "USER_DISABLED" };
                assert_eq!(cloud.developer().patch(&path, json!({"status": status})).await.status, 200);
                if !enable {
                    owed.clear();
                }
                enabled = enable;
            }
        }
    }
    Ledger { owed, never }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Everything that the filter lets through while the connector is active arrives, if the receiver accepts pushes
    /// again within 12 hours; nothing else ever does.
    #[test]
    fn what_is_forwarded_arrives_at_least_once_and_nothing_else_does(steps in prop::collection::vec(step(), 1..8)) {
        block_on(async {
            let cloud = TestCloud::demo();
            // At most 8 × 90 minutes have passed when the receiver recovers, and the longest pause is over an hour later.
            let Ledger { owed, never } = take(&cloud, &steps).await;
            cloud.behave(RECEIVER, json!({})).await;
            cloud.pass(75 * 60).await;
            let pushes = cloud.pushed(RECEIVER).await;
            let arrived: HashSet<_> =
                pushes.iter().map(|push| push["event"]["eventId"].as_str().unwrap().to_owned()).collect();
            let last_try: Vec<_> = owed.difference(&arrived).collect();
            assert!(last_try.is_empty(), "never arrived: {last_try:?}");
            let wrongly: Vec<_> = never.intersection(&arrived).collect();
            assert!(wrongly.is_empty(), "arrived: {wrongly:?}");
            let settled = pushes.len();
            cloud.pass(13 * 3600).await;
            assert_eq!(cloud.pushed(RECEIVER).await.len(), settled, "pushed after it was acknowledged");
        });
    }
}
