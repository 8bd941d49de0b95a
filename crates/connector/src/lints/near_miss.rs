//! Which key was meant by one that is nearly the same.

use crate::label_suggestions::LabelSuggestion;

/// Keys to compare with, prepared so that most are told apart at a glance.
pub(super) struct NearMisses<'a> {
    keys: Vec<(Shape, &'a LabelSuggestion)>,
}

impl<'a> NearMisses<'a> {
    /// The keys in order of preference.
    pub(super) fn of(suggestions: impl Iterator<Item = &'a LabelSuggestion>) -> Self {
        Self { keys: suggestions.map(|suggestion| (Shape::of(&suggestion.key), suggestion)).collect() }
    }

    /// The key that was likely meant: the one with the fewest differences, then the most preferred.
    pub(super) fn nearest(&self, key: &str) -> Option<&'a LabelSuggestion> {
        let shape = Shape::of(key);
        let differences = |(other, suggestion): &(Shape, &'a LabelSuggestion)| {
            shape.differences(other).map(|differences| (differences, *suggestion))
        };
        let near = self.keys.iter().filter_map(differences);
        near.min_by_key(|(differences, _)| *differences).map(|(_, suggestion)| suggestion)
    }
}

/// What is left of a key without case, separators and plural.
struct Shape {
    letters: Vec<char>,
    /// Which letters there are, one bit for all that share it.
    present: u64,
}

impl Shape {
    fn of(key: &str) -> Self {
        let is_separator =
            |letter: &char| matches!(letter, '-' | '_' | '.' | ':' | '/') || letter.is_whitespace();
        let letters = key.chars().filter(|letter| !is_separator(letter)).flat_map(char::to_lowercase);
        let mut letters: Vec<char> = letters.collect();
        if letters.len() > 3 && letters.last() == Some(&'s') {
            letters.pop();
        }
        let present = letters.iter().fold(0, |present, letter| present | 1 << (u32::from(*letter) % 64));
        Self { letters, present }
    }

    /// How many typing errors lie between the two; nothing when they are too many for keys of this length, or when the
    /// numbers differ: `floor1` is not meant by `floor2`.
    fn differences(&self, other: &Self) -> Option<usize> {
        let shorter = self.letters.len().min(other.letters.len());
        let allowed = match shorter {
            0 => return None,
            1..=3 => 0,
            4..=7 => 1,
            _ => 2,
        };
        let is_far = self.letters.len().abs_diff(other.letters.len()) > allowed
            || (self.present ^ other.present).count_ones() as usize > 2 * allowed;
        if is_far || !numbers(&self.letters).eq(numbers(&other.letters)) {
            return None;
        }
        (0..=allowed).find(|errors| is_within(&self.letters, &other.letters, *errors))
    }
}

fn numbers(letters: &[char]) -> impl Iterator<Item = &char> {
    letters.iter().filter(|letter| letter.is_numeric())
}

/// Whether at most this many letters are missing, too much, wrong, or swapped with their neighbour.
fn is_within(mut one: &[char], mut other: &[char], errors: usize) -> bool {
    while let ([first, rest @ ..], [other_first, other_rest @ ..]) = (one, other)
        && first == other_first
    {
        (one, other) = (rest, other_rest);
    }
    let ([first, rest @ ..], [other_first, other_rest @ ..]) = (one, other) else {
        return one.len().max(other.len()) <= errors;
    };
    let Some(left) = errors.checked_sub(1) else { return false };
    let is_swapped = || match (rest, other_rest) {
        ([second, rest @ ..], [other_second, other_rest @ ..]) => {
            first == other_second && second == other_first && is_within(rest, other_rest, left)
        }
        _ => false,
    };
    is_swapped()
        || is_within(rest, other_rest, left)
        || is_within(rest, other, left)
        || is_within(one, other_rest, left)
}
