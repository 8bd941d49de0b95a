//! Printing a value for debugging never gives a secret away.

use dt_api::oauth::AccessToken;
use dt_api::{Connector, Credentials, HttpPush, Method, Request, Response};
use serde_json::json;

fn assert_redacted(value: &impl std::fmt::Debug) {
    let printed = format!("{value:?} {value:#?}");
    assert!(!printed.contains("hush"), "{printed}");
}

#[test]
fn a_connector_prints_neither_secret_nor_header_values_nor_password_nor_unknown_fields() {
    let known = json!({
        "name": "projects/p/dataconnectors/d", "type": "HTTP_PUSH", "newSecret": "hush",
        "httpConfig": {
            "url": "https://user:hush@example.com/", "signatureSecret": "hush", "headers": { "X-Key": "hush" },
            "token": "hush",
        },
    });
    let unknown =
        json!({ "name": "projects/p/dataconnectors/d", "type": "NEW", "newConfig": { "key": "hush" } });
    for json in [known, unknown] {
        assert_redacted(&Connector::from_json(&json).unwrap());
    }
}

#[test]
fn requests_responses_tokens_and_credentials_print_no_secrets() {
    assert_redacted(&Request {
        method: Method::Post,
        url: "https://api.example.com".to_owned(),
        headers: vec![("Authorization", "Bearer hush".to_owned())],
        body: Some("hush".to_owned()),
    });
    assert_redacted(&Response { status: 200, retry_after: None, body: "hush".to_owned() });
    assert_redacted(&AccessToken::new("hush".to_owned().into(), 3600));
    let file = r#"{"serviceAccount":{"keyId":"k","secret":"hush","email":"e"}}"#;
    assert_redacted(&Credentials::from_json_file(file).unwrap());
}

#[test]
fn a_url_is_shown_without_user_name_and_password() {
    let shown = |url: &str| {
        HttpPush { url: url.to_owned(), ..HttpPush::default() }.url_without_userinfo().into_owned()
    };
    assert_eq!(shown("https://user:pass@example.com/a"), "https://example.com/a");
    assert_eq!(shown("https://user:p@ss@example.com"), "https://example.com");
    assert_eq!(shown("https://user@example.com?to=a@b"), "https://example.com?to=a@b");
    assert_eq!(shown("https://example.com/@team?to=a@b"), "https://example.com/@team?to=a@b");
    assert_eq!(shown("nonsense"), "nonsense");
}
