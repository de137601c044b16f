//! Random profiles as text, each value in one of the ways in which TOML can write it.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// A key and its value as written.
type Pair = (&'static str, String);

const TEXTS: &[&str] = &[
    "Plain",
    "",
    " blanks ",
    "\"double\" and 'single'",
    "back\\slash \\u0041",
    "# [[contribution]] = {",
    "two\nlines",
    "\n\nbegins with lines\n",
    "tab\there",
    "\u{17e}lu\u{165}ou\u{10d}k\u{fd} \u{4e2d}\u{6587} \u{1f44d}",
    "\u{1b}[31m \u{7f} \u{202e}",
    "three \"\"\" and '''",
    "ends in a quote\"",
];
const ROLES: &[&str] = &["author", "speaker", "other"];
/// The last one is only in the second edition.
const CATEGORIES: &[&str] = &["Developer Technologies", "microsoft azure", "AI", "M365"];
const AREAS: &[&str] = &[".NET", "devops", "DevOps", "C++", "Tea, \"green\""];
/// Types with two of their metrics.
const TYPES: &[(&str, [&str; 2])] = &[
    ("article", ["views", "likes"]),
    ("talk", ["on-demand-views", "rating"]),
    ("open-source", ["stars", "merged-pull-requests"]),
];

pub fn profiles() -> impl Strategy<Value = String> {
    let entry = || prop_oneof![4 => entry(false), 1 => entry(true), 1 => waive()];
    let tables = (person(), vec(entry(), 0..9), any::<bool>());
    let tables = tables.prop_flat_map(|(person, mut tables, is_first)| {
        tables.insert(if is_first { 0 } else { tables.len() }, person);
        Just(tables.concat())
    });
    let in_a_list = (vec(inline_entry(), 0..4), blank()).prop_map(|(entries, blank)| {
        format!("contribution = [{}]\n", entries.iter().fold(String::new(), |all, entry| all + &blank + entry + ","))
    });
    let ends = select(&["\n", "\r\n"][..]);
    (prop_oneof![5 => tables, 1 => in_a_list], ends, any::<bool>()).prop_map(|(text, end, is_marked)| {
        let mark = if is_marked { "\u{feff}" } else { "" };
        format!("{mark}{}", text.replace('\n', end))
    })
}

fn person() -> impl Strategy<Value = String> {
    let pairs = vec![
        pair("name", text()),
        pair("stage", written_of(&["candidate", "renewal"])),
        pair("categories", list(CATEGORIES)),
        pair("technology-areas", list(AREAS)),
        pair("microsoft-employee", truth()),
        pair("nominator", written_of(&["mvp", "microsoft-employee"])),
        pair("nominated-on", date(2020..=2025)),
        pair("guidance", written_of(&["workshop-2020", "program-2026"])),
        pair("as-of", date(2026..=2027)),
    ];
    (header(1, "profile"), lines(pairs)).prop_map(|(header, lines)| header + &lines)
}

/// An entry, or a channel.
fn entry(is_channel: bool) -> BoxedStrategy<String> {
    let name = if is_channel { "channel" } else { "contribution" };
    select(TYPES)
        .prop_flat_map(move |(kind, metrics)| {
            let pairs = entry_pairs(kind, is_channel);
            let impact = impact(metrics, usize::from(is_channel));
            (header(2, name), lines(pairs), impact)
                .prop_map(move |(header, lines, impact)| header + &lines + &impact.replace("ENTRY", name))
        })
        .boxed()
}

fn entry_pairs(kind: &'static str, is_channel: bool) -> Vec<BoxedStrategy<Option<Pair>>> {
    let mut pairs = vec![
        always("type", Just(kind.to_owned()).prop_flat_map(written).boxed()),
        always("title", text()),
        always("date", date(2020..=2025)),
        prop_oneof![pair("until", date(2026..=2027)), pair("ongoing", truth())].boxed(),
        pair("category", written_of(CATEGORIES)),
    ];
    if is_channel {
        pairs.push(always("url", written_of(&["https://blog.example.org"])));
        return pairs;
    }
    pairs.extend([
        pair("url", written_of(&["https://example.org/a?b=1#c", "javascript:alert(1)", " "])),
        pair("role", written_of(ROLES)),
        pair("count", whole(1..=1_000_000)),
        pair("technology-areas", list(AREAS)),
        pair("audience", list(TEXTS)),
        pair("language", text()),
        pair("paid", truth()),
        pair("description", text()),
        pair("highlight", text()),
        pair("notes", text()),
    ]);
    pairs
}

fn waive() -> BoxedStrategy<String> {
    let pairs = vec![
        always("criterion", written_of(&["concentration", "diversity"])),
        always("reason", written_of(&["A book.", "two\nlines"])),
        pair("until", date(2026..=2027)),
    ];
    (header(2, "waive"), lines(pairs)).prop_map(|(header, lines)| header + &lines).boxed()
}

fn inline_entry() -> impl Strategy<Value = String> {
    let pairs = vec![
        always("type", written_of(&["article"])),
        always("title", text()),
        always("date", date(2020..=2025)),
        pair("count", whole(1..=99)),
        always("impact", whole(0..=9).prop_map(|number| format!("{{ \"views\" = {number} }}")).boxed()),
    ];
    (pairs, blank()).prop_map(|(pairs, blank)| {
        let pairs: Vec<String> = pairs.into_iter().flatten().map(|(key, value)| format!("{blank}{key} = {value}")).collect();
        format!("{{{}{blank}}}", pairs.join(","))
    })
}

/// The numbers of an entry, after its keys, since a table would end them.
fn impact(metrics: [&'static str; 2], least: usize) -> impl Strategy<Value = String> {
    let stated = subsequence(metrics.to_vec(), least..=2).prop_flat_map(|names| {
        let numbers: Vec<_> = names.iter().map(|name| number(name)).collect();
        (Just(names), numbers)
    });
    (stated, 0..4).prop_map(|((names, numbers), style)| {
        let pairs = |before: &str, after: &str| -> String {
            names.iter().zip(&numbers).map(|(name, number)| format!("{before}{name} = {number}{after}")).collect()
        };
        match style {
            0 => format!("impact = {{{}}}\n", pairs(" ", ",").trim_end_matches(',')),
            1 => pairs("impact.", "\n"),
            2 => pairs("\"impact\" . ", " # of the whole entry\n"),
            _ => format!("[ENTRY.impact]\n{}\n", pairs("", "\n")),
        }
    })
}

fn number(metric: &str) -> BoxedStrategy<String> {
    if metric == "rating" {
        return prop_oneof![Just("4.5"), Just("5"), Just("0.0"), Just("+3.25e0"), Just("49e-1")].prop_map(str::to_owned).boxed();
    }
    prop_oneof![whole(0..=9), whole(0..=70_000), Just("1_000_000_000_000".to_owned())].boxed()
}

/// A whole number in each radix.
fn whole(range: std::ops::RangeInclusive<u32>) -> BoxedStrategy<String> {
    let written = (range, 0..7).prop_map(|(number, style)| match style {
        0 => format!("0x{number:x}"),
        1 => format!("0x{number:04X}"),
        2 => format!("0o{number:o}"),
        3 => format!("0b{number:b}"),
        4 => format!("+{number}"),
        5 if number > 999 => format!("{}_{:03}", number / 1000, number % 1000),
        _ => number.to_string(),
    });
    written.boxed()
}

fn truth() -> BoxedStrategy<String> {
    any::<bool>().prop_map(|it| it.to_string()).boxed()
}

/// A day, perhaps with a time or with an offset that makes it another day in UTC.
fn date(years: std::ops::RangeInclusive<i32>) -> BoxedStrategy<String> {
    let times = ["", "", "", "T00:00:00", " 23:59:59.999999", "t10:30:00Z", "T23:30:00-11:00", "T00:30:00+14:00", "T07:30"];
    (years, 1..=12, 1..=28, select(times.to_vec()))
        .prop_map(|(year, month, day, time)| format!("{year:04}-{month:02}-{day:02}{time}"))
        .boxed()
}

fn text() -> BoxedStrategy<String> {
    written_of(TEXTS)
}

fn written_of(texts: &'static [&'static str]) -> BoxedStrategy<String> {
    select(texts).prop_flat_map(|text| written(text.to_owned())).boxed()
}

/// A text in any kind of quotation marks that can hold it.
fn written(text: String) -> impl Strategy<Value = String> {
    let is_hidden = |it: char| it.is_control() && it != '\n' && it != '\t';
    let mut ways = vec![basic(&text, |_| false), basic(&text, |it| !it.is_ascii_alphanumeric())];
    ways.push(format!("\"\"\"\n{}\"\"\"", basic(&text, |_| false).trim_matches('"').replace("\\n", "\n")));
    ways.push(format!("\"\"\"{}\\\n   \"\"\"", basic(&text, |it| it == '\n').trim_matches('"')));
    if !text.contains(['\'', '\n']) && !text.contains(is_hidden) {
        ways.push(format!("'{text}'"));
    }
    if !text.contains('\'') && !text.contains(is_hidden) {
        ways.push(format!("'''\n{text}'''"));
    }
    select(ways)
}

/// A text in double quotation marks, with the necessary escapes and some others.
fn basic(text: &str, is_escaped: fn(char) -> bool) -> String {
    let mut written = String::from('"');
    for it in text.chars() {
        match it {
            '\n' if !is_escaped(it) => written.push_str("\\n"),
            // As a number, so that the quotation marks around a text differ from those in it.
            '"' | '\\' => write!(written, "\\u{:04x}", u32::from(it)).unwrap(),
            it if is_escaped(it) || (it.is_control() && it != '\t') => write!(written, "\\U{:08X}", u32::from(it)).unwrap(),
            it => written.push(it),
        }
    }
    written + "\""
}

fn list(texts: &'static [&'static str]) -> BoxedStrategy<String> {
    (vec(written_of(texts), 0..4), select(&["", " ", "\n  ", " # one\n\t"][..]), any::<bool>())
        .prop_map(|(items, blank, has_comma)| {
            let comma = if has_comma && !items.is_empty() { "," } else { "" };
            let items: Vec<String> = items.into_iter().map(|item| blank.to_owned() + &item).collect();
            format!("[{}{comma}{blank}]", items.join(","))
        })
        .boxed()
}

