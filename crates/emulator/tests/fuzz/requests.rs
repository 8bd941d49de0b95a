//! The REST API and the emulator's controls.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::cloud::{Answer, Cloud, block_on};
use crate::sent::{Sent, sent};

/// What is wrong with an answer of the API, if anything.
fn misspoken(sent: &Sent, answer: &Answer) -> Option<String> {
    let json = answer.json();
    let is_stream = sent.path().ends_with(":stream") && answer.status == 200;
    let wrong = match answer.status {
        500.. => "a failure of the server",
        400..500 if json["code"] != answer.status || json["error"].as_str().is_none_or(str::is_empty) => {
            "a refusal without words"
        }
        200..300 if !is_stream && !json.is_object() => "an answer that is no JSON object",
        200..300 | 400..500 => return None,
        _ => "a status that the API does not have",
    };
    let body = answer.body.as_deref().map(String::from_utf8_lossy);
    Some(format!("{wrong}: {sent:?} → {} {:?} {body:?}", answer.status, answer.headers))
}

proptest! {
    #[test]
    fn every_request_is_answered_as_the_api_answers(requests in vec(sent(), 1..6)) {
        block_on(async {
            let cloud = Cloud::demo();
            let admin = cloud.admin().await;
            for sent in requests {
                let answer = cloud.send(sent.request(&admin)).await;
                prop_assert_eq!(misspoken(&sent, &answer), None);
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_refused_changes_nothing(sent in sent()) {
        block_on(async {
            let cloud = Cloud::demo();
            let admin = cloud.admin().await;
            let before = cloud.everything(&admin).await;
            let answer = cloud.send(sent.request(&admin)).await;
            if answer.status >= 400 || sent.method == "GET" {
                prop_assert_eq!(cloud.everything(&admin).await, before);
            }
            Ok(())
        })?;
    }

    #[test]
    fn nobody_is_answered_without_credentials(sent in sent(), authorization in "(Bearer |Basic |)[ -~]{0,12}") {
        block_on(async {
            let answer = Cloud::demo().send(sent.request(&authorization)).await;
            prop_assert!(answer.status >= 400, "{} {:?}", answer.status, sent);
            Ok(())
        })?;
    }
}
