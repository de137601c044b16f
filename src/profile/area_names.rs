//! Technology areas of a profile: each is named once, however often and in whatever case it is written.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::profile::draft::Text;
use crate::profile::model::{AreaId, Areas};
use crate::source::Problems;
use crate::text::{closest, named};
use crate::vocabulary::Vocabulary;

/// The areas that occurred so far.
pub(crate) struct AreaNames<'v, 's> {
    vocabulary: &'v Vocabulary,
    pub(crate) names: Vec<Cow<'s, str>>,
    by_spelling: HashMap<Cow<'s, str>, AreaId>,
    /// Ids by name in small letters: looking through all names would take minutes where a file names very many.
    in_any_case: HashMap<String, AreaId>,
}

impl<'v, 's> AreaNames<'v, 's> {
    pub(crate) fn new(vocabulary: &'v Vocabulary) -> Self {
        Self { vocabulary, names: Vec::new(), by_spelling: HashMap::new(), in_any_case: HashMap::new() }
    }

    pub(crate) fn ids(&mut self, stated: Vec<Text<'s>>, problems: &mut Problems) -> Areas {
        let mut ids = Areas::new();
        for area in stated {
            if let Some(id) = self.id(area, problems)
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    fn id(&mut self, stated: Text<'s>, problems: &mut Problems) -> Option<AreaId> {
        if let Some(id) = self.by_spelling.get(&stated.value) {
            return Some(*id);
        }
        let id = match self.in_any_case.get(&in_any_case(&stated.value)) {
            Some(id) => *id,
            None => self.new_id(&stated, problems)?,
        };
        self.by_spelling.insert(stated.value, id);
        Some(id)
    }

    /// The id of an area that occurs for the first time, or of a listed one without its parenthesis.
    fn new_id(&mut self, stated: &Text<'s>, problems: &mut Problems) -> Option<AreaId> {
        let listed = self.vocabulary.area(&stated.value);
        if listed.is_none() && self.vocabulary.lists_areas() {
            self.warn_of_unlisted(stated, problems);
        }
        // Two spellings of one listed area are one area.
        let name: Cow<'s, str> = listed.map_or_else(|| stated.value.clone(), |name| Cow::Owned(name.to_owned()));
        let in_any_case = in_any_case(&name);
        if let Some(id) = self.in_any_case.get(&in_any_case) {
            return Some(*id);
        }
        let Ok(id) = u16::try_from(self.names.len()) else {
            problems.error(stated.span, "more than 65 535 different technology areas in one file", "name fewer");
            return None;
        };
        self.names.push(name);
        self.in_any_case.insert(in_any_case, AreaId(id));
        Some(AreaId(id))
    }

    fn warn_of_unlisted(&self, stated: &Text<'s>, problems: &mut Problems) {
        // To look for a name that is nearly the same takes a while, and a file may name very many.
        if problems.is_full_of_warnings() {
            return problems.count_warnings(1);
        }
        let help = match closest(&stated.value, self.vocabulary.areas()) {
            Some(area) => format!("did you mean `{area}`?"),
            None => "`mvp-check list areas` shows all of them; it is kept as it is".into(),
        };
        let message = format!("technology area {} is not in the edition's list", named(&stated.value));
        problems.warning(stated.span, message, help);
    }
}

/// An area by what all its spellings have in common.
fn in_any_case(name: &str) -> String {
    name.trim().to_ascii_lowercase()
}
