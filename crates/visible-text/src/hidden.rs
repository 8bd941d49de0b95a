//! Which characters hide: they have no shape of their own, or change the order of what stands around them.

/// Whether a character between these two hides.
pub(crate) fn hides(before: Option<char>, character: char, after: Option<char>) -> bool {
    match character {
        // The joiner makes one emoji of several, and both joiners are part of how some languages are written.
        '\u{200d}' => !(both(before, after, is_pictorial) || both(before, after, is_joining)),
        '\u{200c}' => !both(before, after, is_joining),
        // Choose how the character before is drawn.
        '\u{fe0e}' | '\u{fe0f}' => {
            let is_keycap = before.is_some_and(|before| matches!(before, '0'..='9' | '#' | '*'));
            !(before.is_some_and(is_pictorial) || is_keycap && after == Some('\u{20e3}'))
        }
        _ => character.is_control() || has_no_shape(character),
    }
}

fn both(before: Option<char>, after: Option<char>, is: fn(char) -> bool) -> bool {
    before.is_some_and(is) && after.is_some_and(is)
}

/// Default-ignorable code points, format characters, separators and fillers of Unicode 17, but for the joiners and the two
/// variation selectors above.
fn has_no_shape(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' // soft hyphen
            | '\u{34f}' // combining grapheme joiner
            | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' // direction
            | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // Hangul fillers
            | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
            | '\u{2800}' // Braille blank
            | '\u{fe00}'..='\u{fe0d}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{fffe}' | '\u{ffff}'
            | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}' // tags and variation selectors
    )
}

/// Symbols and emoji, and what may follow one inside of a longer emoji.
fn is_pictorial(character: char) -> bool {
    matches!(
        character,
        '©' | '®' | '\u{203c}' | '\u{2049}' | '\u{20e3}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{2bff}'
            | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'
    ) && character != '\u{2800}'
}

/// Letters of scripts that are written with joiners: Arabic and its kin, and those of South and South-East Asia.
fn is_joining(character: char) -> bool {
    let is_of_script = matches!(
        character,
        '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            | '\u{1800}'..='\u{18af}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
    );
    is_of_script && !has_no_shape(character)
}
