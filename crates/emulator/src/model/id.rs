//! Resource ids: 20 characters of `[0-9a-v]` (`dt-api.md` §3.1), made from a counter so that every run makes the same.

use serde::{Deserialize, Serialize};

const DIGITS: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";
const LENGTH: usize = 20;
const BITS: u32 = 100;
/// Odd, so that multiplying by it is a bijection on `BITS` bits: ids look and sort like real ones and never repeat.
const SCATTER: u128 = 0x9_E377_9B97_F4A7_C15F_39CC_0605;

/// Makes ids, the same ones in the same order from every new mint.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct IdMint {
    minted: u64,
}

/// Makes the ids of events, of which there are so many that all other ids would depend on them. None is that of an
/// `IdMint`.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct EventIdMint {
    minted: u64,
}

impl IdMint {
    /// The next id.
    pub fn mint(&mut self) -> String {
        self.minted += 1;
        id(self.minted.into())
    }
}

impl EventIdMint {
    /// The next id.
    pub fn mint(&mut self) -> String {
        self.minted += 1;
        id(u128::from(self.minted) | 1 << 64)
    }
}

fn id(number: u128) -> String {
    let scattered = number.wrapping_mul(SCATTER) & ((1 << BITS) - 1);
    (0..LENGTH)
        .rev()
        .filter_map(|digit| DIGITS.get((scattered >> (5 * digit)) as usize & 31))
        .map(|&digit| char::from(digit))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{EventIdMint, IdMint};

    #[test]
    fn ids_look_like_dt_ids_and_never_repeat() {
        let (mut mint, mut event_mint) = (IdMint::default(), EventIdMint::default());
        let ids: HashSet<String> = (0..10_000).flat_map(|_| [mint.mint(), event_mint.mint()]).collect();
        assert_eq!(ids.len(), 20_000);
        assert!(
            ids.iter().all(|id| id.len() == 20 && id.chars().all(|c| matches!(c, '0'..='9' | 'a'..='v')))
        );
    }

    #[test]
    fn two_mints_make_the_same_ids() {
        let (mut one, mut other) = (IdMint::default(), IdMint::default());
        assert!((0..100).all(|_| one.mint() == other.mint()));
    }
}
