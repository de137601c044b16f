//! A source to a profile, piece by piece, so that never more than a few pieces of a large file are at hand as tables.

use crate::profile::draft::PersonDraft;
use crate::profile::model::Profile;
use crate::profile::pieces::Pieces;
use crate::profile::read::{self, Part};
use crate::profile::resolve::{Elsewhere, Resolver};
use crate::source::{Problems, Source};
use crate::threads;
use crate::vocabulary::Vocabulary;

/// A profile of which so much is read that it is known by which guidance it is to be judged.
#[derive(Debug)]
pub struct Draft<'s> {
    /// The `[profile]` table.
    pub person: PersonDraft<'s>,
    /// What is wrong so far.
    pub problems: Problems,
    source: &'s Source,
    /// What was read on the way.
    read: Vec<Part<'s>>,
    /// What is still to be read.
    pieces: Pieces<'s>,
}

/// Reads a profile up to its `[profile]` table, which is nearly always the first one.
pub fn read(source: &Source) -> Draft<'_> {
    let mut draft = Draft {
        person: PersonDraft::default(),
        problems: Problems::default(),
        source,
        read: Vec::new(),
        pieces: Pieces::of(source),
    };
    loop {
        let parts = draft.pieces.read(|piece| read::read(source, piece));
        let is_end = parts.is_empty();
        draft.read.extend(parts);
        let person = draft.read.iter_mut().find_map(|part| part.person.take());
        let is_found = person.is_some();
        draft.person = person.unwrap_or_default();
        if is_found || is_end {
            return draft;
        }
    }
}

impl<'s> Draft<'s> {
    /// Reads the rest, and resolves all names. The profile may be judged only where no error is among the problems.
    pub fn resolve(self, vocabulary: &Vocabulary, elsewhere: Elsewhere<'_>) -> (Profile<'s>, Problems) {
        let Self { person, problems, source, read: mut parts, mut pieces } = self;
        let mut resolver = Resolver::new(vocabulary, elsewhere, problems);
        let mut profile = resolver.profile(person);
        // At once: a list that grows leaves half its size behind, again and again.
        profile.contributions.reserve_exact(pieces.entries());
        while !parts.is_empty() {
            let add = || parts.into_iter().for_each(|part| resolver.add(part, &mut profile));
            if pieces.is_end() {
                add();
                break;
            }
            parts = threads::join(add, || pieces.read(|piece| read::read(source, piece))).1;
        }
        let (area_names, problems) = resolver.finish();
        (Profile { area_names, ..profile }, problems)
    }
}
