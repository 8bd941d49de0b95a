//! Which secrets are easy to guess, although they are long.

use std::collections::BTreeSet;

/// Words that people make secrets of. None consists of hexadecimal digits, which generated secrets do.
const WORDS: [&str; 16] = [
    "secret",
    "password",
    "passwort",
    "passord",
    "passphrase",
    "changeme",
    "qwerty",
    "asdf",
    "letmein",
    "welcome",
    "example",
    "webhook",
    "signature",
    "disruptive",
    "connector",
    "test",
];

/// How many different characters a secret has at least.
const VARIETY: usize = 6;

/// Characters from which on even one class of them, such as lower-case letters, is enough.
const LONG: usize = 24;

/// Whether a person would find the secret without trying everything. It takes `enough` characters beside common words and
/// repetitions.
pub(super) fn is_guessable(secret: &str, enough: usize) -> bool {
    let letters: Vec<char> = without_words(secret).chars().collect();
    letters.len() < enough
        || variety(&letters) < VARIETY
        || jumps(&letters) < enough / 3
        || is_repetition(&letters, enough)
        || (letters.len() < LONG && is_of_one_class(secret))
}

fn without_words(secret: &str) -> String {
    WORDS.into_iter().fold(secret.to_ascii_lowercase(), |rest, word| rest.replace(word, ""))
}

fn variety(letters: &[char]) -> usize {
    letters.iter().collect::<BTreeSet<_>>().len()
}

/// How often a letter is neither the one before nor next to it in the alphabet.
fn jumps(letters: &[char]) -> usize {
    let codes = || letters.iter().map(|letter| u32::from(*letter));
    codes().zip(codes().skip(1)).filter(|(letter, next)| letter.abs_diff(*next) > 1).count()
}

/// Whether a part shorter than `enough` is all there is, over and over.
fn is_repetition(letters: &[char], enough: usize) -> bool {
    let longest = enough.min(letters.len() / 2 + 1);
    (1..longest).any(|part| letters.iter().skip(part).zip(letters).all(|(letter, before)| letter == before))
}

fn is_of_one_class(secret: &str) -> bool {
    let all = |is_in_class: fn(&char) -> bool| secret.chars().all(|letter| is_in_class(&letter));
    all(char::is_ascii_digit) || all(char::is_ascii_lowercase) || all(char::is_ascii_uppercase)
}
