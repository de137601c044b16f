//! `import`: what another service keeps of a person's contributions, into a profile.

pub(crate) mod shown;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};

use crate::cli::CommonArguments;
use crate::cli::keeping::ImportArguments;
use crate::command::edit;
use crate::command::input::Read;
use crate::command::{files, kinds, output};
use crate::import::known::{KnownAt, Sorted, sort};
use crate::import::model::Request;
use crate::import::{self, IMPORTERS, Importer, Wanted};
use crate::profile::edit::{Edit, append, replace_number};
use crate::profile::layout::layout;
use crate::render::terminal::Page;
use crate::text::{escape_control_chars, named, offer};
use shown::Shown;

/// Shows what a source holds that a profile does not, and adds it where that is asked for; or lists the kinds of sources.
pub(crate) fn run(arguments: &ImportArguments, common: &CommonArguments) -> Result<ExitCode> {
    let (Some(kind), Some(file), false) = (&arguments.kind, &arguments.file, arguments.list) else {
        let kinds = IMPORTERS.iter().map(|importer| (importer.name, importer.about, importer.example));
        output::print(&kinds::kinds_with_examples(kinds, &Page { look: output::look(common) }))?;
        return Ok(ExitCode::SUCCESS);
    };
    kinds::format(&["table", "json"], |name| name, &common.format, "import")?;
    if arguments.since.zip(arguments.until).is_some_and(|(since, until)| until < since) {
        bail!("--until is before --since: --since is the first day, --until the last one");
    }
    let importer = import::named(kind).ok_or_else(|| anyhow!("unknown kind of source"))?;
    let path = edit::path(arguments.into.as_deref())?;
    let bytes = files::import_bytes(file)?;
    let lock = arguments.write.then(|| edit::lock(path)).transpose()?;
    let source = files::source(path)?;
    let read = edit::read(&source, common)?;
    let (sorted, note) = found(importer, &bytes, &read, arguments)?;
    let edited = edit::outcome(&read, edits(&read, &sorted, arguments.update), sorted.new.len(), common)?;
    let is_written = lock.is_some() && edited.source.text != source.text;
    if is_written {
        edit::write(path, &edited)?;
    }
    let shown = Shown {
        sorted: &sorted,
        note: note.as_deref(),
        guidance: &read.guidance,
        verdicts: edited.verdicts,
        updates: arguments.update,
        is_written,
        profile: Path::new(path),
    };
    let text = match common.format.as_str() {
        "json" => shown.json().context("the result as JSON")?,
        _ => shown.table(&Page { look: output::look(common) }),
    };
    match output::print(&text) {
        Err(error) if is_written => Err(error).context(edit::IS_WRITTEN),
        printed => Ok(printed?),
    }?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn found(
    importer: &Importer,
    bytes: &[u8],
    read: &Read<'_>,
    arguments: &ImportArguments,
) -> Result<(Sorted, Option<String>)> {
    let vocabulary = &read.guidance.vocabulary;
    if let Some(unknown) = arguments.activity_type.as_deref().filter(|id| vocabulary.type_id(id).is_none()) {
        let ids: Vec<&str> = vocabulary.types.iter().map(|known| known.id.as_str()).collect();
        bail!("--type: unknown activity type {}; {}", named(unknown), offer(unknown, &ids));
    }
    let request = Request {
        vocabulary,
        activity_type: arguments.activity_type.as_deref(),
        speaker: arguments.speaker.as_deref().or(read.profile.name.as_deref()),
        site: arguments.site.as_deref(),
        encoding: arguments.encoding.as_deref(),
        dates: arguments.dates,
        columns: &arguments.map,
    };
    let wanted = Wanted { since: arguments.since, until: arguments.until, areas: &arguments.area };
    let file = arguments.file.as_deref().unwrap_or_default();
    // What is wrong names its place as `file:line:column`, or the file alone.
    let told = |error: import::model::Unreadable| match error.place {
        Some(_) => anyhow!("{}:{error}", escape_control_chars(file)),
        None => anyhow!("{}: {error}", escape_control_chars(file)),
    };
    let imported = import::read(importer, bytes, &request, &wanted).map_err(told)?;
    Ok((sort(imported.items, &read.profile, vocabulary), imported.note))
}

/// New entries behind the last one; where that is wanted, numbers that grew.
pub(crate) fn edits(read: &Read<'_>, sorted: &Sorted, updates: bool) -> Vec<Edit> {
    let mut edits: Vec<Edit> = append(read.source, &sorted.new).into_iter().collect();
    if !updates {
        return edits;
    }
    let layout = layout(read.source);
    for known in &sorted.known {
        let KnownAt::Profile { index, .. } = known.at else { continue };
        for growth in &known.grown {
            let place = layout.entries[index].numbers.iter().find(|(metric, _)| *metric == growth.metric);
            if let Some((_, at)) = place {
                edits.push(replace_number(at.clone(), growth.to));
            }
        }
    }
    edits
}
