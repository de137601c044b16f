//! Random profiles as raw text, in the many ways of TOML, by a maker that knows their content without reading them.

use std::ops::Range;

use toml::{Table, Value};

use super::pen::{Dice, Pen};

pub struct Made {
    pub text: String,
    pub entries: Vec<Entry>,
    pub line_end: &'static str,
    pub is_list: bool,
}

#[derive(Default)]
pub struct Entry {
    pub value: Table,
    /// Metric, place and value of each number.
    pub numbers: Vec<(&'static str, Range<usize>, i64)>,
}

/// How an entry writes its numbers.
#[derive(Clone, Copy, PartialEq)]
enum Impact {
    Unstated,
    Inline,
    Dotted,
    /// Under its own header, which may follow other tables.
    Table,
}

struct Sketch {
    pairs: Vec<(&'static str, Value)>,
    style: Impact,
    numbers: Vec<(&'static str, i64)>,
}

struct Maker {
    pen: Pen,
    entries: Vec<Entry>,
    /// Numbers of the last entry that are not written yet: they follow under their own header.
    owed: Option<Vec<(&'static str, i64)>>,
}

/// Texts that look like something else.
const TRICKS: [&str; 6] = [
    "",
    " # no comment",
    " [[contribution]]",
    "\n[[contribution]]\ntype = \"talk\"\n# no comment\n[contribution.impact]\n",
    " \"quoted\" \\ 'twice' = { views = 1 }",
    " \u{1f44d} \u{4e2d}\u{6587}, \u{17e}lu\u{165}",
];

pub fn profile(number: u64) -> Made {
    let mut dice = Dice(number);
    let line_end = dice.pick(&["\n", "\n", "\r\n"]);
    let pen = Pen { dice, text: String::new(), line_end };
    let mut maker = Maker { pen, entries: Vec::new(), owed: None };
    let is_list = maker.whole();
    let mut text = maker.pen.text;
    if maker.pen.dice.one_in(3) && text.ends_with(line_end) {
        text.truncate(text.len() - line_end.len());
    }
    // A text of one line has no line end to keep.
    let line_end = if text.contains('\n') { line_end } else { "\n" };
    Made { text, entries: maker.entries, line_end, is_list }
}

impl Maker {
    /// Writes everything, and returns whether the contributions are a list.
    fn whole(&mut self) -> bool {
        if self.pen.dice.one_in(4) {
            self.pen.put("\u{feff}");
        }
        self.pen.room();
        let is_list = self.pen.dice.one_in(3);
        if is_list {
            self.list_of_entries();
        } else {
            self.tables(true);
        }
        is_list
    }

    /// A number of the last entry, whose place is kept.
    fn metric(&mut self, (name, number): (&'static str, i64)) {
        self.pen.key(name);
        self.pen.equals();
        let start = self.pen.text.len();
        self.pen.number(number);
        let range = start..self.pen.text.len();
        self.entries.last_mut().unwrap().numbers.push((name, range, number));
    }

    fn tables(&mut self, has_entries: bool) {
        let mut blocks = vec!["channel", "waive", "contribution", "contribution", "contribution", "contribution", "profile"];
        // Any order, and any of them may be missing.
        for at in (1..blocks.len()).rev() {
            let other = self.pen.dice.below(at + 1);
            blocks.swap(at, other);
        }
        blocks.truncate(self.pen.dice.below(blocks.len() + 1));
        for block in blocks {
            if block == "contribution" || self.pen.dice.one_in(2) {
                self.pay();
            }
            match block {
                "contribution" if has_entries => self.entry_table(),
                "contribution" => {}
                block => self.other_table(block),
            }
        }
        self.pay();
        self.pen.room();
    }

    fn other_table(&mut self, name: &str) {
        let lines: &[(&str, &str)] = match name {
            "profile" => &[("name", "'Amal Example' # me"), ("technology-areas", "[ \"DevOps\", # one\n '[[contribution]]' ]")],
            "channel" => &[
                ("type", "\"article\""),
                ("title", "\"\"\"\n[[contribution]]\"\"\""),
                ("date", "2026-01-01"),
                ("url", "\"https://blog.example.org\""),
                ("impact.views", "84_000"),
            ],
            _ => &[("criterion", "\"concentration\""), ("reason", "'''[[contribution]]\n# a book'''")],
        };
        self.pen.header(if name == "profile" { 1 } else { 2 }, &[name]);
        for (key, value) in lines {
            self.pen.indent();
            self.pen.put(&format!("{key} = {}", value.replace('\n', self.pen.line_end)));
            self.pen.end_line();
        }
    }

    /// Chooses the content of an entry, which is still to be written.
    fn entry(&mut self, styles: &[Impact]) -> Sketch {
        let number = self.entries.len() + 1;
        let is_talk = self.pen.dice.one_in(3);
        let text = |text: &str| Value::String(text.into());
        let titled = |trick: &str| text(&format!("Entry {number}{trick}"));
        let date = format!("2026-{:02}-{:02}", 1 + self.pen.dice.below(10), 1 + self.pen.dice.below(28));
        let mut pairs = vec![
            ("type", text(if is_talk { "talk" } else { "article" })),
            ("title", titled(self.pen.dice.pick(&TRICKS))),
            ("date", Value::Datetime(date.parse().unwrap())),
        ];
        let more = [
            ("url", text(&format!("https://example.org/{number}?a=1#part"))),
            ("count", Value::Integer(2)),
            ("ongoing", Value::Boolean(true)),
            ("technology-areas", Value::Array(vec![text("DevOps"), text("]")])),
            ("description", titled(self.pen.dice.pick(&TRICKS))),
            ("notes", titled(self.pen.dice.pick(&TRICKS))),
        ];
        pairs.extend(more.into_iter().filter(|_| self.pen.dice.one_in(3)));
        for at in (1..pairs.len()).rev() {
            let other = self.pen.dice.below(at + 1);
            pairs.swap(at, other);
        }
        let metrics: &[&str] = if is_talk { &["attendees", "on-demand-views"] } else { &["views", "likes"] };
        let style = self.pen.dice.pick(styles);
        let least = usize::from(style == Impact::Dotted);
        let count = least + self.pen.dice.below(3 - least);
        let numbers: Vec<(&str, i64)> = metrics.iter().take(count).map(|it| (*it, self.pen.dice.below(4000) as i64)).collect();
        let numbers = if style == Impact::Unstated { Vec::new() } else { numbers };
        self.entries.push(Entry { value: value_of(&pairs, style, &numbers), numbers: Vec::new() });
        Sketch { pairs, style, numbers }
    }

    fn entry_table(&mut self) {
        self.pen.header(2, &["contribution"]);
        let Sketch { pairs, style, numbers } = self.entry(&[Impact::Unstated, Impact::Inline, Impact::Dotted, Impact::Table]);
        let place = self.pen.dice.below(pairs.len() + 1);
        for (at, (name, value)) in pairs.iter().enumerate() {
            self.pen.room();
            if at == place {
                self.impact_lines(style, &numbers);
            }
            self.pen.line(name, value);
        }
        if place == pairs.len() {
            self.impact_lines(style, &numbers);
        }
        if style == Impact::Table {
            self.owed = Some(numbers);
        }
    }

    fn impact_lines(&mut self, style: Impact, numbers: &[(&'static str, i64)]) {
        match style {
            Impact::Inline => {
                self.pen.indent();
                self.pen.key("impact");
                self.pen.equals();
                self.inline_numbers(numbers);
                self.pen.end_line();
            }
            Impact::Dotted => {
                for number in numbers {
                    self.pen.indent();
                    self.dotted(*number);
                    self.pen.end_line();
                }
            }
            Impact::Unstated | Impact::Table => {}
        }
    }

    fn dotted(&mut self, number: (&'static str, i64)) {
        self.pen.key("impact");
        self.pen.blanks();
        self.pen.put(".");
        self.pen.blanks();
        self.metric(number);
    }

    fn inline_numbers(&mut self, numbers: &[(&'static str, i64)]) {
        self.pen.put("{");
        for (at, number) in numbers.iter().enumerate() {
            self.pen.put(if at == 0 { "" } else { "," });
            self.pen.space_in_brackets();
            self.metric(*number);
        }
        self.pen.space_in_brackets();
        self.pen.put("}");
    }

    /// Writes the delayed numbers under their own header.
    fn pay(&mut self) {
        let Some(numbers) = self.owed.take() else { return };
        self.pen.header(1, &["contribution", "impact"]);
        for number in numbers {
            self.pen.room();
            self.pen.indent();
            self.metric(number);
            self.pen.end_line();
        }
    }

    /// `contribution = [{...}, ...]`, and tables of other kinds below it.
    fn list_of_entries(&mut self) {
        self.pen.key("contribution");
        self.pen.equals();
        self.pen.put("[");
        let has_lines = self.pen.dice.one_in(2);
        let count = self.pen.dice.below(4);
        for left in (0..count).rev() {
            self.between_items(has_lines);
            self.inline_entry();
            if left > 0 || self.pen.dice.one_in(2) {
                self.pen.blanks();
                self.pen.put(",");
            }
        }
        self.between_items(has_lines);
        self.pen.put("]");
        self.pen.end_line();
        self.tables(false);
    }

    fn between_items(&mut self, has_lines: bool) {
        if has_lines {
            self.pen.end_line();
            self.pen.room();
            self.pen.indent();
        } else {
            self.pen.blanks();
        }
    }

    fn inline_entry(&mut self) {
        let Sketch { pairs, style, numbers } = self.entry(&[Impact::Unstated, Impact::Inline, Impact::Dotted]);
        let place = self.pen.dice.below(pairs.len() + 1);
        self.pen.put("{");
        for at in 0..=pairs.len() {
            if at == place && style == Impact::Inline {
                self.pen.space_in_brackets();
                self.pen.key("impact");
                self.pen.equals();
                self.inline_numbers(&numbers);
                self.pen.put(if at == pairs.len() { "" } else { "," });
            }
            if at == place && style == Impact::Dotted {
                for (dot, number) in numbers.iter().enumerate() {
                    self.pen.blanks();
                    self.dotted(*number);
                    self.pen.put(if at == pairs.len() && dot + 1 == numbers.len() { "" } else { "," });
                }
            }
            let Some((name, value)) = pairs.get(at) else { break };
            self.pen.space_in_brackets();
            self.pen.key(name);
            self.pen.equals();
            self.pen.value(value);
            self.pen.space_in_brackets();
            let is_last = at + 1 == pairs.len() && (place != pairs.len() || style == Impact::Unstated);
            let comma = if is_last { self.pen.dice.pick(&["", ","]) } else { "," };
            self.pen.put(comma);
        }
        self.pen.space_in_brackets();
        self.pen.put("}");
    }
}

fn value_of(pairs: &[(&'static str, Value)], style: Impact, numbers: &[(&'static str, i64)]) -> Table {
    let mut value: Table = pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    if style != Impact::Unstated {
        let impact = numbers.iter().map(|(name, number)| ((*name).to_owned(), Value::Integer(*number))).collect();
        value.insert("impact".into(), Value::Table(impact));
    }
    value
}
