//! A guidance file on top of the edition that it extends.

use std::mem;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Lays `changes` over `base`: tables are merged key by key, everything else is replaced. The place of a changed value is that of the
/// change, so that a mistake is shown in the file that made it; the order of the base stays.
pub(crate) fn merge<'i>(base: &mut DeTable<'i>, changes: DeTable<'i>) {
    for (key, change) in changes {
        let Some(old) = base.get_mut(key.get_ref().as_ref()) else {
            base.insert(key, change);
            continue;
        };
        // Another check has thresholds of its own: nothing of the old one stays.
        let is_other_check = key.get_ref() == "check" && first_key(old) != first_key(&change);
        let span = change.span();
        match (mem::replace(old, change), old.get_mut()) {
            (was, DeValue::Table(new)) if was.get_ref().is_table() && !is_other_check => {
                let DeValue::Table(mut merged) = was.into_inner() else { continue };
                merge(&mut merged, mem::take(new));
                *old = Spanned::new(span, DeValue::Table(merged));
            }
            _ => {}
        }
    }
}

fn first_key<'t>(value: &'t Spanned<DeValue<'_>>) -> Option<&'t str> {
    value.get_ref().as_table()?.keys().next().map(|key| key.get_ref().as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(base: &'static str, changes: &'static str) -> toml::Table {
        let mut table = DeTable::parse(base).unwrap().into_inner();
        merge(&mut table, DeTable::parse(changes).unwrap().into_inner());
        let merged = toml::de::Deserializer::from(Spanned::new(0..0, table));
        serde::Deserialize::deserialize(merged).unwrap()
    }

    #[test]
    fn tables_are_merged_and_the_rest_is_replaced() {
        let found = merged("a = 1\nlist = [1, 2]\n[t]\nx = 1\ny = 2", "list = [3]\n[t]\ny = 3\nz = 4");
        assert_eq!(found, toml::from_str("a = 1\nlist = [3]\n[t]\nx = 1\ny = 3\nz = 4").unwrap());
        assert_eq!(found.keys().collect::<Vec<_>>(), ["a", "list", "t"]);
    }

    #[test]
    fn a_check_keeps_its_other_thresholds_and_loses_those_of_another_check() {
        let base = "[c]\ncheck = { regularity = { active-months = 7, longest-gap-days = 90 } }";
        let same = merged(base, "[c]\ncheck.regularity.active-months = 5");
        assert_eq!(same, toml::from_str("[c]\ncheck = { regularity = { active-months = 5, longest-gap-days = 90 } }").unwrap());
        let other = merged(base, "[c]\ncheck = { amount = { at-least = 3 } }");
        assert_eq!(other, toml::from_str("[c]\ncheck = { amount = { at-least = 3 } }").unwrap());
    }
}
