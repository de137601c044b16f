//! The tree of a guidance file to [`Guidance`], with everything that is wrong in it.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, ValueDeserializer};

use crate::guidance::blocks::{CriterionBlock, HeadBlock, MetricBlock, TypeBlock};
use crate::guidance::model::{Basis, Criterion, Guidance, Page};
use crate::source::{Problems, Span};
use crate::text::closest;
use crate::vocabulary::{ActivityType, AwardCategory, DayOfYear, Metric, MetricId, MetricOfType, Vocabulary};

/// A guidance file of one's own, beside the merged tree that it went into.
pub struct Own<'o, 'i> {
    /// Its tree before it was merged: mistakes are shown in it.
    pub tree: &'o DeTable<'i>,
    /// The source of the edition that it extends, which stays that of every criterion it leaves alone.
    pub extended_source: Option<String>,
}

/// Builds an edition, of one's own where `own` says so.
pub fn build(mut root: DeTable<'_>, own: Option<&Own<'_, '_>>, problems: &mut Problems) -> Option<Guidance> {
    let mut builder = Builder { own, problems, vocabulary: Vocabulary::default() };
    let metrics: Vec<(String, MetricBlock)> = builder.blocks(root.remove("metric"));
    let types: Vec<(String, TypeBlock)> = builder.blocks(root.remove("type"));
    let criteria: Vec<(String, CriterionBlock)> = builder.blocks(root.remove("criterion"));
    let pages: Vec<(String, Page)> = builder.blocks(root.remove("page"));
    let head = HeadBlock::deserialize(Deserializer::from(Spanned::new(0..0, root)));
    let head = head.map_err(|mistake| builder.mistake(&mistake, Span { start: 0, end: 0 })).ok()?;
    builder.head(&head);
    builder.metrics(metrics);
    builder.types(types);
    let criteria = builder.criteria(criteria, &head.source);
    let vocabulary = builder.vocabulary;
    let pages = pages.into_iter().map(|(id, page)| Page { id, ..page }).collect();
    (problems.errors() == 0).then_some(Guidance {
        id: head.id,
        title: head.title,
        year: head.year,
        source: head.source,
        see_also: head.see_also,
        vocabulary,
        criteria,
        verdict: head.verdict,
        closing: head.closing,
        seen_caveat: head.seen.caveat,
        pages,
    })
}

struct Builder<'b, 'i> {
    own: Option<&'b Own<'b, 'i>>,
    problems: &'b mut Problems,
    vocabulary: Vocabulary,
}

impl Builder<'_, '_> {
    /// Each table under one name, as far as it can be read.
    fn blocks<T: DeserializeOwned>(&mut self, section: Option<Spanned<DeValue<'_>>>) -> Vec<(String, T)> {
        let Some(section) = section else { return Vec::new() };
        let span = section.span();
        let DeValue::Table(table) = section.into_inner() else {
            self.problems.error(span, "a table is meant here", "");
            return Vec::new();
        };
        let mut blocks = Vec::with_capacity(table.len());
        for (id, value) in table {
            let span = Span::from(value.span());
            match T::deserialize(ValueDeserializer::from(value)) {
                Ok(block) => blocks.push((id.into_inner().into_owned(), block)),
                Err(mistake) => self.mistake(&mistake, span),
            }
        }
        blocks
    }

    fn mistake(&mut self, mistake: &toml::de::Error, block: Span) {
        let span = mistake.span().map_or(block, Span::from);
        self.problems.error(span, mistake.message().to_owned(), "");
    }

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

    /// Whether one's own file states a key.
    fn is_stated(&self, path: &[&str]) -> bool {
        let mut table = self.own.map(|own| own.tree);
        path.iter().all(|key| {
            let value = table.and_then(|table| table.get(*key));
            table = value.and_then(|value| value.get_ref().as_table());
            value.is_some()
        })
    }

    fn error(&mut self, path: &[&str], message: String, help: String) {
        let span = self.place(path);
        self.problems.error(span, message, help);
    }

