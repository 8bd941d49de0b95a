//! Merging label keys, of which each is there or not.

use crate::change::are_same_keys;

/// Theirs, without those that I took away and with those that I added.
pub fn merged(before: &[String], mine: &[String], now: &[String]) -> Vec<String> {
    if are_same_keys(now, before) {
        return mine.to_vec();
    }
    if are_same_keys(mine, before) {
        return now.to_vec();
    }
    let taken_away = |key: &String| before.contains(key) && !mine.contains(key);
    let mut merged: Vec<String> = now.iter().filter(|key| !taken_away(key)).cloned().collect();
    for key in mine.iter().filter(|key| !before.contains(key)) {
        if !merged.contains(key) {
            merged.push(key.clone());
        }
    }
    merged
}
