//! Files that somebody takes for a service account's credentials.

use dt_api::{Credentials, arbitrary};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::near_a_sample;

fn file() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => near_a_sample("credentials").prop_map(|json| json.to_string()),
        2 => near_a_sample("credentials").prop_flat_map(|json| arbitrary::mangled(json.to_string())),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(arbitrary::many_cases())]

    #[test]
    fn no_file_makes_reading_panic_and_what_is_read_is_in_it(text in file()) {
        match Credentials::from_json_file(&text) {
            Ok(credentials) => {
                let file: Value = serde_json::from_str(&text).unwrap();
                let account = &file["serviceAccount"];
                prop_assert_eq!(&account["keyId"], &credentials.key_id);
                prop_assert_eq!(&account["secret"], credentials.secret.reveal());
                prop_assert_eq!(&account["email"], &credentials.email);
                prop_assert!(
                    ![&credentials.key_id, credentials.secret.reveal(), &credentials.email].contains(&"")
                );
            }
            Err(error) => prop_assert!(error.to_string().ends_with('.')),
        }
    }

    #[test]
    fn what_is_written_to_a_file_is_read_from_it(fields in proptest::array::uniform4(".{1,12}"), extra in arbitrary::json()) {
        let [key_id, secret, email, token_endpoint] = fields;
        let file = json!({
            "serviceAccount": {
                "keyId": key_id, "secret": secret, "email": email, "algorithm": "HS256",
                "tokenEndpoint": token_endpoint, "unheardOf": extra,
            },
            "unheardOf": extra,
        });
        let expected = Credentials { key_id, secret: secret.into(), email, token_endpoint: Some(token_endpoint) };
        prop_assert_eq!(Credentials::from_json_file(&file.to_string()), Ok(expected));
    }

    #[test]
    fn a_file_that_is_refused_is_told_without_its_secret(json in near_a_sample("credentials")) {
        const SECRET: &str = "b2f0-hush-hush";
        let mut json = json;
        if let Some(account) = json.get_mut("serviceAccount").and_then(Value::as_object_mut) {
            account.insert("secret".to_owned(), SECRET.into());
        }
        let read = Credentials::from_json_file(&json.to_string());
        let shown = format!("{read:?} {}", read.as_ref().err().map(ToString::to_string).unwrap_or_default());
        prop_assert!(!shown.contains(SECRET), "{}", shown);
    }
}
