//! `init`: starts a profile, from options or from answers, with its schema beside it.

pub(crate) mod template;

use std::io;
use std::path::Path;
use std::sync::Arc;

use anstyle::Style;
use anyhow::{Context, Result, anyhow, bail};

use crate::cli::CommonArguments;
use crate::cli::keeping::InitArguments;
use crate::command::ask::{self, ask};
use crate::command::{edit, files, guidances, input, output};
use crate::guidance::{EDITIONS, Guidance, shipped};
use crate::profile::Stage;
use crate::render::json::to_text;
use crate::render::terminal::Page;
use crate::source::Source;
use crate::text::{escape_control_chars, named, offer};
use crate::{save, schema};
use template::Start;

/// The schema that editors check a profile with, beside it.
const SCHEMA_FILE: &str = "mvp-profile.schema.json";

/// Writes a profile to begin with. Nothing that is there is overwritten.
pub(crate) fn run(arguments: &InitArguments, common: &CommonArguments) -> Result<()> {
    let path = arguments.path.as_deref().unwrap_or(files::DEFAULT_PROFILE);
    refuse_what_is_there(path)?;
    let asks = ask::is_possible();
    let guidance = guidance(common, asks)?;
    let (today, _) = input::as_of(common, None)?;
    let start = Start {
        name: name(arguments, asks)?,
        stage: stage(arguments, asks)?,
        categories: categories(arguments, &guidance, asks)?,
        microsoft_employee: microsoft_employee(arguments, asks)?,
        guidance: common.guidance.as_deref().map_or_else(|| guidance.id.clone(), |stated| from_profile(stated, path)),
        schema: SCHEMA_FILE,
        today,
    };
    let source = Source::new(path, start.text());
    edit::read(&source, common)?;
    save::create(Path::new(path), source.text.as_bytes()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => is_there(path),
        _ => anyhow!("{}: {error}", escape_control_chars(path)),
    })?;
    let schema_path = Path::new(path).with_file_name(SCHEMA_FILE);
    let shown_schema = schema_path.display().to_string();
    let schema = if guidance.file.is_some() { schema::profile::schema_by(&guidance) } else { schema::profile::schema() };
    let beside = match save::create(&schema_path, to_text(&schema)?.as_bytes()) {
        Ok(()) => format!(" and {}, by which editors check it", escape_control_chars(&shown_schema)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            format!("; {} was there and stays", escape_control_chars(&shown_schema))
        }
        Err(error) => {
            return Err(error).with_context(|| {
                format!("{} is written, but not {}", escape_control_chars(path), escape_control_chars(&shown_schema))
            });
        }
    };
    output::print(&next_steps(path, &beside, &Page { look: output::look(common) })).context(edit::IS_WRITTEN)
}

fn next_steps(path: &str, beside: &str, page: &Page) -> String {
    let is_usual = path == files::DEFAULT_PROFILE;
    let into = if is_usual { String::new() } else { format!(" --into {}", escape_control_chars(path)) };
    let judged = if is_usual { String::new() } else { format!(" {}", escape_control_chars(path)) };
    let told = format!("Wrote {}{beside}.", escape_control_chars(path));
    let steps = [
        ("To add what you did", format!("mvp-check add article \"Title\" https://example.org/page{into}")),
        ("To take over what other places know of you", "mvp-check import --list".to_owned()),
        ("To see how it stands", format!("mvp-check{judged}")),
    ];
    // Commands are not broken into lines: they are there to be copied.
    let step = |(what, command): &(&str, String)| page.wrapped(&format!("{what}:"), Style::new()) + "  $ " + command + "\n";
    page.wrapped(&told, Style::new()) + &steps.iter().map(step).collect::<String>()
}

/// Tells before any question that there is something already.
fn refuse_what_is_there(path: &str) -> Result<()> {
    let path_of = Path::new(path);
    if path.is_empty() || path == "-" {
        bail!("name the file to write, as {}", files::DEFAULT_PROFILE);
    }
    if path_of.is_dir() {
        let inside = path_of.join(files::DEFAULT_PROFILE).display().to_string();
        bail!("{} is a folder; name the file to write, as {}", escape_control_chars(path), escape_control_chars(&inside));
    }
    if path_of.symlink_metadata().is_ok() {
        return Err(is_there(path));
    }
    Ok(())
}

fn is_there(path: &str) -> anyhow::Error {
    anyhow!("{} is there already and stays as it is; `mvp-check add` adds to it", named(path))
}

