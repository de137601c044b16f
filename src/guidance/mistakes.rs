//! What is wrong in a guidance, shown in the file that it is written in.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::source::{Problems, Span};
use crate::text::{closest, named};

/// A guidance file of one's own, beside the merged blocks that it went into.
pub(crate) struct Own<'o, 'i> {
    /// Its tree before it was merged: mistakes are shown in it.
    pub(crate) tree: &'o DeTable<'i>,
    /// The source of the edition that it extends, which stays that of every criterion it leaves alone.
    pub(crate) extended_source: Option<String>,
    /// Ids of blocks that could not be read, which is reported: to name one of them is not another mistake.
    pub(crate) unread: Vec<String>,
}

/// What is wrong, shown in one's own file.
pub(crate) struct Mistakes<'m, 'i> {
    /// The file; none for an edition that ships.
    pub(crate) own: Option<&'m Own<'m, 'i>>,
    pub(crate) problems: &'m mut Problems,
}

impl Mistakes<'_, '_> {
    /// The values along a key path in one's own file, as far as it is there.
    fn values(&self, path: &[&str]) -> Vec<&Spanned<DeValue<'_>>> {
        let mut table = self.own.map(|own| own.tree);
        let along = path.iter().map_while(|key| {
            let value = table?.get(*key)?;
            table = value.get_ref().as_table();
            Some(value)
        });
        along.collect()
    }

    pub(crate) fn is_stated(&self, path: &[&str]) -> bool {
        self.values(path).len() == path.len()
    }

    /// Whether there is a block of this id that could not be read.
    pub(crate) fn is_unread(&self, id: &str) -> bool {
        self.own.is_some_and(|own| own.unread.iter().any(|unread| unread == id))
    }

    pub(crate) fn add(&mut self, path: &[&str], message: impl Into<String>, help: impl Into<String>) {
        let span = self.values(path).last().map_or(Span { start: 0, end: 0 }, |value| value.span().into());
        self.problems.error(span, message, help);
    }

    pub(crate) fn unknown<'n>(&mut self, path: &[&str], what: &str, name: &str, names: impl IntoIterator<Item = &'n str>) {
        if self.is_unread(name) {
            return;
        }
        let help = closest(name, names).map_or(String::new(), |known| format!("did you mean `{known}`?"));
        self.add(path, format!("unknown {what} {}", named(name)), help);
    }
}
