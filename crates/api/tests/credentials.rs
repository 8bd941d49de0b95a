//! Reading a credentials file.

use dt_api::{Credentials, CredentialsError};

const SAMPLE: &str = include_str!("../samples/credentials.json");

#[test]
fn a_credentials_file_has_the_key_the_account_and_the_token_endpoint() {
    let credentials = Credentials::from_json_file(SAMPLE).unwrap();
    assert_eq!(credentials.key_id, "c8s4f0k4d5n002vq7ho0");
    assert_eq!(credentials.secret.reveal(), "0123456789abcdef0123456789abcdef");
    assert_eq!(credentials.email, "c8s4f0k4d5n002vq7hn0@c8s1k3ot5vq0a7e2hn40.serviceaccount.d21s.com");
    assert_eq!(
        credentials.token_endpoint.unwrap(),
        "https://identity.disruptive-technologies.com/oauth2/token"
    );
}

#[test]
fn the_token_endpoint_and_the_algorithm_may_be_missing() {
    let file = r#"{"serviceAccount":{"keyId":"k","secret":"s","email":"e"}}"#;
    assert_eq!(Credentials::from_json_file(file).unwrap().token_endpoint, None);
}

#[test]
fn a_file_that_is_none_says_what_it_lacks() {
    let error = |text: &str| Credentials::from_json_file(text).unwrap_err();
    assert_eq!(error("keyId: k"), CredentialsError::NotJson);
    assert_eq!(error("[]"), CredentialsError::NoServiceAccount);
    assert_eq!(error(&SAMPLE.replace("keyId", "key")), CredentialsError::Lacks("keyId"));
    assert_eq!(
        error(&SAMPLE.replace("0123456789abcdef0123456789abcdef", "")),
        CredentialsError::Lacks("secret")
    );
    assert_eq!(error(&SAMPLE.replace("HS256", "RS256")), CredentialsError::Algorithm("RS256".to_owned()));
}
