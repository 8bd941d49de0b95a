//! Strong signature secrets, and which headers hold secrets.

use crate::userinfo;

/// Writes random bytes as hexadecimal digits, the alphabet of DT's own secrets. Pass at least 32 bytes from a
/// cryptographic source.
#[must_use]
pub fn generate(random: &[u8]) -> String {
    let nibbles = random.iter().flat_map(|byte| [byte >> 4, byte & 0x0F]);
    nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect()
}

/// Whether a header of this name likely holds a credential, so that its value is masked.
#[must_use]
pub fn is_credential(header: &str) -> bool {
    const PARTS: [&str; 8] =
        ["auth", "token", "secret", "key", "password", "cookie", "credential", "signature"];
    let header = header.to_ascii_lowercase();
    PARTS.iter().any(|part| header.contains(part))
}

/// A URL whose password, if it holds one, is masked.
#[must_use]
pub fn without_password(url: &str) -> String {
    match userinfo::split(url) {
        Some((before, userinfo, after)) => {
            let user = userinfo.split_once(':').map_or(userinfo, |(user, _)| user);
            format!("{before}{user}:••••{after}")
        }
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{generate, is_credential, without_password};

    #[test]
    fn a_password_in_a_url_is_masked() {
        assert_eq!(without_password("https://u:p@a.example/b@c?d"), "https://u:••••@a.example/b@c?d");
        assert_eq!(without_password("https://a.example/b@c"), "https://a.example/b@c");
        assert_eq!(without_password("not a URL: u:p@x"), "not a URL: u:p@x");
    }

    #[test]
    fn headers_that_look_like_credentials_are_told_from_the_rest() {
        for header in ["Authorization", "x-api-key", "Ocp-Apim-Subscription-Key", "X-Auth-Token", "Cookie"] {
            assert!(is_credential(header), "{header}");
        }
        for header in ["Content-Type", "x-customer", "Accept", ""] {
            assert!(!is_credential(header), "{header}");
        }
    }

    #[test]
    fn every_byte_becomes_two_digits() {
        assert_eq!(generate(&[0x00, 0x0F, 0xA5, 0xFF]), "000fa5ff");
    }
}
