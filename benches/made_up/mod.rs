//! Made-up records of any size: the same seed gives the same bytes.

use std::fmt::Write as _;

/// The day on which they are judged.
pub const AS_OF: &str = "2026-11-23";

/// Activity types with a number that they state.
const KINDS: [(&str, &str); 8] = [
    ("article", "views"),
    ("article", "views"),
    ("talk", "attendees"),
    ("question-answering", "views"),
    ("question-answering", "views"),
    ("sample-code", "downloads"),
    ("video", "views"),
    ("open-source", "stars"),
];
const AREAS: [&str; 6] = ["DevOps", ".NET", "C++", "Java", "Web Development", "Developer Tools"];
const VERBS: [&str; 8] = ["Testing", "Shipping", "Reading", "Measuring", "Teaching", "Profiling", "Mending", "Moving"];
const THINGS: [&str; 8] =
    ["slow queries", "a legacy build", "feature flags", "background jobs", "large tables", "flaky tests", "memory", "releases"];
const ENDS: [&str; 8] = [
    "step by step",
    "without downtime",
    "for the first time",
    "in an afternoon",
    "with less code",
    "in production",
    "the plain way",
    "together",
];
/// Days that entries lie on: the year that counts and the one before it.
const DAYS: u64 = 730;

/// Numbers that look random; SplitMix64, by Steele, Lea and Flood.
pub struct Numbers(pub u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    fn one_of<'a>(&mut self, names: &[&'a str]) -> &'a str {
        names[self.below(names.len() as u64) as usize]
    }
}

/// A record of so many entries.
pub fn profile(entries: usize, seed: u64) -> String {
    let mut numbers = Numbers(seed);
    let mut text = format!(
        "[profile]\nname = \"Example {seed}\"\ncategories = [\"Developer Technologies\"]\nmicrosoft-employee = false\n\
         nominator = \"mvp\"\nas-of = {AS_OF}\n"
    );
    for at in 0..entries {
        // Writing to a String cannot fail.
        let _ = entry(&mut text, at, &mut numbers);
    }
    text
}

fn entry(text: &mut String, at: usize, numbers: &mut Numbers) -> std::fmt::Result {
    let (kind, metric) = KINDS[numbers.below(KINDS.len() as u64) as usize];
    let (verb, thing, end) = (numbers.one_of(&VERBS), numbers.one_of(&THINGS), numbers.one_of(&ENDS));
    let day = chrono::NaiveDate::from_ymd_opt(2024, 11, 24).unwrap_or_default() + chrono::Days::new(numbers.below(DAYS));
    write!(text, "\n[[contribution]]\ntype = \"{kind}\"\ntitle = \"{verb} {thing} {end}, part {at}\"\ndate = {day}\n")?;
    if numbers.below(10) > 0 {
        writeln!(text, "url = \"https://blog.example.org/{}/{}-{at}\"", day.format("%Y/%m"), thing.replace(' ', "-"))?;
    }
    if numbers.below(4) > 0 {
        writeln!(text, "technology-areas = [\"{}\", \"{}\"]", numbers.one_of(&AREAS[..3]), numbers.one_of(&AREAS[3..]))?;
    }
    if numbers.below(5) > 0 {
        writeln!(text, "impact = {{ {metric} = {} }}", numbers.below(3_000))?;
    }
    Ok(())
}
