//! A text file as it was read, places in it, and what is wrong at them.

pub(crate) mod span;
pub(crate) mod problems;
pub(crate) mod json;

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use thiserror::Error;

pub(crate) use problems::{Problem, Problems, Severity};
pub(crate) use span::{Place, Span, Spanned};

/// The largest profile, guidance or baseline. About 19,000 contributions fit in it.
pub(crate) const MAX_FILE_BYTES: u64 = 4 << 20;

/// Why a file cannot be used as text.
#[derive(Debug, Error)]
pub(crate) enum ReadError {
    #[error("{}", in_words(.0))]
    Io(io::Error),
    #[error("it is a folder; name a file")]
    Folder,
    #[error("it is not a regular file; to read a pipe, give `-` and let it be standard input")]
    NotRegular,
    #[error("it is larger than {} MiB, the largest that is read", limit >> 20)]
    TooLarge { limit: u64 },
    #[error("byte {offset} is not UTF-8 text; save the file as UTF-8")]
    NotUtf8 { offset: usize },
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Why the system gives no file to read, in our own words for what people meet often.
pub(crate) fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".into(),
        io::ErrorKind::PermissionDenied => "you may not read it".into(),
        _ => error.to_string(),
    }
}

/// A text with the name that people know it by.
#[derive(Debug)]
pub struct Source {
    /// Path as given, or `-`.
    pub(crate) name: String,
    /// A byte order mark at its start is kept.
    pub(crate) text: String,
    /// Offsets of the line breaks, since each contribution asks for its line.
    breaks: OnceLock<Vec<u32>>,
    /// The text without its mistakes, where it has some that can be blanked out.
    readable: OnceLock<String>,
}

impl Source {
    /// A text under the path that its mistakes name. Offsets are 32 bits: what is beyond 4 GiB has the last one.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), breaks: OnceLock::new(), readable: OnceLock::new() }
    }

    pub(crate) fn read(path: &Path, limit: u64) -> Result<Self, ReadError> {
        Self::from_bytes(path.display().to_string(), read_file(path, limit)?)
    }

    pub(crate) fn from_reader(name: String, reader: impl Read, limit: u64) -> Result<Self, ReadError> {
        Self::from_bytes(name, read_bytes(reader, limit, 0)?)
    }

    fn from_bytes(name: String, bytes: Vec<u8>) -> Result<Self, ReadError> {
        // UTF-16 without a mark is valid UTF-8 with a NUL beside each letter; no text begins so.
        if let Some(offset) = bytes.iter().take(2).position(|byte| *byte == 0) {
            return Err(ReadError::NotUtf8 { offset });
        }
        let text = String::from_utf8(bytes).map_err(|e| ReadError::NotUtf8 { offset: e.utf8_error().valid_up_to() })?;
        Ok(Self::new(name, text))
    }

    /// Keeps the text without its mistakes, as long as the source itself: what is read from it has its places in both.
    pub(crate) fn keep_readable(&self, text: String) -> &str {
        self.readable.get_or_init(|| text)
    }

    /// The line, from 1, that holds a byte offset. An offset beyond the text is on the last line.
    pub(crate) fn line(&self, offset: u32) -> usize {
        let breaks = || self.text.match_indices('\n').map(|(at, _)| Span::from(at..at).start).collect();
        self.breaks.get_or_init(breaks).partition_point(|at| *at < offset) + 1
    }

    pub(crate) fn place(&self, offset: u32) -> Place {
        let start = self.lines_around(Span { start: offset, end: offset }).start;
        let before = self.text.get(start..offset as usize).unwrap_or("");
        Place { line: self.line(offset), column: before.trim_start_matches('\u{feff}').chars().count() + 1 }
    }

    /// The byte range of the whole lines that a span touches, without the last line's end.
    pub(crate) fn lines_around(&self, span: Span) -> Range<usize> {
        let before = self.text.get(..span.start as usize).unwrap_or(&self.text);
        let end = (span.end.max(span.start) as usize).min(self.text.len());
        let after = self.text.get(end..).unwrap_or("");
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        start..after.find('\n').map_or(self.text.len(), |at| end + at)
    }
}

/// Reads the bytes of a regular file, at most `limit` of them. Folders, devices and pipes are refused before anything is read: that
/// might never end.
pub(crate) fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    // Opening a pipe would wait for its writer, so the kind is asked first.
    let metadata = std::fs::metadata(path)?;
    let kind = metadata.file_type();
    if kind.is_dir() {
        return Err(ReadError::Folder);
    }
    if !kind.is_file() {
        return Err(ReadError::NotRegular);
    }
    if metadata.len() > limit {
        return Err(ReadError::TooLarge { limit });
    }
    read_bytes(File::open(path)?, limit, usize::try_from(metadata.len()).unwrap_or(0))
}

/// Reads at most `limit` bytes, and makes room for as many as are expected.
pub(crate) fn read_bytes(reader: impl Read, limit: u64, expected: usize) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::with_capacity(expected + 1);
    reader.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { limit });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_from_one() {
        let source = Source::new("x", "\u{feff}ab\r\nčd\n");
        assert_eq!(source.place(3), Place { line: 1, column: 1 });
        assert_eq!(source.place(7), Place { line: 2, column: 1 });
        assert_eq!(source.place(9), Place { line: 2, column: 2 });
        assert_eq!(source.place(11), Place { line: 3, column: 1 });
        assert_eq!(source.place(u32::MAX).line, 3);
        assert_eq!(&source.text[source.lines_around(Span { start: 9, end: 10 })], "čd");
    }

    #[test]
    fn each_byte_is_on_the_line_that_a_plain_count_gives() {
        for text in ["", "\n", "a\r\nb", "\n\nč\n", &"x\n".repeat(128), &"\n".repeat(128), &"x".repeat(256)] {
            let source = Source::new("x", text);
            for offset in 0..=text.len() {
                let plainly = text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1;
                assert_eq!(source.line(u32::try_from(offset).unwrap()), plainly, "{text:?} {offset}");
            }
        }
        let source = Source::new("x", "ab\ncd\n\nef");
        let around = |start, end| source.lines_around(Span { start, end });
        assert_eq!([around(0, 0), around(1, 4), around(3, 6), around(9, 99)], [0..2, 0..5, 3..6, 7..9]);
    }

    #[test]
    fn reading_stops_at_the_limit() {
        let read = |bytes: &[u8]| Source::from_reader("x".into(), bytes, 4);
        assert_eq!(read(b"abcd").unwrap().text, "abcd");
        assert!(matches!(read(b"abcde"), Err(ReadError::TooLarge { limit: 4 })));
        assert!(matches!(read(b"a\xff"), Err(ReadError::NotUtf8 { offset: 1 })));
    }

    #[test]
    fn what_is_no_file_is_refused_before_reading() {
        assert!(matches!(Source::read(Path::new("/"), 1), Err(ReadError::Folder)));
        if cfg!(unix) {
            assert!(matches!(Source::read(Path::new("/dev/zero"), 1), Err(ReadError::NotRegular)));
        }
        assert!(matches!(Source::read(Path::new("no/such/file"), 1), Err(ReadError::Io(_))));
    }
}
