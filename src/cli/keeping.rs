//! What the commands take that keep a record.

use chrono::NaiveDate;
use clap::Args;

use crate::cli::values::{column, day, exports, importers, last_day, whole, yes_or_no};
use crate::import::model::DateOrder;
use crate::profile::Until;
use crate::profile::read::COUNTS;

/// Activities of which nobody calls the best ones a few any more.
const MOST_WANTED: u32 = 1_000_000;

/// What `init` takes.
#[derive(Args, Debug)]
pub(crate) struct InitArguments {
    /// Where to write the profile [default: ./profile.toml].
    pub(crate) path: Option<String>,
    /// Your name.
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Where you stand: candidate, or renewal for those who hold the award.
    #[arg(long, value_name = "STAGE")]
    pub(crate) stage: Option<String>,
    /// Your award category, by the guidance; may be repeated. `mvp-check list categories` shows them.
    #[arg(long, value_name = "CATEGORY")]
    pub(crate) category: Vec<String>,
    /// Whether you work for Microsoft: who does cannot hold the award.
    #[arg(long, value_name = "ANSWER", value_parser = yes_or_no())]
    pub(crate) microsoft_employee: Option<bool>,
}

/// What `add` takes.
#[derive(Args, Debug)]
pub(crate) struct AddArguments {
    /// What it is: an activity type; `mvp-check list types` shows them.
    #[arg(value_name = "TYPE")]
    pub(crate) activity_type: Option<String>,
    /// Its title.
    pub(crate) title: Option<String>,
    /// Where it can be seen, and numbers of it.
    #[arg(value_name = "URL] [METRIC=N")]
    pub(crate) details: Vec<String>,
    /// The profile to add it to [default: ./profile.toml].
    #[arg(long, value_name = "PROFILE")]
    pub(crate) into: Option<String>,
    /// The day, or the first one [default: that of --as-of, else today].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<NaiveDate>,
    /// The last day; or `ongoing`.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = last_day)]
    pub(crate) until: Option<Until>,
    /// How many of them it stands for.
    #[arg(long, value_name = "N", value_parser = whole(COUNTS))]
    pub(crate) count: Option<u32>,
    /// The award category that it belongs to, where the profile declares several.
    #[arg(long, value_name = "CATEGORY")]
    pub(crate) category: Option<String>,
    /// A technology area of it; may be repeated.
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Vec<String>,
    /// Show the difference, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// What `import` takes.
#[derive(Args, Debug)]
pub(crate) struct ImportArguments {
    /// The kind of source.
    #[arg(required_unless_present = "list", value_parser = importers())]
    pub(crate) kind: Option<String>,
    /// The file, or `-` for standard input.
    #[arg(required_unless_present = "list")]
    pub(crate) file: Option<String>,
    /// The profile to add to [default: ./profile.toml].
    #[arg(long, value_name = "PROFILE")]
    pub(crate) into: Option<String>,
    /// Add what is new to the profile; without it nothing is written.
    #[arg(long)]
    pub(crate) write: bool,
    /// Put numbers that grew in the place of the old ones.
    #[arg(long)]
    pub(crate) update: bool,
    /// Leave out what is before this day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) since: Option<NaiveDate>,
    /// Leave out what is after this day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) until: Option<NaiveDate>,
    /// The activity type of what does not tell its own.
    #[arg(long = "type", value_name = "TYPE")]
    pub(crate) activity_type: Option<String>,
    /// A technology area for what states none; may be repeated.
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Vec<String>,
    /// Whose sessions, of an event's list [default: the name in the profile].
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,
    /// The site of answers that do not tell it, as stackoverflow.com.
    #[arg(long, value_name = "HOST")]
    pub(crate) site: Option<String>,
    /// The encoding of a text that is not UTF-8, as windows-1252.
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// The order of day, month and year, where dates do not tell it.
    #[arg(long, value_name = "ORDER")]
    pub(crate) dates: Option<DateOrder>,
    /// What a column of a table holds, as `--map "Seen by=views"`; may be repeated.
    #[arg(long, value_name = "COLUMN=KEY", value_parser = column)]
    pub(crate) map: Vec<(String, String)>,
    /// List the kinds of sources, with an example each.
    #[arg(long)]
    pub(crate) list: bool,
}

/// What `export` takes.
#[derive(Args, Debug)]
pub(crate) struct ExportArguments {
    /// What to write.
    #[arg(required_unless_present = "list", value_parser = exports())]
    pub(crate) kind: Option<String>,
    /// The profile [default: ./profile.toml].
    pub(crate) profile: Option<String>,
    /// Everything, also what is older, planned or does not count.
    #[arg(long)]
    pub(crate) all: bool,
    /// The N best activities only: those with a `highlight` first, then by how many they reached.
    #[arg(long, value_name = "N", value_parser = whole(1..=MOST_WANTED))]
    pub(crate) top: Option<u32>,
    /// List what can be written, with an example each.
    #[arg(long)]
    pub(crate) list: bool,
}
