//! Names of activity types, as other people's tables write them.

use std::collections::HashMap;

use crate::import::column_keys::folded;
use crate::text::named;
use crate::vocabulary::{ActivityType, Vocabulary};

/// Activity types by their names: ids, the portal's, and words for one and several; without case and blanks.
pub(crate) struct TypeNames<'v> {
    types: HashMap<String, &'v ActivityType>,
}

impl<'v> TypeNames<'v> {
    /// The names of an edition. Where two types share one, ids come before the portal's names, and these before words.
    pub(crate) fn of(vocabulary: &'v Vocabulary) -> Self {
        let mut types = HashMap::new();
        let ids = vocabulary.types.iter().map(|known| (known.id.as_str(), known));
        let aliases = vocabulary.types.iter().flat_map(|known| known.aliases.iter().map(move |alias| (alias.as_str(), known)));
        let words = vocabulary.types.iter().flat_map(|known| [(known.word(), known), (known.many.as_str(), known)]);
        for (name, known) in ids.chain(aliases).chain(words) {
            types.entry(folded(name)).or_insert(known);
        }
        Self { types }
    }

    pub(crate) fn find(&self, name: &str) -> Option<&'v ActivityType> {
        self.types.get(&folded(without_article(name.trim()))).copied()
    }

    /// The type with a name, else the one of `--type`.
    pub(crate) fn find_or(&self, name: Option<&str>, asked: Option<&str>) -> Result<&'v ActivityType, String> {
        let found = name.and_then(|name| self.find(name)).or_else(|| asked.and_then(|id| self.find(id)));
        found.ok_or_else(|| match name {
            Some(name) => format!("unknown activity type {}: --type TYPE says what it is", named(name)),
            None => "no activity type: --type TYPE says what it is".into(),
        })
    }
}

fn without_article(words: &str) -> &str {
    words.strip_prefix("a ").or(words.strip_prefix("an ")).unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guidance::shipped;

    #[test]
    fn a_type_is_known_by_its_id_the_portals_names_and_its_words() {
        let vocabulary = shipped("workshop-2020").unwrap().vocabulary;
        let names = TypeNames::of(&vocabulary);
        let cases = [
            ("open-source", "open-source"),
            ("Open Source", "open-source"),
            ("blog/website post", "article"),
            (" BLOG/WEBSITE POST ", "article"),
            ("Talks", "talk"),
            ("a talk", "talk"),
            ("Answer", "question-answering"),
            ("pieces of product feedback", "product-feedback"),
        ];
        for (name, id) in cases {
            assert_eq!(names.find(name).map(|known| known.id.as_str()), Some(id), "{name}");
        }
        assert!(names.find("").is_none() && names.find("juggling").is_none());
    }
}
