//! A profile is read in pieces, each by a reader for plain tables where that is enough. Whatever a text holds, it has to come out as the
//! whole document does by the library.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mvp_check::document;
use mvp_check::profile::pieces::Pieces;
use mvp_check::profile::tables::{Kind, Table};
use mvp_check::profile::whole;
use mvp_check::source::{Problem, Problems, Source};
use proptest::test_runner::{Config, TestRunner};

/// The tables and mistakes of a text that is read in pieces of so many bytes.
fn in_pieces(source: &Source, bytes: usize) -> (Vec<Table<'_>>, Vec<Problem>) {
    let mut pieces = Pieces::of_bytes(source, bytes, usize::MAX);
    let (mut tables, mut problems) = (Vec::new(), Problems::default());
    loop {
        let read = pieces.read(|piece| piece);
        if read.is_empty() {
            return (tables, problems.sorted());
        }
        for (some, found) in read {
            tables.extend(some);
            problems.add_part(found, 0);
        }
    }
}

/// The same, read as one document.
fn as_one(source: &Source) -> (Vec<Table<'_>>, Vec<Problem>) {
    let mut problems = Problems::default();
    let document = document::parse(source, &mut problems);
    (whole::tables(document, source.text.len(), 0), problems.sorted())
}

fn assert_same(text: &str, bytes: usize) {
    let source = Source::new("x.toml", text);
    let ((mut pieces, found), (mut whole, told)) = (in_pieces(&source, bytes), as_one(&source));
    // In a tree a list knows the first of its headers only, and the keys of a table with headers below it may come in another order.
    for table in pieces.iter_mut().chain(&mut whole) {
        table.name.span = table.header;
        table.pairs.sort_by_key(|pair| pair.key.span);
    }
    let place = |problem: &Problem| (problem.span, problem.message.clone(), problem.related.clone());
    let (found, told): (Vec<_>, Vec<_>) = (found.iter().map(place).collect(), told.iter().map(place).collect());
    // A duplicate's first one may stand in a piece that is forgotten, and mistakes that come of others may differ.
    let first = |problems: &[(_, String, _)]| problems.first().map(|(span, message, _)| (*span, message.clone()));
    assert_eq!(first(&found), first(&told), "{bytes} bytes of\n{text}");
    if told.len() == 1 {
        assert_eq!(found, told, "{bytes} bytes of\n{text}");
    }
    if told.is_empty() {
        // As text: a number that is none is not equal to itself.
        assert_eq!(format!("{pieces:?}"), format!("{whole:?}"), "{bytes} bytes of\n{text}");
    }
}

/// Parts of a profile, valid in any order but for the ones that are told.
const PARTS: &[&str] = &[
    "[[contribution]]\ntype = \"article\"\ntitle = \"One\"\ndate = 2026-05-01\n",
    "[[contribution]]\ntitle = 'two' # [[contribution]]\ncount = 1_000\npaid = false\nurl = \"\\u0041\\tb\"\n",
    "[[contribution]]\ntechnology-areas = [\n  \"DevOps\", # one\n  \"C++\",\n]\nimpact = { views = 12_000, likes = 0x1F }\n",
    "[[contribution]]\ndescription = \"\"\"\n[[contribution]]\ntitle = \"not an entry\"\n[profile]\n\"\"\"\ntitle = \"three\"\n",
    "[[contribution]]\nnotes = '''\n[[contribution]]\n[[contribution]]\n[[contribution]]\n[[contribution]]\n'''\n",
    "  [[contribution]]   # begins behind blanks\n\ttitle = \"four\"\n",
    "[[contribution]]\ntitle = \"five\"\n[contribution.impact]\nviews = 3\nlikes = 4.5e3\n",
    "[[contribution]]\nimpact.views = 3\nimpact.likes = 4\n\"quoted key\" = [1, [2, 3], {a = {b = 1}}]\n",
    "[[contribution]]\r\ntitle = \"six\"\r\ndate = 2026-05-01T10:00:00Z\r\n",
    "[[channel]]\ntype = \"article\"\nimpact = { views = 9 }\n",
    "[[waive]]\ncriterion = \"x\"\nuntil = 10:00:00\n",
    "# a comment with [[contribution]]\n\n",
    "[ [contribution] ]\n",
    "[[ contribution ]]\ntitle = \"seven\"\n",
    "[[\"contribution\"]]\ntitle = \"eight\"\n",
    "[profile]\nname = \"A\"\nas-of = 2026-11-23\n",
    "[channel.impact]\nviews = 1\n",
    "[profile.more]\nx = -0\ny = +inf\nz = nan\n",
    "[other]\nx = 99999999999999999999\n",
    "[[contribution]]\ntitle = \"twice\"\ntitle = \"twice\"\n",
    "[[contribution]]\ntitle = \"open\n",
    "[[contribution]]\ndescription = \"\"\"\nopen\n",
    "[[contribution]]\ntitle =\n",
    "title = \"stray\"\n",
    "[[contribution]\n",
    "???\n",
    "\u{feff}[[contribution]]\ntitle = \"marked\"\n",
    "[[contribution]]\ndescription = '''\n[the repo](https://example.org) has it\n[one more]\n'''\n",
    "[[contribution]]\r\nnotes = \"\"\"\r\n[[contribution]]\r\n\"\"\"\r\n",
    "[[contribution]]\ntitle = \"a\rb\"\n",
    "profile = { name = \"First\" }\n",
    "profile.name = \"x\"\n",
    "contribution = [{ title = \"inline\" }]\n",
    "č\u{2028}\u{0}",
];

