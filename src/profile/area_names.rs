//! Technology areas of a profile: each is named once, however often and in whatever case it is written.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::profile::draft::Text;
use crate::profile::model::{AreaId, Areas};
use crate::source::{Problem, Problems, Severity};
use crate::text::{closest, named};
use crate::vocabulary::Vocabulary;

/// The areas that occurred so far.
pub(crate) struct AreaNames<'v, 's> {
    vocabulary: &'v Vocabulary,
    pub(crate) names: Vec<Cow<'s, str>>,
    /// Ids by name in lower case: looking through all names would take minutes where a file names very many.
    ids: HashMap<String, AreaId>,
}

impl<'v, 's> AreaNames<'v, 's> {
    pub(crate) fn new(vocabulary: &'v Vocabulary) -> Self {
        Self { vocabulary, names: Vec::new(), ids: HashMap::new() }
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
        if let Some(id) = self.ids.get(&lower_case(&stated.value)) {
            return Some(*id);
        }
        let listed = self.vocabulary.area(&stated.value);
        if listed.is_none() && self.vocabulary.lists_areas() {
            problems.add_with(Severity::Warning, || self.unlisted(&stated));
        }
        // Two spellings of one listed area are one area.
        let name = listed.map_or(stated.value, |name| Cow::Owned(name.to_owned()));
        let lower_case = lower_case(&name);
        if let Some(id) = self.ids.get(&lower_case) {
            return Some(*id);
        }
        let Ok(id) = u16::try_from(self.names.len()) else {
            problems.error(stated.span, "more than 65 535 different technology areas in one file", "name fewer");
            return None;
        };
        self.names.push(name);
        self.ids.insert(lower_case, AreaId(id));
        Some(AreaId(id))
    }

    fn unlisted(&self, stated: &Text<'s>) -> Problem {
        let help = match closest(&stated.value, self.vocabulary.areas()) {
            Some(area) => format!("did you mean `{area}`?"),
            None => "`mvp-check list areas` shows all of them; it is kept as it is".into(),
        };
        let message = format!("technology area {} is not in the edition's list", named(&stated.value));
        Problem::new(Severity::Warning, stated.span, message, help)
    }
}

fn lower_case(name: &str) -> String {
    name.trim().to_ascii_lowercase()
}
