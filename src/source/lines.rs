//! On which line a byte of a text stands, without a list of all lines: a large file has millions of them.

use memchr::{memchr_iter, memrchr};

/// Bytes between two places whose line is known. Counting through so many takes less time than a look into memory that is not at hand.
const STEP: usize = 1 << 10;

/// The line breaks of a text, counted at regular places.
#[derive(Debug)]
pub struct Lines {
    /// How many line breaks stand before each multiple of [`STEP`].
    before: Vec<u32>,
}

impl Lines {
    /// Counts the lines of a text.
    pub fn of(text: &str) -> Self {
        let mut sum = 0;
        let before = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = sum;
            sum += breaks(chunk);
            before
        });
        Self { before: before.collect() }
    }

    /// The line, from 1, of a byte of the text that was counted. What lies behind its end is on the last line.
    pub fn line(&self, text: &str, offset: usize) -> usize {
        let offset = offset.min(text.len());
        let step = (offset / STEP).min(self.before.len().saturating_sub(1));
        let before = self.before.get(step).copied().unwrap_or(0);
        (before + breaks(&text.as_bytes()[step * STEP..offset])) as usize + 1
    }
}

/// The offset at which the line of a byte begins.
pub fn line_start(text: &str, offset: usize) -> usize {
    memrchr(b'\n', &text.as_bytes()[..offset.min(text.len())]).map_or(0, |at| at + 1)
}

fn breaks(bytes: &[u8]) -> u32 {
    u32::try_from(memchr_iter(b'\n', bytes).count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_on_the_line_that_a_plain_count_says() {
        for text in ["", "\n", "a\r\nb", &"x\n".repeat(3 * STEP), &format!("{}\n\nč", "x".repeat(2 * STEP))] {
            let lines = Lines::of(text);
            for offset in 0..=text.len() {
                let plainly = text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1;
                assert_eq!(lines.line(text, offset), plainly);
            }
            assert_eq!(lines.line(text, usize::MAX), lines.line(text, text.len()));
        }
    }

    #[test]
    fn a_line_begins_behind_the_break_before_it() {
        assert_eq!([0, 2, 3, 9].map(|offset| line_start("ab\ncd", offset)), [0, 0, 3, 3]);
    }
}
