//! How much each type of activity amounts to, beside how much the guidance wants one type to hold at most.

use crate::check::Check;
use crate::evidence::reaches;
use crate::report::html::drawing::{TableNumber, WIDTH, length};
use crate::report::model::Report;
use crate::text::{capitalized, counted, escape_control_chars, joined, number, percent, percent_up, short};
use crate::vocabulary::TypeId;

pub(crate) struct AmountsChart {
    /// What the shares are shares of, in words.
    pub(crate) told: String,
    pub(crate) alternative: String,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) bar_height: f64,
    /// The longest first.
    pub(crate) bars: Vec<AmountBar>,
    pub(crate) limit: Option<ShareLimit>,
    pub(crate) types: Vec<TypeAmount>,
    pub(crate) sum: TableNumber,
}

/// The types that count as one, as one bar.
pub(crate) struct AmountBar {
    /// Line of its name and share.
    pub(crate) words_at: f64,
    pub(crate) name: String,
    pub(crate) share: String,
    pub(crate) y: f64,
    pub(crate) parts: Vec<BarPart>,
    /// Line and words for its parts, where there are several.
    pub(crate) parts_told: Option<(f64, String)>,
}

pub(crate) struct BarPart {
    pub(crate) class: &'static str,
    pub(crate) x: f64,
    pub(crate) width: f64,
    pub(crate) amount: f64,
    pub(crate) title: String,
}

/// The largest share that the guidance wants for one type.
pub(crate) struct ShareLimit {
    pub(crate) share: f64,
    pub(crate) x: f64,
    pub(crate) text: String,
    pub(crate) anchor: &'static str,
}

pub(crate) struct TypeAmount {
    pub(crate) name: String,
    pub(crate) amount: TableNumber,
    pub(crate) share: String,
    /// The name of the types that it counts as one with.
    pub(crate) counts_as: String,
}

const BAR: f64 = 12.0;
/// Room above the first bar for the words of the limit.
const ABOVE: f64 = 16.0;
/// A line of words above a bar, and one below it.
const LINE: f64 = 14.0;
/// Gap between a bar with its words and the next.
const GAP: f64 = 11.0;
/// Longer names run into the number at the other end of their line.
const NAME_COLUMNS: usize = 38;
/// Longer words would leave the drawing.
const PARTS_COLUMNS: usize = 58;
/// Looks of the parts of a bar, one after the other; more types than these rarely count as one.
const LOOKS: [&str; 4] = ["part-1", "part-2", "part-3", "part-4"];

impl AmountsChart {
    pub(crate) fn new(report: &Report<'_>) -> Option<Self> {
        let record = &report.record;
        let types = record.amount_by_type();
        let all: f64 = types.iter().map(|(_, amount)| amount).sum();
        if all <= 0.0 {
            return None;
        }
        let limit = limit(report);
        let mut y = if limit.is_some() { ABOVE } else { 0.0 };
        let shares = Shares { all, limit: limit.as_ref().map(|limit| limit.share) };
        let mut bars = Vec::new();
        let mut channels = record.amount_by_channel();
        channels.sort_by(|a, b| b.1.total_cmp(&a.1));
        for (channel, _) in channels {
            let members = types.iter().filter(|(id, _)| record.vocabulary.activity_type(*id).channel == channel);
            let members: Vec<(TypeId, f64)> = members.copied().collect();
            let bar = bar(report, channel, &members, &shares, y);
            y = bar.y + BAR + GAP + if bar.parts_told.is_some() { LINE } else { 0.0 };
            bars.push(bar);
        }
        let rows = types.iter().map(|(id, amount)| row(report, *id, *amount, &shares));
        let told: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.name.to_lowercase(), bar.share)).collect();
        let most = limit.as_ref().map_or(String::new(), |limit| format!(" Wanted for each: {}.", limit.text));
        Some(Self {
            alternative: format!("Shares of {}: {}.{most}", activities(all), joined(&told, "and")),
            told: format!("Each type's share of {}.", activities(all)),
            width: WIDTH,
            height: length(y - GAP + 2.0),
            bar_height: BAR,
            bars,
            limit,
            types: rows.collect(),
            sum: TableNumber::amount(all),
        })
    }
}

struct Shares {
    all: f64,
    limit: Option<f64>,
}

impl Shares {
    /// A share in words. Above the limit it is rounded up, as its finding does, so that it never looks as if it were the limit.
    fn told(&self, amount: f64) -> String {
        let share = amount / self.all;
        if self.limit.is_some_and(|limit| !reaches(limit, share)) { percent_up(share) } else { percent(share) }
    }
}

fn activities(amount: f64) -> String {
    counted(amount, "activity", "activities")
}

/// The most that one type may hold, from the first criterion that says so.
fn limit(report: &Report<'_>) -> Option<ShareLimit> {
    let mut findings = report.assessment.findings.iter();
    let finding = findings.find(|finding| matches!(finding.criterion.check, Check::Concentration(_)))?;
    let share = finding.evidence.target?;
    let anchor = if share > 0.5 { "end" } else { "start" };
    Some(ShareLimit { share, x: length(share * WIDTH), text: crate::report::words::wanted(finding), anchor })
}

fn bar(report: &Report<'_>, channel: &str, members: &[(TypeId, f64)], shares: &Shares, top: f64) -> AmountBar {
    let vocabulary = report.record.vocabulary;
    let mut x = 0.0;
    let mut parts = Vec::new();
    for (at, (id, amount)) in members.iter().enumerate() {
        let width = amount / shares.all * WIDTH;
        let title = format!("{}: {}", vocabulary.activity_type(*id).many, number(*amount));
        let title = escape_control_chars(&title).into_owned();
        parts.push(BarPart { class: LOOKS[at % LOOKS.len()], x: length(x), width: length(width), amount: *amount, title });
        x += width;
    }
    let whole: f64 = members.iter().map(|(_, amount)| amount).sum();
    let y = top + LINE + 4.0;
    let told: Vec<&str> = parts.iter().map(|part| part.title.as_str()).collect();
    let told = (told.len() > 1).then(|| (y + BAR + LINE - 3.0, short(&told.join(" · "), PARTS_COLUMNS).into_owned()));
    AmountBar {
        words_at: top + LINE - 2.0,
        name: short(&capitalized(&present(report, channel, members)), NAME_COLUMNS).into_owned(),
        share: format!("{} · {}", number(whole), shares.told(whole)),
        y,
        parts,
        parts_told: told,
    }
}

/// The types of a channel that have entries; those that count as one, by their common name.
fn present(report: &Report<'_>, channel: &str, members: &[(TypeId, f64)]) -> String {
    match members {
        [(only, _)] => report.record.vocabulary.activity_type(*only).many.clone(),
        _ => report.record.vocabulary.channel_name(channel),
    }
}

fn row(report: &Report<'_>, id: TypeId, amount: f64, shares: &Shares) -> TypeAmount {
    let vocabulary = report.record.vocabulary;
    let known = vocabulary.activity_type(id);
    let shown = |text: &str| escape_control_chars(&capitalized(text)).into_owned();
    TypeAmount {
        name: shown(&known.many),
        amount: TableNumber::amount(amount),
        share: shares.told(amount),
        counts_as: shown(&vocabulary.channel_name(&known.channel)),
    }
}
