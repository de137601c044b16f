//! Writes TOML in one of its many ways, chosen by dice.

use toml::Value;

/// Pseudorandom numbers, the same in every run: splitmix64.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.roll() % end as u64) as usize
    }

    pub fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

const COMMENTS: [&str; 6] =
    ["", " plain", " [[contribution]]", "# impact = { views = 1 }", " ends in a hard space\u{a0}", " \"\"\" '''"];

pub struct Pen {
    pub dice: Dice,
    pub text: String,
    pub line_end: &'static str,
}

impl Pen {
    pub fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub fn blanks(&mut self) {
        let blanks = self.dice.pick(&["", " ", " ", "  ", "\t"]);
        self.put(blanks);
    }

    pub fn indent(&mut self) {
        let indent = self.dice.pick(&["", "", "", "  ", "\t"]);
        self.put(indent);
    }

    /// Ends a line, perhaps with a comment.
    pub fn end_line(&mut self) {
        self.blanks();
        if self.dice.one_in(3) {
            let comment = self.dice.pick(&COMMENTS);
            self.put(&format!("#{comment}"));
        }
        self.put(self.line_end);
    }

    /// Blank lines and comments.
    pub fn room(&mut self) {
        for _ in 0..self.dice.below(3) {
            self.indent();
            self.end_line();
        }
    }

    pub fn key(&mut self, name: &str) {
        let quote = self.dice.pick(&["", "", "", "\"", "'"]);
        self.put(&format!("{quote}{name}{quote}"));
    }

    pub fn equals(&mut self) {
        self.blanks();
        self.put("=");
        self.blanks();
    }

    pub fn header(&mut self, brackets: usize, names: &[&str]) {
        self.room();
        self.indent();
        self.put(&"[".repeat(brackets));
        for (at, name) in names.iter().enumerate() {
            self.put(if at == 0 { "" } else { "." });
            self.blanks();
            self.key(name);
            self.blanks();
        }
        self.put(&"]".repeat(brackets));
        self.end_line();
    }

    pub fn line(&mut self, name: &str, value: &Value) {
        self.indent();
        self.key(name);
        self.equals();
        self.value(value);
        self.end_line();
    }

    pub fn value(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.string(text),
            Value::Array(items) => self.array(items),
            Value::Integer(number) => self.number(*number),
            Value::Datetime(day) => self.put(&day.to_string()),
            Value::Boolean(it) => self.put(&it.to_string()),
            other => panic!("{other:?}"),
        }
    }

    pub fn string(&mut self, text: &str) {
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
        let written = match (self.dice.below(4), text.contains('\n')) {
            (0, false) if !text.contains('\'') => format!("'{text}'"),
            (1, _) => format!("\"\"\"\n{escaped}\"\"\"").replace('\n', self.line_end),
            (2, _) if !text.ends_with('\'') => format!("'''\n{text}'''").replace('\n', self.line_end),
            _ => format!("\"{}\"", escaped.replace('\n', "\\n")),
        };
        self.put(&written);
    }

    pub fn array(&mut self, items: &[Value]) {
        self.put("[");
        for item in items {
            self.space_in_brackets();
            self.value(item);
            self.space_in_brackets();
            self.put(",");
        }
        self.space_in_brackets();
        self.put("]");
    }

    /// Blanks, or a comment and a new line.
    pub fn space_in_brackets(&mut self) {
        if self.dice.one_in(6) { self.end_line() } else { self.blanks() }
    }

    pub fn number(&mut self, number: i64) {
        let written = match self.dice.below(6) {
            0 if number > 0 => format!("+{number}"),
            1 => format!("{number:#x}"),
            2 => format!("{number:#o}"),
            3 if number >= 1000 => format!("{}_{:03}", number / 1000, number % 1000),
            _ => number.to_string(),
        };
        self.put(&written);
    }
}
