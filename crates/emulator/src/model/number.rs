//! Numbers as the API writes them.

use serde::{Deserialize, Serialize, Serializer};

/// A number that is written without a fraction when it has none: `17`, not `17.0`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Number(pub f64);

impl Serialize for Number {
    #[expect(clippy::cast_possible_truncation, reason = "whole and small enough")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn a_whole_number_has_no_fraction() {
        let written = [17.0, -3.0, 22.4].map(|number| serde_json::to_string(&Number(number)).unwrap());
        assert_eq!(written, ["17", "-3", "22.4"]);
    }
}
