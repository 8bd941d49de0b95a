//! Which fields a PATCH changes, as its `update_mask` names them (`dt-api.md` §3.4).

use serde_json::{Map, Value};

/// The fields that DT's clients name as a whole.
const FIELDS: [&str; 4] = ["displayName", "status", "events", "labels"];

/// The fields of `httpConfig` that they name one by one.
const HTTP_CONFIG: [&str; 3] = ["url", "signatureSecret", "headers"];

/// The mask for a PATCH with this body: its fields, joined by commas. Nothing when it has a field that no client is known
/// to name: DT might refuse the mask, and the body says the same.
pub(crate) fn of(body: &Value) -> Option<String> {
    let mut mask: Vec<String> = Vec::new();
    for (field, value) in body.as_object()? {
        match field.as_str() {
            "httpConfig" => mask.extend(of_http_config(value.as_object()?)?),
            field if FIELDS.contains(&field) => mask.push(field.to_owned()),
            _ => return None,
        }
    }
    (!mask.is_empty()).then(|| mask.join(","))
}

/// An empty configuration would change nothing, so that it has no mask either.
fn of_http_config(config: &Map<String, Value>) -> Option<Vec<String>> {
    let is_known = |field: &String| HTTP_CONFIG.contains(&field.as_str());
    (!config.is_empty() && config.keys().all(is_known))
        .then(|| config.keys().map(|field| format!("httpConfig.{field}")).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::of;

    #[test]
    fn a_mask_names_what_the_body_has_and_nothing_else() {
        let http = json!({"headers": {"X-Site": "1"}, "signatureSecret": "", "url": "https://a.example"});
        let all_of_http = "httpConfig.headers,httpConfig.signatureSecret,httpConfig.url";
        for (body, mask) in [
            (json!({"status": "ACTIVE"}), "status"),
            (json!({"displayName": "", "events": [], "labels": ["name"]}), "displayName,events,labels"),
            (json!({"httpConfig": http}), all_of_http),
            (json!({"httpConfig": http, "labels": []}), &format!("{all_of_http},labels")),
        ] {
            assert_eq!(of(&body).as_deref(), Some(mask), "{body}");
        }
    }

    #[test]
    fn there_is_no_mask_with_a_field_that_nobody_is_known_to_name() {
        for body in [
            json!({"status": "ACTIVE", "awsSqsConfig": {"queueUrl": "https://sqs.example"}}),
            json!({"httpConfig": {"url": "https://a.example", "retries": 3}}),
            json!({"colour": "red"}),
            json!({"labels": [], "httpConfig": {}}),
            json!({"httpConfig": null}),
            json!({}),
            json!(null),
        ] {
            assert_eq!(of(&body), None, "{body}");
        }
    }
}