    fn unknown<'n>(&mut self, path: &[&str], what: &str, name: &str, names: impl IntoIterator<Item = &'n str>) {
        let help = closest(name, names).map_or(String::new(), |known| format!("did you mean `{known}`?"));
        self.error(path, format!("unknown {what} `{}`", crate::text::short(name, 60)), help);
    }

    fn head(&mut self, head: &HeadBlock) {
        let is_day = |day: DayOfYear| (1..=12).contains(&day.month) && (1..=28).contains(&day.day);
        for (key, day) in [("cycle-start", head.award_window.cycle_start), ("decision", head.award_window.decision)] {
            if !is_day(day) {
                self.error(
                    &["award-window", key],
                    format!("`{key}` has a month from 1 to 12 and a day from 1 to 28"),
                    String::new(),
                );
            }
        }
        if !(1..=120).contains(&head.award_window.candidate_months) {
            self.error(&["award-window", "candidate-months"], "`candidate-months` is from 1 to 120".into(), String::new());
        }
        self.vocabulary.award_window = head.award_window;
        self.vocabulary.themes.clone_from(&head.themes);
        let categories = head.category.iter();
        self.vocabulary.categories =
            categories.map(|block| AwardCategory { name: block.name.clone(), areas: block.areas.clone() }).collect();
    }

    fn metrics(&mut self, metrics: Vec<(String, MetricBlock)>) {
        if metrics.len() > usize::from(u8::MAX) {
            self.error(&["metric"], "more than 255 metrics".into(), String::new());
        }
        let metrics = metrics.into_iter().map(|(id, block)| Metric {
            id,
            one: block.one,
            many: block.many,
            what: block.what,
            reach: block.reach,
            level: block.level,
            decimal_up_to: block.decimal_up_to,
        });
        self.vocabulary.metrics = metrics.collect();
    }

    fn types(&mut self, types: Vec<(String, TypeBlock)>) {
        if types.len() > usize::from(u8::MAX) {
            self.error(&["type"], "more than 255 types".into(), String::new());
        }
        let ids: Vec<String> = types.iter().map(|(id, _)| id.clone()).collect();
        for (id, block) in types {
            if !(block.weight.is_finite() && block.weight > 0.0) {
                self.error(&["type", &id, "weight"], "a weight is a number above 0".into(), String::new());
            }
            for near in block.near.iter().filter(|near| !ids.contains(near)) {
                self.unknown(&["type", &id, "near"], "activity type", near, ids.iter().map(String::as_str));
            }
            let metrics = self.metrics_of(&id, &block);
            self.vocabulary.types.push(ActivityType {
                one: block.one,
                many: block.many,
                what: block.what,
                counts: block.counts,
                weight: block.weight,
                channel: block.channel.unwrap_or_else(|| id.clone()),
                metrics,
                aliases: block.aliases,
                near: block.near,
                begin: block.begin,
                numbers: block.numbers,
                id,
            });
        }
    }

    fn metrics_of(&mut self, id: &str, block: &TypeBlock) -> Vec<MetricOfType> {
        let known: Vec<String> = self.vocabulary.metrics.iter().map(|metric| metric.id.clone()).collect();
        let mut metrics = Vec::with_capacity(block.metrics.len());
        for name in &block.metrics {
            match known.iter().zip(0..).find(|(metric, _)| *metric == name) {
                Some((_, at)) => metrics.push(MetricOfType { id: MetricId(at), notable: block.notable.get(name).copied() }),
                None => self.unknown(&["type", id, "metrics"], "metric", name, known.iter().map(String::as_str)),
            }
        }
        for name in block.notable.keys().filter(|name| !block.metrics.contains(name)) {
            self.unknown(&["type", id, "notable", name], "metric of this type", name, block.metrics.iter().map(String::as_str));
        }
        metrics
    }

    fn criteria(&mut self, blocks: Vec<(String, CriterionBlock)>, source: &str) -> Vec<Criterion> {
        let mut criteria: Vec<Criterion> = Vec::with_capacity(blocks.len());
        for (id, block) in blocks {
            self.check_names(&id, &block, &criteria);
            let (basis, number_basis) = self.basis(&id, &block);
            let extended = self.own.and_then(|own| own.extended_source.as_deref());
            let is_restated = self.is_stated(&["criterion", &id, "source"]);
            let document = extended.filter(|_| !is_restated).unwrap_or(source).to_owned();
            if !block.waivable {
                self.vocabulary.never_waived.push(id.clone());
            }
            self.vocabulary.criteria.push(id.clone());
            criteria.push(Criterion {
                id,
                title: block.title,
                theme: block.theme,
                check: block.check,
                after: block.after,
                level: block.level,
                basis,
                number_basis,
                needs_entries: block.needs_entries,
                per_category: block.per_category,
                source: block.source,
                document,
                why: block.why,
                how: block.how,
                advice: block.advice,
                unassessed: block.unassessed,
                seen: block.seen,
            });
        }
        criteria
    }

    fn check_names(&mut self, id: &str, block: &CriterionBlock, above: &[Criterion]) {
        if !self.vocabulary.themes.contains(&block.theme) {
            let themes = self.vocabulary.themes.clone();
            self.unknown(&["criterion", id, "theme"], "theme", &block.theme, themes.iter().map(String::as_str));
        }
        if let Some(after) = block.after.as_ref().filter(|after| !above.iter().any(|criterion| criterion.id == **after)) {
            let message = format!("`after` names a criterion above this one, not `{}`", crate::text::short(after, 60));
            self.error(&["criterion", id, "after"], message, String::new());
        }
        let types: Vec<String> = self.vocabulary.types.iter().map(|known| known.id.clone()).collect();
        for unknown in block.check.types().iter().filter(|name| !types.contains(name)) {
            self.unknown(&["criterion", id, "check"], "activity type", unknown, types.iter().map(String::as_str));
        }
        for (key, text) in [("advice", &block.advice), ("unassessed", &block.unassessed)] {
            for phrase in phrases(text) {
                if !block.check.measure().phrases().contains(&phrase) {
                    let known: Vec<String> = block.check.measure().phrases().iter().map(|known| format!("{{{known}}}")).collect();
                    let help = if known.is_empty() { "it has none".into() } else { format!("it has {}", known.join(", ")) };
                    self.error(&["criterion", id, key], format!("the check has no phrase {{{phrase}}}"), help);
                }
            }
        }
    }

    /// A number that one's own file changed is its own, whatever the file says; only the article or the program can be named as basis
    /// by the editions that ship.
    fn basis(&mut self, id: &str, block: &CriterionBlock) -> (Basis, Basis) {
        let number_basis = block.number_basis.unwrap_or(block.basis);
        if self.own.is_none() {
            return (block.basis, number_basis);
        }
        for (key, stated) in [("basis", block.basis), ("number-basis", number_basis)] {
            if self.is_stated(&["criterion", id, key]) && stated != Basis::Own {
                let message = format!("in a guidance file of one's own `{key}` is \"own\"");
                self.error(&["criterion", id, key], message, format!("leave `{key}` out"));
            }
        }
        let is_own_number = self.is_stated(&["criterion", id, "check"]);
        let is_own = is_own_number || self.is_stated(&["criterion", id, "level"]);
        (if is_own { Basis::Own } else { block.basis }, if is_own_number { Basis::Own } else { number_basis })
    }
}

/// Names in braces.
fn phrases(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
