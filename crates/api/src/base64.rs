//! Base64 with the first alphabet and padding (RFC 4648 §4), as Basic authentication uses it.

use crate::base64url;

/// Writes bytes in the alphabet.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = base64url::encode(bytes).replace('-', "+").replace('_', "/");
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn the_vectors_of_rfc_4648_hold_with_padding() {
        for (plain, encoded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(encode(plain.as_bytes()), encoded);
        }
    }

    #[test]
    fn the_last_two_letters_of_the_alphabet_are_those_of_basic_authentication() {
        assert_eq!(encode(&[0xFB, 0xEF, 0xFF]), "++//");
    }
}
