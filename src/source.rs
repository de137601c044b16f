//! A text file as it was read, places in it, and what is wrong at them.

pub mod span;
pub mod lines;
pub mod problems;
pub mod json;

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use thiserror::Error;

use lines::{Lines, line_start};
pub use problems::{Problem, Problems, Severity};
pub use span::{Place, Span};

/// Bytes at which reading stops: the largest profile, 256 MiB unless another limit is asked for.
pub const MAX_PROFILE_BYTES: u64 = 256 << 20;
/// Bytes at which reading stops: the largest guidance file. The ones that ship have under 64 KiB.
pub const MAX_GUIDANCE_BYTES: u64 = 4 << 20;

/// Why a file cannot be used as text.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The file cannot be opened or read.
    #[error("{}", in_words(.0))]
    Io(io::Error),
    /// A folder, where a file is meant.
    #[error("it is a folder; name a file")]
    Folder,
    /// A device, pipe or socket: reading it might never end.
    #[error("it is not a regular file; to read a pipe, give `-` and let it be standard input")]
    NotRegular,
    /// More bytes than the limit.
    #[error("it is larger than {} MiB, the largest that is read", limit >> 20)]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// Not UTF-8.
    #[error("byte {offset} is not UTF-8 text; save the file as UTF-8")]
    NotUtf8 {
        /// Where the first wrong byte stands, from 0.
        offset: usize,
    },
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Why the system gives no file to read; where people meet it often in words of ours.
pub fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".into(),
        io::ErrorKind::PermissionDenied => "you may not read it".into(),
        _ => error.to_string(),
    }
}

/// A text with the name that people know it by. Line and column look-ups are made on demand.
#[derive(Debug)]
pub struct Source {
    /// Path as given, or `-`.
    pub name: String,
    /// The whole text. A byte order mark at its start is kept.
    pub text: String,
    lines: OnceLock<Lines>,
    /// The text without its mistakes, where it has some that can be blanked out.
    readable: OnceLock<String>,
    /// A part of the text that is read as one document.
    part: OnceLock<Box<Source>>,
}

impl Source {
    /// A text that is there already.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let (name, text) = (name.into(), text.into());
        Self { name, text, lines: OnceLock::new(), readable: OnceLock::new(), part: OnceLock::new() }
    }

    /// Reads a regular file of at most `limit` bytes.
    ///
    /// # Errors
    /// Folders, devices and pipes are refused before anything is read; then what [`Source::from_reader`] says.
    pub fn read(path: &Path, limit: u64) -> Result<Self, ReadError> {
        Self::from_bytes(path.display().to_string(), read_file(path, limit)?)
    }

    /// Reads at most `limit` bytes of UTF-8 text.
    ///
    /// # Errors
    /// Input and output, more bytes than the limit, or bytes that are not UTF-8.
    pub fn from_reader(name: String, reader: impl Read, limit: u64) -> Result<Self, ReadError> {
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
    pub fn keep_readable(&self, text: String) -> &str {
        self.readable.get_or_init(|| text)
    }

    /// Keeps a part of the text as a source of its own, as long as this one. There is one such part.
    pub fn keep_part(&self, part: Range<usize>) -> &Source {
        self.part.get_or_init(|| Box::new(Self::new(self.name.clone(), self.text.get(part).unwrap_or_default())))
    }

    /// The line, from 1, that holds a byte offset.
    pub fn line(&self, offset: u32) -> usize {
        self.lines.get_or_init(|| Lines::of(&self.text)).line(&self.text, offset as usize)
    }

    /// Line and column of a byte offset.
    pub fn place(&self, offset: u32) -> Place {
        let before = self.text.get(line_start(&self.text, offset as usize)..offset as usize).unwrap_or("");
        Place { line: self.line(offset), column: before.trim_start_matches('\u{feff}').chars().count() + 1 }
    }

    /// The byte range of whole lines that a span touches, without the last line's end.
    pub fn lines_around(&self, span: Span) -> Range<usize> {
        let text = self.text.as_bytes();
        let start = (span.start as usize).min(text.len());
        let end = (span.end as usize).clamp(start, text.len());
        let from = memchr::memrchr(b'\n', &text[..start]).map_or(0, |at| at + 1);
        let until = memchr::memchr(b'\n', &text[end..]).map_or(text.len(), |at| end + at);
        from..until
    }
}

/// Reads the bytes of a regular file, at most `limit` of them.
///
/// # Errors
/// Folders, devices and pipes are refused before anything is read: that might never end. Then what [`read_bytes`] says.
pub fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
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

/// Reads at most `limit` bytes, of which so many are expected.
///
/// # Errors
/// Input and output; more bytes than the limit.
pub fn read_bytes(reader: impl Read, limit: u64, expected: usize) -> Result<Vec<u8>, ReadError> {
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
