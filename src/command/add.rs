//! `add`: one more contribution, from the command line or from answers.

pub(crate) mod details;

use anstyle::Style;
use anyhow::{Context, Result, bail};
use chrono::NaiveDate;

use crate::cli::CommonArguments;
use crate::cli::keeping::AddArguments;
use crate::command::edit::{self, verdicts_in_words};
use crate::command::input::{self, Read};
use crate::command::output::{self, Told};
use crate::command::{ask, files};
use crate::import::known::{KnownAt, same};
use crate::profile::edit::append;
use crate::profile::{NewEntry, Profile, Until};
use crate::record::days::DaySpan;
use crate::record::{Rule, Window};
use crate::render::terminal::Page;
use crate::source::Severity;
use crate::text::{self, capitalized, escape_control_chars, named, offer, quoted};
use crate::vocabulary::{ActivityType, Vocabulary};
use details::{Details, diff};

pub(crate) fn run(arguments: &AddArguments, common: &CommonArguments) -> Result<()> {
    let path = edit::path(arguments.into.as_deref())?;
    let (today, _) = input::as_of(common, None)?;
    // Read once for its words, so that nobody is kept from it while questions are asked.
    let entry = {
        let source = files::source(path)?;
        let read = edit::read(&source, common)?;
        let entry = entry(arguments, &read, today)?;
        check(&entry, &read.guidance.vocabulary)?;
        entry
    };
    let lock = (!arguments.dry_run).then(|| edit::lock(path)).transpose()?;
    let source = files::source(path)?;
    let read = edit::read(&source, common)?;
    let vocabulary = &read.guidance.vocabulary;
    if let Some(KnownAt::Profile { line, .. }) = same(&entry, &read.profile, vocabulary) {
        output::tell(&format!("warning: line {line} has it already, by its address or by its title and day\n"));
    }
    let edits = append(&source, std::slice::from_ref(&entry)).into_iter().collect();
    let edited = edit::outcome(&read, edits, 1, common)?;
    let effect = verdicts_in_words(edited.verdicts, &read.guidance);
    let what = vocabulary.type_named(&entry.activity_type).map_or(String::new(), |known| {
        format!("{}, {}, {}{}", known.one, quoted(&entry.title), text::date(entry.date), uncounted(&entry, known, &read))
    });
    if lock.is_none() {
        output::print(&diff(&source, &edited.source))?;
        output::tell(&format!("{}. With it: {effect}. Nothing written: --dry-run.\n", capitalized(&escape_control_chars(&what))));
        return Ok(());
    }
    edit::write(path, &edited)?;
    let line = edited.lines.first().copied().unwrap_or(1);
    let told = format!("Added to {}, line {line}: {what}. With it: {effect}.", escape_control_chars(path));
    output::print(&Page { look: output::look(common) }.wrapped(&told, Style::new())).context(edit::IS_WRITTEN)
}

/// The entry that the arguments describe. Asks for what is required and missing, where somebody can answer.
fn entry(arguments: &AddArguments, read: &Read<'_>, today: NaiveDate) -> Result<NewEntry> {
    let vocabulary = &read.guidance.vocabulary;
    let mut details = Details::of(&arguments.details)?;
    let mut date = arguments.date;
    let (activity_type, title) = match (&arguments.activity_type, &arguments.title) {
        (Some(activity_type), Some(title)) => (activity_type.clone(), title.clone()),
        (Some(activity_type), None) if !ask::is_possible() => {
            bail!("give it a title: mvp-check add {} \"...\"", escape_control_chars(activity_type))
        }
        _ if !ask::is_possible() => {
            bail!("say what it is and give it a title: mvp-check add article \"How I did it\" https://example.org/page views=120")
        }
        (activity_type, title) => {
            let activity_type = details::activity_type(activity_type.as_deref(), vocabulary)?;
            let title = details::title(title.as_deref())?;
            let day = details::date(date, today)?;
            date = Some(day);
            details.ask(&activity_type, day, vocabulary)?;
            (activity_type, title)
        }
    };
    let mut entry = NewEntry::new(&activity_type, &title, date.unwrap_or(today));
    entry.until = arguments.until.unwrap_or(Until::SameDay);
    entry.url = details.url;
    entry.count = arguments.count.unwrap_or(1);
    entry.category = arguments.category.as_deref().map(|told| category(told, &read.profile)).transpose()?;
    entry.areas.clone_from(&arguments.area);
    entry.impact = details.numbers;
    Ok(entry)
}

/// The declared category that an option names, as the profile writes it.
fn category(told: &str, profile: &Profile<'_>) -> Result<String> {
    let names: Vec<&str> = profile.categories.iter().map(|category| category.name.as_str()).collect();
    let found = names.iter().find(|name| name.trim().eq_ignore_ascii_case(told.trim()));
    match (found, names.as_slice()) {
        (Some(name), _) => Ok((*name).to_owned()),
        (None, []) => bail!("--category: [profile] declares no `categories`, and an entry belongs to one of them"),
        (None, names) => {
            bail!("--category: {} is not among the `categories` of [profile]; {}", named(told), offer(told, names))
        }
    }
}

/// Why an entry does not count on the day that is judged on; empty where it does.
fn uncounted(entry: &NewEntry, activity_type: &ActivityType, read: &Read<'_>) -> String {
    let rules = &read.guidance.vocabulary.award_window;
    let window = Window::at(read.as_of, read.profile.stage, rules);
    match window.rule {
        _ if !activity_type.counts() => ", kept, not counted".into(),
        _ if entry.date > read.as_of => ", planned".into(),
        _ if DaySpan::covered(entry.date, entry.until, read.as_of).last >= window.from => String::new(),
        Rule::Rolling => format!(", before the {} months: kept, not counted", rules.candidate_months),
        Rule::Cycle => ", before the cycle: kept, not counted".into(),
    }
}

fn check(entry: &NewEntry, vocabulary: &Vocabulary) -> Result<()> {
    let (mut told, mut is_refused) = (String::new(), false);
    // Its category is one of the profile's, which the entry alone does not know.
    let alone = NewEntry { category: None, ..entry.clone() };
    for problem in alone.problems(vocabulary) {
        is_refused |= problem.severity == Severity::Error;
        let kind = if problem.severity == Severity::Error { "error" } else { "warning" };
        let help = problem.help.map_or(String::new(), |help| format!(" ({help})"));
        told += &format!("{kind}: {}\n", escape_control_chars(&format!("{}{help}", problem.message)));
    }
    if entry.title.is_empty() {
        bail!("the title is empty");
    }
    if is_refused {
        bail!(Told(told + "Nothing was added.\n"));
    }
    output::tell(&told);
    Ok(())
}
