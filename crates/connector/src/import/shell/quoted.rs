//! What stands between quotation marks in which backslashes mean something.

use super::super::ImportProblem;
use super::{Scanner, UNCLOSED};

impl Scanner<'_> {
    /// The rest of a text between double quotes.
    pub(super) fn double_quoted(&mut self, word: &mut String) -> Result<(), ImportProblem> {
        let line = self.line;
        loop {
            match self.next() {
                Some('"') => return Ok(()),
                Some('\\') => match self.peek() {
                    Some('\n') => {
                        self.next();
                    }
                    Some('$' | '`' | '"' | '\\') => word.extend(self.next()),
                    _ => word.push('\\'),
                },
                Some('`') => self.backquoted(word)?,
                Some('$') => self.dollar(word)?,
                Some(character) => word.push(character),
                None => return Err(ImportProblem::new(line, UNCLOSED)),
            }
        }
    }

    /// The rest of a text in `$'…'`, which browsers write when they copy a request.
    pub(super) fn ansi_c_quoted(&mut self, word: &mut String) -> Result<(), ImportProblem> {
        let line = self.line;
        let mut bytes = Vec::new();
        loop {
            match self.next() {
                Some('\'') => break,
                Some('\\') => self.ansi_c_escape(&mut bytes),
                Some(character) => push(&mut bytes, character),
                None => return Err(ImportProblem::new(line, UNCLOSED)),
            }
        }
        word.push_str(&String::from_utf8_lossy(&bytes));
        Ok(())
    }

    fn ansi_c_escape(&mut self, bytes: &mut Vec<u8>) {
        let Some(character) = self.next() else { return };
        match character {
            'n' => bytes.push(b'\n'),
            'r' => bytes.push(b'\r'),
            't' => bytes.push(b'\t'),
            'a' => bytes.push(7),
            'b' => bytes.push(8),
            'v' => bytes.push(11),
            'f' => bytes.push(12),
            'e' | 'E' => bytes.push(27),
            'x' => bytes.extend(u8::try_from(self.number(16, 2))),
            'u' => {
                let unit = self.number(16, 4);
                push(bytes, self.code_point(unit));
            }
            'U' => push(bytes, char::from_u32(self.number(16, 8)).unwrap_or(char::REPLACEMENT_CHARACTER)),
            '0'..='7' => {
                let mut number = character.to_digit(8).unwrap_or_default();
                for _ in 0..2 {
                    let Some(digit) = self.peek().and_then(|next| next.to_digit(8)) else { break };
                    number = number * 8 + digit;
                    self.next();
                }
                bytes.extend(u8::try_from(number));
            }
            '\\' | '\'' | '"' | '?' => push(bytes, character),
            _ => {
                bytes.push(b'\\');
                push(bytes, character);
            }
        }
    }

    /// The character of a UTF-16 unit, which may need the unit that follows.
    fn code_point(&mut self, unit: u32) -> char {
        let (rest, line) = (self.rest, self.line);
        if (0xD800..0xDC00).contains(&unit) && self.skip("\\u") {
            let low = self.number(16, 4);
            if (0xDC00..0xE000).contains(&low) {
                let code_point = 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                return char::from_u32(code_point).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
            (self.rest, self.line) = (rest, line);
        }
        char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// A number of so many digits at most.
    fn number(&mut self, radix: u32, longest: usize) -> u32 {
        let mut number = 0_u32;
        for _ in 0..longest {
            let Some(digit) = self.peek().and_then(|next| next.to_digit(radix)) else { break };
            number = number.wrapping_mul(radix).wrapping_add(digit);
            self.next();
        }
        number
    }
}

fn push(bytes: &mut Vec<u8>, character: char) {
    bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
}
