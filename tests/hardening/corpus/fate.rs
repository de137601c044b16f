//! The expected result of a run.

use super::runs::Run;
use super::trial::Trial;

/// The expected result of reading a file.
pub enum Fate {
    /// Refused at this `line:column`; empty for a file without a place.
    Refused(String),
    /// Accepted, perhaps with a warning.
    Accepted,
    /// Refused with this text in the error.
    Because(&'static str),
    /// Refused or accepted: the content is random.
    Either,
}

/// How the result differs from the expected one.
pub fn faults_of_fate(fate: &Fate, run: &Run, trial: &Trial, bytes: &[u8]) -> Option<String> {
    let Trial { code: Some(code), out, err, .. } = trial else { return None };
    let shown = || format!("{code}, {:.300}", err.replace('\n', " "));
    let is_accepted = *code == 0 || (run.is_main && *code == 1);
    match fate {
        Fate::Accepted if !is_accepted => Some(format!("it is refused: {}", shown())),
        Fate::Accepted | Fate::Either => None,
        _ if run.is_searched && !has_header(bytes) => None,
        _ if *code != 2 => Some(format!("it is not refused: {}", shown())),
        Fate::Because(word) if !run.name.is_empty() && !err.contains(word) => {
            Some(format!("it does not say {word:?}: {}", shown()))
        }
        Fate::Refused(place) if !is_placed(place, run, out, err) => Some(format!("it does not say where ({place}): {}", shown())),
        _ => None,
    }
}

/// Whether the program takes a file in a folder for a profile.
fn has_header(bytes: &[u8]) -> bool {
    bytes.starts_with(b"[profile]\n") || bytes.windows(11).any(|part| part == b"\n[profile]\n")
}

/// Whether standard error and the report have the place of the first mistake.
fn is_placed(place: &str, run: &Run, out: &str, err: &str) -> bool {
    if run.name.is_empty() {
        return true;
    }
    let is_here = place.bytes().all(|it| it.is_ascii_digit() || it == b':');
    let (line, column) = if is_here { place.split_once(':').unwrap_or(("1", "1")) } else { ("1", "1") };
    let file = if run.is_searched { "" } else { &run.name };
    let in_err = match is_here && !place.is_empty() {
        true if run.is_searched => format!(":{place}"),
        true => format!("{file}:{place}"),
        // Messages about all of standard input name it in words, others as `-`.
        false if file == "-" && !err.contains("error: -: ") => "standard input".into(),
        false => file.into(),
    };
    let in_out = match run.format {
        "github" => format!(",line={line},col={column},"),
        "azure" => format!("linenumber={line};columnnumber={column};"),
        _ => String::new(),
    };
    // The path of another file depends on the folder of the profile.
    let in_err = if is_here { &in_err } else { place.split_once('/').map_or(place, |(_, rest)| rest) };
    err.contains(in_err) && out.contains(&in_out)
}
