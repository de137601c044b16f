//! What is expected of a run, and whether it came true.

use super::runs::Run;
use super::trial::Trial;

/// What becomes of a file.
pub enum Fate {
    /// Refused, with this `line:column` where there is one.
    Refused(String),
    /// Accepted, perhaps with a warning.
    Accepted,
    /// Refused, and these words say why.
    Because(&'static str),
    /// Refused or not, by chance.
    Either,
}

/// What is wrong with how a run ended.
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

/// Whether the program takes a file that it finds for a profile.
fn has_header(bytes: &[u8]) -> bool {
    bytes.starts_with(b"[profile]\n") || bytes.windows(11).any(|part| part == b"\n[profile]\n")
}

/// Whether the place of the first mistake is told, on standard error and in the format's own way.
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
        // Of standard input as a whole it is said in words, or by its sign.
        false if file == "-" && !err.contains("error: -: ") => "standard input".into(),
        false => file.into(),
    };
    let in_out = match run.format {
        "ndjson" => format!("\"line\":{line},\"column\":{column},"),
        "github" => format!(",line={line},col={column},"),
        "azure" => format!("linenumber={line};columnnumber={column};"),
        "sarif" => format!("\"startLine\": {line},"),
        "junit" => format!(":{line}:{column}: "),
        _ => String::new(),
    };
    // Of another file the way there depends on where the profile lies.
    let in_err = if is_here { &in_err } else { place.split_once('/').map_or(place, |(_, rest)| rest) };
    err.contains(in_err) && out.contains(&in_out)
}
