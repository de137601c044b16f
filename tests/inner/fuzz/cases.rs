//! A case: a valid file with a few mutations, or arbitrary bytes.

use std::io::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::readers::Reader;

/// The largest case in bytes. Large files are tested elsewhere.
const LARGEST: usize = 32 << 10;
/// The most repetitions of a token.
const MOST_REPEATED: usize = 3_000;

pub fn cases(reader: &Reader) -> BoxedStrategy<Vec<u8>> {
    let (seeds, tokens) = (reader.seeds.clone(), reader.tokens.clone());
    let others = reader.seeds.clone();
    // Mostly a few, since a file that is refused at once tests little.
    let number = prop_oneof![4 => 1..=1_usize, 3 => 2..=3_usize, 1 => 4..=8_usize];
    let mutation = mutation(select(others), select(tokens.clone())).boxed();
    let mutated = (select(seeds), number.prop_flat_map(move |number| vec(mutation.clone(), number)));
    let mutated = mutated.prop_map(|(seed, mutations)| mutations.into_iter().fold(seed, |text, mutation| mutation.of(text)));
    prop_oneof![
        16 => mutated,
        1 => vec(any::<u8>(), 0..120),
        1 => vec(select(tokens), 0..24).prop_map(|tokens| tokens.concat()),
    ]
    .boxed()
}

#[derive(Clone, Debug)]
struct Mutation {
    how: u8,
    /// Two places, as fractions of the length.
    places: [u16; 2],
    number: u16,
    token: Vec<u8>,
    /// Another seed.
    other: Vec<u8>,
}

