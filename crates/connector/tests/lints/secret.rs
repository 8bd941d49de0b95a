//! Signature secrets that protect little.

use connector::{Draft, Field, SecretChange, Severity, Surroundings, secret};
use dt_api::Connector;
use proptest::prelude::*;
use serde_json::json;

use super::scenes::{alone, connector, push, titles, with_url};

const SHORT: &str = "Short signature secret";
const GUESSABLE: &str = "Guessable signature secret";
const REUSED: &str = "Signature secret of another connector";

fn with_secret(secret: &str) -> Draft {
    let mut draft = with_url("https://example.com");
    push(&mut draft).signature_secret = SecretChange::Replace(secret.to_owned());
    draft
}

fn signed(id: &str, secret: &str) -> Connector {
    let config = json!({ "url": format!("https://{id}.example"), "signatureSecret": secret });
    connector(id, "Ventilation", config, json!({}))
}

#[test]
fn a_secret_has_at_least_16_characters() {
    assert_eq!(titles(&alone(&with_secret("k7#Qz!m2Xv9@bL4"))), [SHORT]);
    assert_eq!(alone(&with_secret("k7#Qz!m2Xv9@bL4w")), []);
    let lint = alone(&with_secret("øøø")).remove(0);
    assert_eq!((lint.severity, lint.field, lint.fix), (Severity::Warning, Some(Field::Secret), None));
}

#[test]
fn words_repetitions_sequences_and_digits_alone_are_guessable() {
    for secret in [
        "my-Secret-Password-2024",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "k7Qzm2k7Qzm2k7Qzm2k7Qzm2",
        "abcdefghijklmnopqrstuvwx",
        "0123456789abcdef",
        "aabbccddeeffgghhiijjkkll",
        "8402957163859204",
        "ventilationbuilding",
        "testtesttesttesttesttest",
    ] {
        assert_eq!(titles(&alone(&with_secret(secret))), [GUESSABLE], "{secret}");
    }
}

#[test]
fn a_strong_secret_may_hold_a_word_or_one_class_of_characters() {
    for secret in [
        "secret-9f27c1e8b4d05a3c6e71",
        "whsec_test_Zr8vQ1nLx0Tb5KpW",
        "qhzvkxwmtpjbncrdgyfluaso",
        "correct horse battery staple",
    ] {
        assert_eq!(alone(&with_secret(secret)), [], "{secret}");
    }
}

#[test]
fn without_a_secret_there_is_nothing_to_guess() {
    let draft = with_url("https://example.com");
    assert_eq!(alone(&draft), []);
    let original = signed("d1", "short");
    let surroundings = Surroundings { original: Some(&original), ..Surroundings::default() };
    let mut draft = Draft::from(&original);
    push(&mut draft).signature_secret = SecretChange::Clear;
    assert_eq!(draft.lints(&surroundings), []);
    push(&mut draft).signature_secret = SecretChange::Keep;
    assert_eq!(titles(&draft.lints(&surroundings)), [SHORT], "the stored one stays");
}

#[test]
fn a_secret_of_another_connector_is_pointed_out_with_its_name() {
    let secret = "9f27c1e8b4d05a3c6e71";
    let connectors = [signed("d1", secret), signed("d2", secret)];
    let surroundings = Surroundings { connectors: Some(&connectors), ..Surroundings::default() };
    let lints = with_secret(secret).lints(&surroundings);
    assert_eq!((titles(&lints), lints[0].severity), (vec![REUSED], Severity::Notice));
    assert!(lints[0].reason.starts_with("“Ventilation” has the same signature secret"));
    let edited = Surroundings { original: Some(&connectors[0]), ..surroundings };
    assert_eq!(titles(&Draft::from(&connectors[0]).lints(&edited)), [REUSED]);
    let only = Surroundings { connectors: Some(&connectors[..1]), ..edited };
    assert_eq!(Draft::from(&connectors[0]).lints(&only), []);
}

proptest! {
    #[test]
    fn a_generated_secret_needs_no_advice(random in any::<[u8; 32]>()) {
        prop_assert_eq!(alone(&with_secret(&secret::generate(&random))), []);
    }
}
