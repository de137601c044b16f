//! Bytes to text: compressed ones, those in other encodings, and titles with the named characters of HTML.

use std::borrow::Cow;
use std::io::Read;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::import::model::Unreadable;
use crate::text::named;

/// Bytes at which reading stops: the largest source, 64 MiB, also of what a compressed one holds.
pub(crate) const MAX_IMPORT_BYTES: u64 = 64 << 20;

const GZIP: [u8; 2] = [0x1f, 0x8b];

const ENCODINGS: &str = "as utf-8, utf-16le, windows-1252, iso-8859-2, shift_jis";

/// The bytes that a compressed source holds; those of any other as they are.
pub(crate) fn unpacked(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unreadable> {
    if !bytes.starts_with(&GZIP) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut unpacked = Vec::new();
    let mut reader = flate2::read::MultiGzDecoder::new(bytes).take(MAX_IMPORT_BYTES + 1);
    if let Err(error) = reader.read_to_end(&mut unpacked) {
        let message = format!("the compressed data is damaged behind byte {} of what it holds: {error}", unpacked.len());
        return Err(Unreadable::new(message, "download it again"));
    }
    if unpacked.len() as u64 > MAX_IMPORT_BYTES {
        return Err(Unreadable::new(too_large(), ""));
    }
    Ok(Cow::Owned(unpacked))
}

pub(crate) fn too_large() -> String {
    format!("it holds more than {} MiB, the most that is imported", MAX_IMPORT_BYTES >> 20)
}

/// Decodes bytes by their byte order mark, else by the named encoding, else as UTF-8.
pub(crate) fn text<'b>(bytes: &'b [u8], encoding: Option<&str>) -> Result<Cow<'b, str>, Unreadable> {
    let unknown = |name| Unreadable::new(format!("unknown encoding {}", named(name)), ENCODINGS);
    let stated = encoding.map(|name| Encoding::for_label(name.as_bytes()).ok_or_else(|| unknown(name))).transpose()?;
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((stated.unwrap_or(UTF_8), 0));
    let bytes = &bytes[mark..];
    if encoding == UTF_8 {
        return match std::str::from_utf8(bytes) {
            Ok(_) if looks_like_utf16(bytes) => {
                Err(Unreadable::new("it has a NUL beside each letter", "--encoding utf-16le or utf-16be reads it"))
            }
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(error) => Err(not_utf8(bytes, mark + error.valid_up_to(), stated.is_some())),
        };
    }
    let is_even = bytes.len().is_multiple_of(2) || ![UTF_16LE, UTF_16BE].contains(&encoding);
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if is_even => Ok(text),
        _ => Err(Unreadable::new(
            format!("it has bytes that are no text in {}", encoding.name()),
            "name another one with --encoding",
        )),
    }
}

/// The text of a download that holds something.
pub(crate) fn filled_text<'b>(bytes: &'b [u8], encoding: Option<&str>) -> Result<Cow<'b, str>, Unreadable> {
    let text = text(bytes, encoding)?;
    if text.trim().is_empty() {
        return Err(Unreadable::new("it is empty", "did the download fail?"));
    }
    Ok(text)
}

fn looks_like_utf16(bytes: &[u8]) -> bool {
    bytes.iter().take(2).any(|byte| *byte == 0)
}

fn not_utf8(bytes: &[u8], offset: usize, is_stated: bool) -> Unreadable {
    let help = match (is_stated, looks_like_utf16(bytes)) {
        (true, _) => "name another encoding",
        (false, true) => "name its encoding, as --encoding utf-16le",
        (false, false) => "name its encoding, as --encoding windows-1252, or save it as UTF-8",
    };
    Unreadable::new(format!("byte {offset} is not UTF-8 text"), help)
}

/// Decodes `&amp;` and the like once.
pub(crate) fn without_entities(text: &str) -> String {
    html_escape::decode_html_entities(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_their_mark_or_by_name() {
        let decoded = |bytes: &[u8], name: Option<&str>| text(bytes, name).unwrap().into_owned();
        assert_eq!(decoded(b"\xef\xbb\xbfa", None), "a");
        assert_eq!(decoded(b"\xff\xfea\0\x7d\x01", None), "až".replace('ž', "\u{17d}"));
        assert_eq!(decoded(b"\xfe\xff\0a", Some("windows-1252")), "a");
        assert_eq!(decoded(b"caf\xe9 \x80", Some("windows-1252")), "café €");
        assert_eq!(decoded(b"\xc8", Some("ISO-8859-2")), "Č");
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_with_what_to_do() {
        let error = |bytes: &[u8], name: Option<&str>| text(bytes, name).unwrap_err().to_string();
        assert!(error(b"ab\xe9", None).starts_with("byte 2 is not UTF-8 text (name its encoding"));
        assert!(error(b"a\0b\0", None).contains("utf-16le"));
        assert!(error(b"a", Some("latin-99")).contains("unknown encoding `latin-99`"));
        assert!(error(b"\xff\xfea", None).contains("no text in UTF-16LE"));
        assert!(error(b"\xff\xfe\0\xd8", None).contains("no text in UTF-16LE"));
    }

    #[test]
    fn named_characters_are_decoded_once() {
        assert_eq!(without_entities("Tom &amp; &quot;Jerry&quot; &#39; &amp;lt;b&amp;gt;"), "Tom & \"Jerry\" ' &lt;b&gt;");
    }
}
