//! What is wrong in a guidance, shown in the file that it is written in.

use toml::de::DeTable;

use crate::source::{Problems, Span};
use crate::text::{closest, named};

/// A guidance file of one's own, beside the merged blocks that it went into.
pub(crate) struct Own<'o, 'i> {
    /// Its tree before it was merged: mistakes are shown in it.
    pub(crate) tree: &'o DeTable<'i>,
    /// The source of the edition that it extends, which stays that of every criterion it leaves alone.
    pub(crate) extended_source: Option<String>,
    /// Ids of blocks that could not be read. That was told: who names one of them makes no mistake.
    pub(crate) unread: Vec<String>,
}

/// What is wrong, shown in one's own file.
pub(crate) struct Mistakes<'m, 'i> {
    /// The file; none for an edition that ships.
    pub(crate) own: Option<&'m Own<'m, 'i>>,
    pub(crate) problems: &'m mut Problems,
}

impl Mistakes<'_, '_> {
    /// Where a key path stands in one's own file, or as much of the path as is there.
    fn place(&self, path: &[&str]) -> Span {
        let mut span = Span { start: 0, end: 0 };
        let mut table = self.own.map(|own| own.tree);
        for key in path {
            let Some(value) = table.and_then(|table| table.get(*key)) else { break };
            span = value.span().into();
            table = value.get_ref().as_table();
        }
        span
    }

    pub(crate) fn is_stated(&self, path: &[&str]) -> bool {
        let mut table = self.own.map(|own| own.tree);
        path.iter().all(|key| {
            let value = table.and_then(|table| table.get(*key));
            table = value.and_then(|value| value.get_ref().as_table());
            value.is_some()
        })
    }

    /// Whether there is a block of this id that could not be read.
    pub(crate) fn is_unread(&self, id: &str) -> bool {
        self.own.is_some_and(|own| own.unread.iter().any(|unread| unread == id))
    }

    pub(crate) fn add(&mut self, path: &[&str], message: impl Into<String>, help: impl Into<String>) {
        let span = self.place(path);
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
