//! What a report without names tells instead of paths and of what a profile says.

use std::sync::Arc;

use crate::command::input::Refused;
use crate::guidance::Guidance;
use crate::report::{ProfileFile, Remark};

/// What stands in the place of what might be a name, a title or a path.
const LEFT_OUT: &str = "…";
/// Signs around what messages quote.
const QUOTES: [char; 4] = ['`', '"', '“', '”'];
/// Keys that a message may name: they are the program's own words.
const KEYS: [&str; 15] = [
    "type",
    "title",
    "date",
    "until",
    "ongoing",
    "url",
    "count",
    "impact",
    "name",
    "categories",
    "criterion",
    "reason",
    "guidance",
    "stage",
    "paid",
];

/// Where a profile is, by its place among the others, from 1.
pub fn file(place: usize) -> ProfileFile {
    ProfileFile { path: format!("profile {place}"), in_repository: format!("profile-{place}") }
}

/// The same guidance; a file of one's own that is known by its path only is not known by it.
pub fn guidance(guidance: Arc<Guidance>) -> Arc<Guidance> {
    let Some(file) = guidance.file.clone() else { return guidance };
    let mut nameless = Arc::unwrap_or_clone(guidance);
    nameless.file = None;
    for (text, without) in [(&mut nameless.id, "own"), (&mut nameless.title, "Guidance of one's own")] {
        if text.contains(&file) {
            *text = without.into();
        }
    }
    Arc::new(nameless)
}

/// The same mistakes by place and kind, of the profile at a place, from 1.
pub fn refused(refused: Refused, file: &ProfileFile) -> Refused {
    let mistakes: Vec<Remark> = refused.mistakes.iter().map(remark).collect();
    let line = |it: &Remark| format!("error: {}\n", it.with_path(&file.path));
    let mut told: String = mistakes.iter().map(line).collect();
    if refused.more > 0 {
        told += &format!("{}: {} more of them not shown\n", file.path, refused.more);
    }
    Refused { told, mistakes, more: refused.more }
}

fn remark(remark: &Remark) -> Remark {
    Remark { message: without_names(&remark.message), help: None, ..remark.clone() }
}

/// A message without what it may have from the file: what stands in quotes and is no key of profiles, and paths. Quotes may stand within
/// what is quoted: where anything is not known, all from the first quote to the last one goes.
fn without_names(message: &str) -> String {
    let shown = match (message.find(QUOTES), message.rfind(QUOTES)) {
        (Some(first), Some(last)) if !message.split(QUOTES).skip(1).step_by(2).all(|quoted| KEYS.contains(&quoted)) => {
            let behind = last + message[last..].chars().next().map_or(0, char::len_utf8);
            format!("{}{LEFT_OUT}{}", &message[..first], &message[behind..])
        }
        _ => message.to_owned(),
    };
    shown.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A word, unless it could be a path.
fn word(word: &str) -> &str {
    if word.contains(['/', '\\']) || word.contains(".toml") { LEFT_OUT } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stay_and_what_somebody_wrote_goes() {
        assert_eq!(without_names("`title` is missing"), "`title` is missing");
        assert_eq!(without_names("`until` is before `date`"), "`until` is before `date`");
        assert_eq!(without_names("category `Jane` is named twice"), "category … is named twice");
        assert_eq!(without_names("unknown key `Jane`s `title`"), "unknown key …");
        assert_eq!(without_names("team/jane.toml: No such file"), "… No such file");
    }
}
