//! Other people's text in everything that is written: it is shown, never obeyed.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

use live::{harmless, words_like};
use outputs::{Output, outputs};

use crate::checks::reading::{Read, read};
use crate::common::figure;
use crate::common::payloads::{further_payloads, payloads};

#[path = "injection/caught.rs"]
mod caught;
#[path = "injection/live.rs"]
mod live;
#[path = "injection/outputs.rs"]
mod outputs;
#[path = "injection/sources.rs"]
pub mod sources;

/// The outputs of plain words, as they are read.
fn plain(words: &str) -> Vec<(Output, Read)> {
    let read = |output: Output| {
        let read = match output.text.as_str() {
            // A command that was refused has printed nothing.
            "" => Read::Text,
            text => read(output.kind, text).unwrap_or_else(|wrong| panic!("{}: {wrong}", output.name)),
        };
        (output, read)
    };
    outputs(words).into_iter().map(read).collect()
}

/// What came alive of a text, with the output in which it did.
fn live(text: &str, plain: &[(Output, Read)], words: &str) -> Vec<String> {
    let outputs = outputs(text);
    assert_eq!(outputs.len(), plain.len(), "{text:?}");
    let pairs = outputs.iter().zip(plain);
    let checked = pairs.map(|(output, (expected, read))| {
        assert_eq!(output.name, expected.name);
        // What plain words make is made of every text.
        let checked = match (output.text.is_empty(), expected.text.is_empty()) {
            (true, true) => Ok(()),
            (false, false) => harmless(output, read, text, words),
            _ => Err(format!("{:?} instead of {:?}", output.text, expected.text)),
        };
        checked.map_err(|wrong| format!("{}, {text:?}: {wrong:.600}", output.name))
    });
    checked.filter_map(Result::err).collect()
}

#[test]
#[ignore = "tries every text in every output: about a minute"]
fn no_text_comes_alive() {
    let texts = [payloads(), further_payloads()].concat();
    let mut expected: BTreeMap<String, Vec<(Output, Read)>> = BTreeMap::new();
    for text in &texts {
        expected.entry(words_like(text)).or_insert_with_key(|words| plain(words));
    }
    let found = Mutex::new(Vec::new());
    let (texts, expected_of) = (&texts, &expected);
    thread::scope(|scope| {
        for first in 0..2 {
            let found = &found;
            scope.spawn(move || {
                for text in texts.iter().skip(first).step_by(2) {
                    let words = words_like(text);
                    found.lock().unwrap().extend(live(text, &expected_of[&words], &words));
                }
            });
        }
    });
    let found = found.into_inner().unwrap();
    let outputs = expected.values().next().unwrap().len();
    figure::print(format!("{} payloads x {outputs} outputs, {} live", texts.len(), found.len()));
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}