/// The guidance that an option names, else the one that is asked for, else the default.
fn guidance(common: &CommonArguments, asks: bool) -> Result<Arc<Guidance>> {
    if common.guidance.is_some() || !asks {
        return guidances::by_option(common);
    }
    let editions: Vec<Guidance> = EDITIONS.iter().filter_map(|edition| shipped(edition.id)).collect();
    let line = |(it, number): (&Guidance, usize)| format!("  {number} {} ({})\n", it.id, it.title);
    output::tell(&format!("Which guidance?\n{}", editions.iter().zip(1..).map(line).collect::<String>()));
    let ids: Vec<&str> = editions.iter().map(|edition| edition.id.as_str()).collect();
    let chosen = ask("Number (Enter: 1):", |answer| if answer.is_empty() { Ok(0) } else { place(answer, &ids) })?;
    editions.into_iter().nth(chosen).map(Arc::new).ok_or_else(|| anyhow!("no such guidance"))
}

fn name(arguments: &InitArguments, asks: bool) -> Result<Option<String>> {
    match &arguments.name {
        Some(name) => Ok(Some(name.clone())),
        None if asks => ask("Your name:", |answer| Ok((!answer.is_empty()).then(|| answer.to_owned()))),
        None => Ok(None),
    }
}

fn stage(arguments: &InitArguments, asks: bool) -> Result<Stage> {
    let read = |name: &str| {
        let names: Vec<&str> = Stage::NAMES.iter().map(|(known, _)| *known).collect();
        let found = Stage::NAMES.iter().find(|(known, _)| *known == name).map(|(_, stage)| *stage);
        found.ok_or_else(|| format!("unknown stage {}; {}", named(name), offer(name, &names)))
    };
    match arguments.stage.as_deref() {
        Some(stage) => read(stage).map_err(|error| anyhow!("--stage: {error}")),
        None if asks => ask("Candidate or renewal (Enter: candidate):", |answer| match answer {
            "" => Ok(Stage::Candidate),
            answer => read(&answer.to_lowercase()),
        }),
        None => Ok(Stage::default()),
    }
}

fn categories(arguments: &InitArguments, guidance: &Guidance, asks: bool) -> Result<Vec<String>> {
    let names: Vec<&str> = guidance.vocabulary.categories.iter().map(|category| category.name.as_str()).collect();
    if !arguments.category.is_empty() || !asks || names.is_empty() {
        let chosen = chosen(arguments.category.iter().map(String::as_str), &names);
        return chosen.map_err(|error| anyhow!("--category: {error}"));
    }
    let line = |(name, number): (&&str, usize)| format!("  {number:>2} {}\n", escape_control_chars(name));
    output::tell(&format!("In which award category?\n{}", names.iter().zip(1..).map(line).collect::<String>()));
    ask("Number, or two with a comma (Enter: not yet):", |answer| {
        chosen(answer.split(',').map(str::trim).filter(|word| !word.is_empty()), &names)
    })
}

/// Whether the person works for Microsoft; `None` where nobody says.
fn microsoft_employee(arguments: &InitArguments, asks: bool) -> Result<Option<bool>> {
    if arguments.microsoft_employee.is_some() || !asks {
        return Ok(arguments.microsoft_employee);
    }
    ask("Do you work for Microsoft? yes or no (Enter: leave it out):", |answer| match answer.to_lowercase().as_str() {
        "" => Ok(None),
        "yes" | "y" => Ok(Some(true)),
        "no" | "n" => Ok(Some(false)),
        _ => Err("write yes or no".into()),
    })
}

/// The names that some words choose, each once.
fn chosen<'w>(words: impl Iterator<Item = &'w str>, names: &[&str]) -> Result<Vec<String>, String> {
    let mut chosen: Vec<String> = Vec::new();
    for word in words {
        let name = names[place(word, names)?];
        if chosen.iter().all(|known| known != name) {
            chosen.push(name.to_owned());
        }
    }
    Ok(chosen)
}

/// The place of a name, given by its number, from 1, or by name, case-insensitively.
fn place(word: &str, names: &[&str]) -> Result<usize, String> {
    let by_number = word.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|at| *at < names.len());
    let by_name = || names.iter().position(|name| name.trim().eq_ignore_ascii_case(word.trim()));
    by_number.or_else(by_name).ok_or_else(|| match word.parse::<usize>() {
        Ok(_) => format!("write a number from 1 to {}", names.len()),
        Err(_) => format!("unknown name {}; {}", named(word), offer(word, names)),
    })
}

/// The guidance as a profile names it: a path is relative to the profile.
fn from_profile(stated: &str, profile: &str) -> String {
    let is_edition = EDITIONS.iter().any(|edition| edition.id == stated);
    let is_beside = Path::new(profile).parent().is_none_or(|folder| folder.as_os_str().is_empty());
    if is_edition || is_beside {
        return stated.to_owned();
    }
    std::path::absolute(stated).map_or_else(|_| stated.to_owned(), |path| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_as_it_is() {
        let page = Page { look: crate::report::RenderOptions { width: 80, color: false, quiet: false } };
        let told = next_steps("a ;b.toml", "; c.json was there and stays", &page);
        assert!(told.starts_with("Wrote a ;b.toml; c.json was there and stays.\n"), "{told}");
    }
}