#[test]
fn a_text_in_pieces_says_what_the_whole_document_says() {
    let parts = proptest::collection::vec(proptest::sample::select(PARTS), 1..9);
    let mut runner = TestRunner::new_with_rng(
        Config { cases: 3_000, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let held = runner.run(&(parts, 1_usize..200), |(parts, bytes)| {
        assert_same(&parts.concat(), bytes);
        Ok(())
    });
    held.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_text_is_cut_where_it_can_be() {
    let entries = PARTS[..3].concat().repeat(20);
    let source = Source::new("x.toml", format!("[profile]\nname = \"A\"\n{entries}"));
    let mut pieces = Pieces::of_bytes(&source, 200, usize::MAX);
    let read = pieces.read(|(tables, _)| tables.len());
    assert!(read.len() > 10 && read.iter().all(|tables| *tables < 6), "{read:?}");
    assert_same(&source.text, 200);
}

#[test]
fn one_mistake_leaves_the_pieces_before_it_as_they_are() {
    let (before, after) = (PARTS[0].repeat(30), PARTS[1].repeat(30));
    let source = Source::new("x.toml", format!("{before}[[contribution]]\ntitle =\n{after}"));
    let (tables, problems) = in_pieces(&source, 300);
    assert_eq!(problems.iter().map(|problem| source.line(problem.span.unwrap().start)).collect::<Vec<_>>(), [122]);
    assert_eq!(tables.iter().filter(|table| table.kind == Kind::Item).count(), 61);
    assert_eq!(tables.iter().filter(|table| table.is_damaged).count(), 1);
}

#[test]
fn what_cannot_be_cut_and_is_too_large_is_not_read() {
    let entries = PARTS[0].repeat(20);
    for (text, line, told) in [
        // A second person: no piece knows of the other.
        (format!("[profile]\n{entries}[profile]\n"), 82, "keeps it from being cut"),
        // An entry that has mistakes, and more behind it than is read with it.
        (format!("{entries}[[contribution]]\ntitle =\n{entries}"), 81, "from here on the file is not read"),
    ] {
        let source = Source::new("x.toml", text);
        let read = |most: usize| {
            let mut pieces = Pieces::of_bytes(&source, 100, most);
            let parts = std::iter::from_fn(|| Some(pieces.read(|(_, problems)| problems)).filter(|read| !read.is_empty()));
            parts.flatten().flat_map(Problems::sorted).collect::<Vec<_>>()
        };
        assert!(read(usize::MAX).iter().all(|problem| !problem.message.contains(told)));
        let refused = read(10);
        assert!(refused[0].message.contains(told), "{refused:?}");
        assert_eq!(source.line(refused[0].span.unwrap().start), line);
    }
}

#[test]
fn texts_with_headers_in_every_entry_are_no_mistake() {
    for fakes in [1, 2, 3, 7, 40] {
        let entry = format!("[[contribution]]\nnotes = \"\"\"\n{}\"\"\"\n", "[[contribution]]\ntitle = 1\n".repeat(fakes));
        let source = Source::new("x.toml", entry.repeat(50));
        let (tables, problems) = in_pieces(&source, 90);
        assert!(problems.is_empty(), "{fakes}: {problems:?}");
        assert_eq!(tables.len(), 50, "{fakes}");
    }
}
