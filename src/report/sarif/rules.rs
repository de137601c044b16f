//! The criteria of a run as rules of SARIF.

use std::collections::BTreeMap;

use crate::explanation::{Explanation, basis_name, explain, level_name};
use crate::guidance::{self, Criterion, Guidance};
use crate::link::address;
use crate::report::markdown::text::escaped;
use crate::report::sarif::types::{Configuration, Help, Level, Rule, RuleProperties, Text};
use crate::text::{capitalized, visible};

/// All criteria that profiles are judged by, each once.
pub struct Rules<'r> {
    /// In the order of the guidance, and of the profiles.
    pub rules: Vec<Rule>,
    /// The place of each criterion among them.
    places: BTreeMap<&'r str, usize>,
}

impl<'r> Rules<'r> {
    /// Collects the criteria of guidances, which share their id: they may still be two files that say the same of themselves. Where both
    /// have a criterion of the same id, the first one describes it.
    pub fn new(guidances: impl Iterator<Item = &'r Guidance>) -> Self {
        let mut rules = Self { rules: Vec::new(), places: BTreeMap::new() };
        for guidance in guidances {
            for criterion in &guidance.criteria {
                rules.places.entry(criterion.id.as_str()).or_insert_with(|| {
                    rules.rules.push(rule(criterion, guidance));
                    rules.rules.len() - 1
                });
            }
        }
        rules
    }

    /// The place of a criterion among the rules.
    pub fn place(&self, criterion: &Criterion) -> usize {
        self.places.get(criterion.id.as_str()).copied().unwrap_or_default()
    }
}

/// The level of a gap.
pub fn level(level: guidance::Level) -> Level {
    match level {
        guidance::Level::Required => Level::Error,
        guidance::Level::Recommended => Level::Warning,
        guidance::Level::Advisory => Level::Note,
    }
}

/// A text for people. Readers make a link of `[words](where)`: a blank parts it.
pub fn text(text: &str) -> Text {
    Text { text: visible(text).replace("](", "] (") }
}

fn rule(criterion: &Criterion, guidance: &Guidance) -> Rule {
    let theme = visible(&criterion.theme).into_owned();
    Rule {
        id: visible(&criterion.id).into_owned(),
        name: visible(&criterion.id).split('-').map(capitalized).collect(),
        short_description: text(&criterion.title),
        full_description: text(&criterion.why),
        help: help(criterion, guidance),
        help_uri: guidance.url.as_deref().and_then(address),
        default_configuration: Configuration { level: level(criterion.level) },
        properties: RuleProperties {
            level: level_name(criterion.level),
            basis: basis_name(criterion.basis),
            tags: [theme.clone()],
            theme,
        },
    }
}

/// What `explain` tells of the criterion.
fn help(criterion: &Criterion, guidance: &Guidance) -> Help {
    let parts = explain(&criterion.id, guidance).map_or(Vec::new(), |Explanation { parts, .. }| parts);
    let plain = parts.iter().map(|part| format!("{}: {}", part.heading, text(&part.text).text));
    let marked = parts.iter().map(|part| format!("**{}**: {}", part.heading, escaped(&part.text)));
    Help { text: plain.collect::<Vec<_>>().join("\n"), markdown: marked.collect::<Vec<_>>().join("\n\n") }
}
