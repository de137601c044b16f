//! What the parser says of a syntax mistake, in the words of somebody who writes a profile, with what to do about it.

/// The message and the help, by the parser's message and the line that it is about.
pub fn in_words(message: &str, line: &str) -> (String, &'static str) {
    if let Some(missing) = message.strip_prefix("unclosed").and_then(|rest| rest.split_once("expected ")) {
        return (format!("{} is missing", missing.1), "");
    }
    match message {
        "string values must be quoted, expected literal string" => ("text has to be quoted".into(), quote(line)),
        "invalid basic string, expected `\"`" => {
            ("the text has no closing quotation mark".into(), "end the text with a quotation mark on the same line")
        }
        "unexpected leading zero, expected nothing" => {
            let is_date = line.matches(['.', '-', '/']).count() > 1;
            ("a number does not begin with 0".into(), if is_date { "write a date as 2026-02-01" } else { "" })
        }
        "invalid key-value pair, expected key" if line.trim_start().starts_with('{') => {
            ("this looks like JSON".into(), "profiles and guidance are TOML: `key = \"value\"` below headers as `[profile]`")
        }
        _ => (message.to_owned(), help(message)),
    }
}

/// How text is quoted, with what a line has instead.
fn quote(line: &str) -> &'static str {
    let value = line.split_once('=').map_or("", |(_, value)| value.trim_start());
    if line.contains(['“', '”', '„']) {
        "the quotation marks are to be straight: key = \"value\""
    } else if value.starts_with(|first: char| first.is_ascii_digit()) {
        "put text in quotation marks: key = \"value\"; write a date as 2026-02-01"
    } else {
        "put text in quotation marks: key = \"value\""
    }
}

fn help(message: &str) -> &'static str {
    if message.starts_with("unexpected key or value") {
        "write one `key = value` a line; text that holds one kind of quotation mark stands in the other kind"
    } else if message.contains("carriage return") {
        "save the file with line ends that are LF or CRLF"
    } else {
        ""
    }
}
