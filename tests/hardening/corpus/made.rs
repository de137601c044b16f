//! Large and random inputs, each time the same: profiles, guidance, baselines and lists here, sources beside.

use super::files::Kind;
use super::made_sources::sources;

/// An input that is made when it is needed.
pub struct Made {
    pub name: String,
    pub kind: Kind,
    pub bytes: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
    /// Words of the refusal; empty where chance decides whether there is one.
    pub because: &'static str,
}

/// Bytes of the largest guidance.
const MOST_GUIDANCE: usize = 4 << 20;
/// Bytes of a large text, with room for what stands around it.
pub const LARGE: usize = MOST_GUIDANCE - 1_024;

/// An input of bytes.
pub fn input(
    kind: Kind,
    name: impl Into<String>,
    because: &'static str,
    bytes: impl Fn() -> Vec<u8> + Send + Sync + 'static,
) -> Made {
    Made { name: name.into(), kind, bytes: Box::new(bytes), because }
}

/// Numbers by chance, the same for the same seed: the generator of Marsaglia, xorshift.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    pub fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| u8::try_from(self.below(256)).unwrap()).collect()
    }
}

/// So many bytes of a text again and again.
pub fn many(text: &str, bytes: usize) -> String {
    text.repeat(bytes / text.len())
}

/// Lines by their number, as many as fit.
pub fn lines(bytes: usize, line: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 100);
    for at in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&line(at));
        text.push('\n');
    }
    text
}

const HEAD: &str = "[profile]\nname = \"Hostile\"\nas-of = 2026-11-23\n";
const ENTRY: &str = "[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-05-01\n";

/// Pieces of TOML that chance puts together.
const TOKENS: [&str; 24] = [
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ".",
    ",",
    "\"",
    "'",
    "\"\"\"",
    "#",
    "\\",
    "true",
    "nan",
    "-inf",
    "0x_",
    "1e9",
    "1979-05-27",
    "title",
    "[[contribution]]",
    "[profile]",
    "\n",
];

fn tokens(seed: u64) -> String {
    let mut chance = Chance::new(seed);
    (0..100_000).map(|_| TOKENS[chance.below(TOKENS.len())]).collect::<Vec<_>>().join(" ")
}

