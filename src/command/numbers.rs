//! `numbers`: which contributions state no numbers yet, where to look them up, and writing them down.

use anstyle::Style;
use anyhow::Result;
use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::CommonArguments;
use crate::command::add::details::numbers_of;
use crate::command::ask::{self, ask};
use crate::command::edit;
use crate::command::input::Read;
use crate::command::{files, kinds, output};
use crate::profile::Contribution;
use crate::profile::edit::state_numbers;
use crate::profile::layout::layout;
use crate::record::Record;
use crate::render::json::{Day, to_text};
use crate::render::terminal::{Page, STRONG};
use crate::text::{self, counted, quoted};
use crate::vocabulary::{ActivityType, Vocabulary};

/// Lists contributions of the window that state no numbers, newest first; on a terminal asks for them one by one.
pub(crate) fn run(profile: Option<&String>, common: &CommonArguments) -> Result<()> {
    kinds::format(&["table", "json"], |name| name, &common.format, "numbers")?;
    let (file, source) = files::only_profile(profile)?;
    let path = file.path.as_str();
    let read = edit::read(&source, common)?;
    let record = Record::new(&read.profile, &read.guidance.vocabulary, read.as_of);
    let unmeasured = unmeasured(&record);
    if common.format == "json" {
        let rows: Vec<UnmeasuredJson<'_>> =
            unmeasured.iter().map(|it| UnmeasuredJson::of(it, &read.guidance.vocabulary)).collect();
        return output::print(&to_text(&rows)?);
    }
    let page = Page { look: output::look(common) };
    output::print(&table(&unmeasured, &record, &page))?;
    if !unmeasured.is_empty() && path != "-" && ask::is_possible() {
        return ask_for_each(path, &unmeasured, &read, common);
    }
    Ok(())
}

/// Contributions of the window that state no numbers and belong to no channel that does, newest first.
fn unmeasured<'p>(record: &Record<'p>) -> Vec<&'p Contribution<'p>> {
    let entries = record.entries.iter().filter(|entry| entry.contribution.impact.is_empty() && !entry.is_covered);
    let mut contributions: Vec<&Contribution<'_>> = entries.map(|entry| entry.contribution).collect();
    // Stable: of one day in the order of the file.
    contributions.sort_by_key(|contribution| std::cmp::Reverse(contribution.date));
    contributions
}

#[derive(Serialize)]
struct UnmeasuredJson<'u> {
    line: usize,
    #[serde(rename = "type")]
    activity_type: &'u str,
    title: &'u str,
    date: Day,
    url: Option<&'u str>,
    metrics: Vec<&'u str>,
    look_up: &'u str,
}

impl<'u> UnmeasuredJson<'u> {
    fn of(contribution: &'u Contribution<'_>, vocabulary: &'u Vocabulary) -> Self {
        let activity_type = vocabulary.activity_type(contribution.activity_type);
        Self {
            line: contribution.line,
            activity_type: &activity_type.id,
            title: &contribution.title,
            date: Day(contribution.date),
            url: contribution.url.as_deref(),
            metrics: vocabulary.metrics_of(activity_type),
            look_up: &activity_type.numbers,
        }
    }
}

fn table(unmeasured: &[&Contribution<'_>], record: &Record<'_>, page: &Page) -> String {
    let vocabulary = record.vocabulary;
    if record.entries.is_empty() {
        return page.wrapped("There is no entry in the window yet.", Style::new());
    }
    if unmeasured.is_empty() {
        return page.wrapped("Every entry in the window has its numbers, of its own or of its channel.", Style::new());
    }
    let type_of = |contribution: &Contribution<'_>| vocabulary.activity_type(contribution.activity_type);
    let row = |it: &&Contribution<'_>| {
        let place = format!("line {}", it.line);
        vec![place, it.date.to_string(), type_of(it).id.clone(), it.title.to_string()]
    };
    let rows: Vec<Vec<String>> = unmeasured.iter().map(row).collect();
    let are_there = |known: &&ActivityType| unmeasured.iter().any(|it| type_of(it).id == known.id);
    let look_up = |known: &ActivityType| vec![known.id.clone(), known.numbers.clone(), vocabulary.metrics_of(known).join(", ")];
    let places: Vec<Vec<String>> = vocabulary.types.iter().filter(are_there).map(look_up).collect();
    let count = counted(unmeasured.len() as f64, "entry has no numbers yet", "entries have no numbers yet");
    page.wrapped(&count, STRONG) + &page.rows(&rows) + "\n" + &page.wrapped("Where to look them up", STRONG) + &page.rows(&places)
}