fn pair(key: &'static str, value: BoxedStrategy<String>) -> BoxedStrategy<Option<Pair>> {
    option::weighted(0.4, value).prop_map(move |value| Some((key, value?))).boxed()
}

fn always(key: &'static str, value: BoxedStrategy<String>) -> BoxedStrategy<Option<Pair>> {
    value.prop_map(move |value| Some((key, value))).boxed()
}

/// A header, perhaps in quotation marks or after a comment.
fn header(brackets: usize, name: &'static str) -> impl Strategy<Value = String> {
    let (open, close) = ("[".repeat(brackets), "]".repeat(brackets));
    let name = select(vec![name.to_owned(), format!(" {name}\t"), format!("\"{name}\""), format!("'{name}'")]);
    (select(&["", "# [[contribution]]\n", "\n\n", "  "][..]), name)
        .prop_map(move |(before, name)| format!("{before}{open}{name}{close}\n"))
}

/// The keys of a table, in any order.
fn lines(pairs: Vec<BoxedStrategy<Option<Pair>>>) -> impl Strategy<Value = String> {
    let stated = pairs.prop_map(|pairs| pairs.into_iter().flatten().collect::<Vec<Pair>>()).prop_shuffle();
    (stated, select(&["", "  ", "# \"\n", "\n"][..]), blank()).prop_map(|(pairs, before, blank)| {
        let line = |(key, value): &Pair| format!("{before}{key}{}={value} # \"\"\"\n", blank.replace('\n', " "));
        pairs.iter().map(line).collect()
    })
}

fn blank() -> impl Strategy<Value = String> {
    select(&["", " ", "\t", "\n "][..]).prop_map(str::to_owned)
}