/// The name of a file, and what makes it.
type Text = (&'static str, fn() -> String);

/// Text that is no TOML, whatever it is read as.
fn no_toml() -> Vec<Text> {
    vec![
        ("equals-signs.toml", || many("=", LARGE)),
        ("brackets.toml", || many("[", LARGE)),
        ("lists-in-lists.toml", || format!("a = {}", many("[", LARGE))),
        ("tables-in-tables.toml", || format!("a = {}", many("{a=", LARGE))),
        ("one-key-with-dots.toml", || many("a.", LARGE) + "a = 1\n"),
        ("one-header-with-dots.toml", || format!("[{}a]\n", many("a.", LARGE))),
        ("equals-signs-on-lines.toml", || many("=\n", LARGE)),
        ("quotation-marks.toml", || many("\"", LARGE / 4) + "x"),
        ("marks-of-long-texts.toml", || many("\"\"\"", LARGE - 3) + "x"),
        ("carriage-returns.toml", || many("\r", LARGE)),
        ("commas.toml", || format!("a = [{}", many(",", LARGE))),
        ("garbage-on-lines.toml", || lines(LARGE, |at| format!("%&! {at} what = is = this"))),
        ("zero-bytes.toml", || many("\0", LARGE)),
        ("one-key-again-and-again.toml", || format!("[profile]\n{}", many("paid = false\n", LARGE))),
        ("tables-again-and-again.toml", || many("[profile]\n", LARGE)),
        ("a-huge-number.toml", || format!("a = {}x", many("9", LARGE))),
        ("marks-of-byte-order.toml", || many("\u{feff}", LARGE)),
        ("hidden-characters.toml", || many("\u{202e}\u{200b}", LARGE)),
        ("escape-sequences.toml", || many("\u{1b}[31m", LARGE)),
        ("a-text-that-never-ends.toml", || format!("a = \"{}", many("x", LARGE))),
        ("a-long-text-that-never-ends.toml", || format!("a = '''{}", many("x\n", LARGE))),
    ]
}

/// TOML that is no profile.
fn no_profile() -> Vec<Text> {
    vec![
        ("unknown-keys-of-the-person.toml", || HEAD.to_owned() + &lines(LARGE, |at| format!("k{at} = 1"))),
        ("unknown-keys-of-an-entry.toml", || HEAD.to_owned() + ENTRY + &lines(LARGE, |at| format!("k{at} = 1"))),
        ("unknown-keys-at-the-top.toml", || lines(LARGE, |at| format!("k{at} = 1")) + HEAD),
        ("one-long-key.toml", || format!("{HEAD}{ENTRY}{} = 1\n", many("k", LARGE))),
        ("empty-entries.toml", || HEAD.to_owned() + &many("[[contribution]]\n", LARGE)),
        ("unknown-types.toml", || HEAD.to_owned() + &lines(LARGE, |at| ENTRY.replace("article", &format!("artcle{at}")))),
        ("unknown-waivers.toml", || {
            HEAD.to_owned() + &lines(LARGE, |at| format!("[[waive]]\ncriterion = \"reah{at}\"\nreason = \"R\""))
        }),
        ("one-long-title.toml", || HEAD.to_owned() + &ENTRY.replace('T', &many("T", LARGE))),
        ("one-long-title-of-marks.toml", || HEAD.to_owned() + &ENTRY.replace('T', &many("e\u{301}\u{202e}", LARGE))),
        ("one-long-name.toml", || HEAD.replace("Hostile", &many("N", LARGE)) + ENTRY),
        ("one-long-type.toml", || HEAD.to_owned() + &ENTRY.replace("article", &many("a", LARGE))),
        ("one-long-link.toml", || format!("{HEAD}{ENTRY}url = \"https://{}\"\n", many("a/", LARGE))),
        ("escaped-zeros.toml", || HEAD.to_owned() + &ENTRY.replace('T', &many("\\u0000", LARGE))),
        ("metrics-of-an-entry.toml", || {
            format!("{HEAD}{ENTRY}impact = {{ {} }}\n", lines(LARGE, |at| format!("m{at} = 1,")).replace('\n', ""))
        }),
        ("areas-of-an-entry.toml", || format!("{HEAD}{ENTRY}technology-areas = [{}]\n", many("\"A\",", LARGE))),
        ("categories.toml", || format!("{HEAD}categories = [{}]\n", lines(LARGE, |at| format!("\"C{at}\",")).replace('\n', ""))),
        ("different-areas.toml", || HEAD.to_owned() + &lines(8 << 20, |at| format!("{ENTRY}technology-areas = [\"Area {at}\"]"))),
        ("a-date-with-a-huge-fraction.toml", || format!("{HEAD}as_of = 2026-05-01T00:00:00.{}Z\n", many("1", LARGE))),
    ]
}

/// JSON that is no report.
fn no_report() -> Vec<Text> {
    vec![
        ("brackets.json", || many("[", LARGE)),
        ("objects-in-objects.json", || many("{\"a\":", LARGE)),
        ("reports-in-lists.json", || format!("{{\"schema_version\":1,\"reports\":{}", many("[", LARGE))),
        ("a-text-that-never-ends.json", || format!("\"{}", many("x", LARGE))),
        ("a-huge-number.json", || many("9", LARGE)),
        ("escape-sequences.json", || format!("{{\"schema_version\":\"{}\"}}", many("\\u001b[31m", LARGE))),
        ("reports-of-nothing.json", || format!("{{\"schema_version\":1,\"reports\":[{}{{}}]}}", many("{},", LARGE))),
        ("keys-without-end.json", || format!("{{{}", lines(LARGE, |at| format!("\"k{at}\":1,")))),
    ]
}

/// How a refusal of what is no TOML is known: by the place that it draws, where it is text at all.
fn because(name: &str) -> &'static str {
    if name == "zero-bytes.toml" { "is not UTF-8" } else { "╭▸" }
}

/// All of them.
pub fn made() -> Vec<Made> {
    let mut made = Vec::new();
    for (name, text) in no_toml() {
        made.push(input(Kind::Profile, format!("profile-{name}"), because(name), move || text().into_bytes()));
        made.push(input(Kind::Guidance, format!("guidance-{name}"), because(name), move || text().into_bytes()));
    }
    made.extend(no_profile().into_iter().map(|(name, text)| input(Kind::Profile, name, "╭▸", move || text().into_bytes())));
    for seed in 1..=6 {
        made.push(input(Kind::Profile, format!("tokens-{seed}.toml"), "error", move || tokens(seed).into_bytes()));
        made.push(input(Kind::Guidance, format!("tokens-{seed}.toml"), "error", move || tokens(seed + 100).into_bytes()));
        made.push(input(Kind::Profile, format!("bytes-{seed}.toml"), "UTF-8", move || Chance::new(seed).bytes(100_000)));
    }
    made.extend(
        no_report().into_iter().map(|(name, text)| input(Kind::Baseline, name, "no JSON report", move || text().into_bytes())),
    );
    made.push(input(Kind::Guidance, "over-the-limit.toml", "larger than 4 MiB", || vec![b'#'; MOST_GUIDANCE + 1]));
    made.push(input(Kind::List, "missing-files.txt", "No such file", || {
        lines(20_000, |at| format!("no-such-{at}.toml")).into_bytes()
    }));
    made.push(input(Kind::List, "one-long-path.txt", "error", || vec![b'a'; LARGE / 4]));
    made.extend(sources());
    made
}
