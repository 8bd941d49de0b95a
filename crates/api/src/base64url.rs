//! Base64 with the URL-safe alphabet and no padding (RFC 4648 §5), as JSON Web Tokens use it.

const ALPHABET: [u8; 64] = *b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes in the alphabet.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        // Three bytes fill four digits; a shorter last chunk fills one digit more than it has bytes.
        for digit in 0..=chunk.len() {
            let index = bits >> (18 - 6 * digit) & 0x3F;
            let letter = usize::try_from(index).ok().and_then(|index| ALPHABET.get(index));
            text.extend(letter.copied().map(char::from));
        }
    }
    text
}

/// Undoes [`encode`]; nothing for a text that holds a letter of no or another alphabet, padding, or half a byte.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for digits in text.as_bytes().chunks(4) {
        let missing = 4 - digits.len();
        // One digit alone is less than a byte.
        let count = 3_usize.checked_sub(missing).filter(|count| *count > 0)?;
        let mut bits = 0;
        for digit in digits {
            bits = bits << 6 | value(*digit)?;
        }
        let [_, first, second, third] = (bits << (6 * missing)).to_be_bytes();
        bytes.extend([first, second, third].into_iter().take(count));
    }
    Some(bytes)
}

fn value(digit: u8) -> Option<u32> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn the_vectors_of_rfc_4648_hold_without_padding() {
        let vectors = [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, encoded) in vectors {
            assert_eq!(encode(plain.as_bytes()), encoded);
            assert_eq!(decode(encoded).as_deref(), Some(plain.as_bytes()));
        }
    }

    #[test]
    fn the_last_two_letters_of_the_alphabet_are_safe_in_a_url() {
        assert_eq!(encode(&[0xFB, 0xEF, 0xFF]), "--__");
        assert_eq!(decode("--__"), Some(vec![0xFB, 0xEF, 0xFF]));
    }

    #[test]
    fn what_is_not_written_in_the_alphabet_is_not_read() {
        for text in ["Zg==", "Zm9v+/", "Zm9vY", "Zm 9", "ø"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
