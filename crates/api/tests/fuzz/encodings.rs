//! The encodings of tokens.

use dt_api::{arbitrary, base64url};
use proptest::prelude::*;

proptest! {
    #![proptest_config(arbitrary::many_cases())]

    #[test]
    fn bytes_survive_being_written_and_read(bytes in any::<Vec<u8>>()) {
        prop_assert_eq!(base64url::decode(&base64url::encode(&bytes)), Some(bytes));
    }

    #[test]
    fn no_text_makes_reading_panic_and_what_is_read_has_three_quarters_of_its_length(text in prop_oneof![any::<String>(), "[A-Za-z0-9_-]{0,40}"]) {
        if let Some(bytes) = base64url::decode(&text) {
            prop_assert_eq!(bytes.len(), text.len() * 3 / 4);
        }
    }
}