/// An entry that numbers are wanted of. The file may change while somebody thinks, so that it is found again by what it says.
struct Wanted {
    activity_type: String,
    title: String,
    date: NaiveDate,
    /// How many entries above it say the same.
    nth: usize,
}

impl Wanted {
    fn of(contribution: &Contribution<'_>, read: &Read<'_>) -> Self {
        let vocabulary = &read.guidance.vocabulary;
        let activity_type = vocabulary.activity_type(contribution.activity_type);
        let mut wanted = Self {
            activity_type: activity_type.id.clone(),
            title: contribution.title.to_string(),
            date: contribution.date,
            nth: 0,
        };
        let above = read.profile.contributions.iter().take_while(|above| !std::ptr::eq(*above, contribution));
        wanted.nth = above.filter(|above| wanted.is(above, vocabulary)).count();
        wanted
    }

    /// Where it is in a profile, if it is still there and without numbers.
    fn index_in(&self, read: &Read<'_>) -> Option<usize> {
        let contributions = read.profile.contributions.iter().enumerate();
        let mut same = contributions.filter(|(_, contribution)| self.is(contribution, &read.guidance.vocabulary));
        same.nth(self.nth).filter(|(_, contribution)| contribution.impact.is_empty()).map(|(index, _)| index)
    }

    fn is(&self, contribution: &Contribution<'_>, vocabulary: &Vocabulary) -> bool {
        contribution.date == self.date
            && contribution.title == self.title
            && vocabulary.activity_type(contribution.activity_type).id == self.activity_type
    }
}

enum Answer {
    Stop,
    Skip,
    Numbers(Vec<(String, f64)>),
}

/// Asks for the numbers of each entry, and writes each answer down at once: whoever stops half-way has lost nothing.
fn ask_for_each(path: &str, unmeasured: &[&Contribution<'_>], read: &Read<'_>, common: &CommonArguments) -> Result<()> {
    output::tell("\nNumbers as attendees=45; a number alone is of the first one named. Enter: later, q: stop.\n");
    let vocabulary = &read.guidance.vocabulary;
    let mut written = 0;
    for contribution in unmeasured {
        let it = Wanted::of(contribution, read);
        let metrics = vocabulary.metrics_of(vocabulary.activity_type(contribution.activity_type)).join(", ");
        let question = format!("line {}, {}, {} ({metrics}):", contribution.line, quoted(&it.title), text::date(it.date));
        let answer = ask(&question, |answer| match answer {
            "" => Ok(Answer::Skip),
            "q" => Ok(Answer::Stop),
            answer => numbers_of(&it.activity_type, it.date, answer, vocabulary).map(Answer::Numbers),
        });
        match answer {
            Ok(Answer::Numbers(numbers)) if numbers.is_empty() => {}
            Ok(Answer::Numbers(numbers)) => written += usize::from(write(path, &it, &numbers, common)?),
            Ok(Answer::Skip) => {}
            // The end of the input is a way to stop, too.
            Ok(Answer::Stop) | Err(_) => break,
        }
    }
    let told = counted(written as f64, "entry has its numbers now", "entries have their numbers now");
    output::tell(&if written == 0 { "Nothing was written.\n".into() } else { format!("{told}.\n") });
    Ok(())
}

/// Writes the numbers of an entry into the profile as it is by now; `false` where it has no such entry any more.
fn write(path: &str, wanted: &Wanted, stated: &[(String, f64)], common: &CommonArguments) -> Result<bool> {
    let _lock = edit::lock(path)?;
    let source = files::source(path)?;
    let read = edit::read(&source, common)?;
    let layout = layout(&source);
    let Some(entry) = wanted.index_in(&read).and_then(|index| layout.entries.get(index)) else {
        output::tell(&format!("{} is not there any more, or has numbers by now; left as it is.\n", quoted(&wanted.title)));
        return Ok(false);
    };
    let edited = edit::outcome(&read, vec![state_numbers(&source, entry, stated)], 0, common)?;
    edit::write(path, &edited)?;
    Ok(true)
}
