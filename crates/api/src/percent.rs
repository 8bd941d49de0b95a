//! Percent-encoding (RFC 3986 §2.1).

const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];

/// Encodes everything but unreserved characters, so that the result fits a path segment or a query value.
#[must_use]
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            let digits = [byte >> 4, byte & 0x0F].map(|nibble| HEX.get(usize::from(nibble)));
            encoded.push('%');
            encoded.extend(digits.into_iter().flatten());
        }
    }
    encoded
}

/// Undoes [`encode`]. A `%` that starts no escape stays as it is, and bytes that are not UTF-8 become `U+FFFD`, as
/// browsers have it.
#[must_use]
pub fn decode(text: &str) -> String {
    String::from_utf8_lossy(&decode_bytes(text)).into_owned()
}

/// The bytes that a text with escapes stands for, be they text or not.
#[must_use]
pub fn decode_bytes(text: &str) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, tail @ ..] = rest {
        if let ([high, low, after @ ..], b'%') = (tail, byte)
            && let Some(escaped) = escaped_byte(*high, *low)
        {
            decoded.push(escaped);
            rest = after;
        } else {
            decoded.push(*byte);
            rest = tail;
        }
    }
    decoded
}

fn escaped_byte(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some((digit(high)? << 4) | digit(low)?)
}