fn mutation(other: impl Strategy<Value = Vec<u8>>, token: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Mutation> {
    (0..KINDS.len() as u8, any::<[u16; 2]>(), any::<u16>(), token, other)
        .prop_map(|(how, places, number, token, other)| Mutation { how, places, number, token, other })
}

const KINDS: [fn(&Mutation, &mut Vec<u8>); 23] = [
    Mutation::insert,
    Mutation::insert,
    Mutation::insert,
    Mutation::replace,
    Mutation::replace,
    |mutation, text| mutation.flip(text),
    |mutation, text| mutation.flip(text),
    Mutation::delete,
    Mutation::delete,
    Mutation::duplicate,
    Mutation::cut,
    Mutation::splice,
    Mutation::repeat,
    Mutation::renumber,
    Mutation::renumber,
    Mutation::delete_line,
    Mutation::move_line,
    Mutation::splice_lines,
    Mutation::swap_values,
    Mutation::swap_values,
    Mutation::end_lines,
    Mutation::pack,
    Mutation::widen,
];

impl Mutation {
    fn of(&self, mut text: Vec<u8>) -> Vec<u8> {
        KINDS[usize::from(self.how)](self, &mut text);
        text.truncate(LARGEST);
        text
    }

    fn place(&self, which: usize, length: usize) -> usize {
        (usize::from(self.places[which]) * (length + 1)) >> 16
    }

    /// A part of a text, mostly a few bytes.
    fn part(&self, length: usize) -> std::ops::Range<usize> {
        let start = self.place(0, length);
        let number = usize::from(self.number);
        let most = if number.is_multiple_of(4) { length } else { 8 };
        start..length.min(start + number / 4 % (most + 1))
    }

    fn insert(&self, text: &mut Vec<u8>) {
        let at = self.place(0, text.len());
        text.splice(at..at, self.token.iter().copied());
    }

    fn replace(&self, text: &mut Vec<u8>) {
        let part = self.part(text.len());
        text.splice(part, self.token.iter().copied());
    }

    /// Half of the time ASCII stays ASCII.
    fn flip(&self, text: &mut [u8]) {
        let at = self.place(0, text.len());
        if let Some(byte) = text.get_mut(at) {
            *byte ^= 1 << (self.number % if self.number >= 0x8000 { 8 } else { 7 });
        }
    }

    fn delete(&self, text: &mut Vec<u8>) {
        text.drain(self.part(text.len()));
    }

    fn duplicate(&self, text: &mut Vec<u8>) {
        let part = text[self.part(text.len())].to_vec();
        let at = self.place(1, text.len());
        text.splice(at..at, part);
    }

    /// As an interrupted download.
    fn cut(&self, text: &mut Vec<u8>) {
        text.truncate(self.place(0, text.len()));
    }

    fn splice(&self, text: &mut Vec<u8>) {
        let at = self.place(1, text.len());
        text.splice(at..at, self.other[self.part(self.other.len())].iter().copied());
    }

    fn repeat(&self, text: &mut Vec<u8>) {
        let at = self.place(0, text.len());
        let times = usize::from(self.number) * usize::from(self.number) / (1 << 16) * MOST_REPEATED / (1 << 16);
        text.splice(at..at, self.token.repeat(times));
    }

    /// Replaces the next number.
    fn renumber(&self, text: &mut Vec<u8>) {
        let from = self.place(0, text.len());
        let Some(start) = text[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) else { return };
        let digits = text[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = match self.number % 4 {
            0 => self.number.to_string(),
            1 => (self.number % 32).to_string(),
            2 => format!("{:02}", self.number % 100),
            _ => u64::from(self.number).pow(4).to_string(),
        };
        text.splice(start..start + digits, number.into_bytes());
    }

    fn delete_line(&self, text: &mut Vec<u8>) {
        text.drain(line(text, self.place(0, text.len())));
    }

    fn move_line(&self, text: &mut Vec<u8>) {
        let moved = line(text, self.place(0, text.len()));
        let moved: Vec<u8> = if self.number.is_multiple_of(2) { text.drain(moved).collect() } else { text[moved].to_vec() };
        let at = line(text, self.place(1, text.len())).start;
        text.splice(at..at, moved);
    }

    /// Some lines of another seed.
    fn splice_lines(&self, text: &mut Vec<u8>) {
        let first = line(&self.other, self.place(0, self.other.len()));
        let last = line(&self.other, (first.end + usize::from(self.number % 200)).min(self.other.len()));
        let at = line(text, self.place(1, text.len())).start;
        text.splice(at..at, self.other[first.start..last.end.max(first.start)].iter().copied());
    }

    /// Copies the text after the first `=`, `:` or `,` of one line to another.
    fn swap_values(&self, text: &mut Vec<u8>) {
        let value = |place| {
            let line = line(text, place);
            let sign = text[line.clone()].iter().position(|byte| b"=:,".contains(byte))?;
            Some(line.start + sign + 1..line.end)
        };
        let (from, to) = (value(self.place(0, text.len())), value(self.place(1, text.len())));
        if let (Some(from), Some(to)) = (from, to) {
            let taken = text[from].to_vec();
            text.splice(to, taken);
        }
    }

    /// Compresses the text, as services send it.
    fn pack(&self, text: &mut Vec<u8>) {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
        encoder.write_all(text).unwrap();
        *text = encoder.finish().unwrap();
    }

    /// In UTF-16 with a byte order mark.
    fn widen(&self, text: &mut Vec<u8>) {
        let Ok(narrow) = std::str::from_utf8(text) else { return };
        *text = format!("\u{feff}{narrow}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    }

    /// Other line ends, or a byte order mark.
    fn end_lines(&self, text: &mut Vec<u8>) {
        let ends: [&[u8]; 4] = [b"\r\n", b"\r\n", b"\r", b" \n"];
        if self.number.is_multiple_of(3) {
            text.splice(0..0, "\u{feff}".bytes());
        } else {
            let lines: Vec<&[u8]> = text.split(|byte| *byte == b'\n').collect();
            *text = lines.join(ends[usize::from(self.number) % ends.len()]);
        }
    }
}

/// The line around a byte, with its end.
fn line(text: &[u8], at: usize) -> std::ops::Range<usize> {
    let start = text[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let end = text[at..].iter().position(|byte| *byte == b'\n').map_or(text.len(), |end| at + end + 1);
    start..end
}
