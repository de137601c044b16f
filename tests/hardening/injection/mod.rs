//! Text that other people wrote, in every output: it is shown, and never obeyed.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread;

use live::{harmless, words_like};
use outputs::{GROUPS, Output, outputs};

use crate::helpers::checks::reading::{Read, read};
use crate::helpers::payloads::payloads;

mod caught;
mod live;
mod outputs;
mod sources;

/// The outputs of a group with harmless words.
type Expected = Arc<Vec<(Output, Read)>>;

/// What the outputs of a text are compared with: the same outputs with harmless words, by words and group.
#[derive(Default)]
struct Comparison {
    known: Mutex<BTreeMap<(String, usize), Expected>>,
    live: Mutex<Vec<String>>,
}

fn expected(words: &str, group: usize) -> Expected {
    let read = |output: Output| {
        // A command that fails prints nothing.
        let read = if output.text.is_empty() { Ok(Read::Text) } else { read(output.kind, &output.text) };
        let read = read.unwrap_or_else(|wrong| panic!("{}: {wrong}", output.name));
        (output, read)
    };
    Arc::new(outputs(words, group).into_iter().map(read).collect())
}

impl Comparison {
    /// Compares the outputs of a text in a group.
    fn check(&self, text: &str, group: usize) {
        let words = words_like(text);
        let known = self.known.lock().unwrap().get(&(words.clone(), group)).cloned();
        let plain = known.unwrap_or_else(|| {
            let plain = expected(&words, group);
            self.known.lock().unwrap().insert((words.clone(), group), Arc::clone(&plain));
            plain
        });
        let found = outputs(text, group);
        assert_eq!(found.len(), plain.len(), "{text:?}");
        for (output, (expected, read)) in found.iter().zip(plain.iter()) {
            assert_eq!(output.name, expected.name);
            // A text is printed wherever harmless words are.
            let checked = match (output.text.is_empty(), expected.text.is_empty()) {
                (true, true) => Ok(()),
                (false, false) => harmless(output, read, text, &words),
                _ => Err(format!("{:?} instead of {:?}", output.text, expected.text)),
            };
            if let Err(wrong) = checked {
                self.live.lock().unwrap().push(format!("{}, {text:?}: {wrong:.600}", output.name));
            }
        }
    }
}

/// Checks pairs of a text and a group on two threads.
fn assert_harmless(pairs: &[(&str, usize)]) {
    let comparison = Comparison::default();
    thread::scope(|scope| {
        for first in 0..2 {
            let comparison = &comparison;
            scope.spawn(move || pairs.iter().skip(first).step_by(2).for_each(|(text, group)| comparison.check(text, *group)));
        }
    });
    let live = comparison.live.into_inner().unwrap();
    assert!(live.is_empty(), "{}", live.join("\n\n"));
}

/// Each text in the reports on a team, in HTML if it has a tag; and each other output with a few texts.
#[test]
fn no_text_comes_alive() {
    let texts = payloads();
    let mut pairs = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let text = text.as_str();
        pairs.push((text, 0));
        pairs.extend(text.contains('<').then_some((text, 1)));
        pairs.extend((at % 2 == 0).then_some((text, 2 + at / 2 % (GROUPS - 2))));
    }
    assert_harmless(&pairs);
}

#[test]
#[ignore = "takes minutes: each text in each output"]
fn no_text_comes_alive_anywhere() {
    let texts = payloads();
    let pairs: Vec<_> = texts.iter().flat_map(|text| (0..GROUPS).map(|group| (text.as_str(), group))).collect();
    assert_harmless(&pairs);
}
