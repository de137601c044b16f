//! `list`: the names that the guidance knows.

use anstyle::Style;
use anyhow::Result;

use crate::cli::{CommonArguments, Listed};
use crate::command::{guidances, kinds, output};
use crate::explanation::{basis_name, level_name};
use crate::listing::{self, Listing};
use crate::render::json::to_text;
use crate::render::terminal::{FAINT, Page, STRONG};
use crate::text::counted;

pub(crate) fn run(what: Option<Listed>, common: &CommonArguments) -> Result<()> {
    let guidance = guidances::by_option(common)?;
    let is_wanted = |listed| what.is_none_or(|what| what == listed);
    let listing = Listing {
        criteria: is_wanted(Listed::Criteria).then(|| listing::criteria(&guidance)),
        types: is_wanted(Listed::Types).then(|| listing::types(&guidance)),
        metrics: is_wanted(Listed::Metrics).then(|| guidance.vocabulary.metrics.clone()),
        categories: is_wanted(Listed::Categories).then(|| listing::categories(&guidance)),
        areas: is_wanted(Listed::Areas).then(|| listing::areas(&guidance)),
        editions: is_wanted(Listed::Editions).then(listing::editions),
    };
    match *kinds::format(&["table", "json"], |name| name, &common.format, "list")? {
        "json" => output::print(&to_text(&listing)?),
        _ => output::print(&tables(&listing, &Page { look: output::look(common) })),
    }
}

/// One table below the other, each under its name.
fn tables(listing: &Listing, page: &Page) -> String {
    let mut tables: Vec<(&str, Vec<Vec<String>>)> = Vec::new();
    if let Some(criteria) = &listing.criteria {
        let row = |it: &listing::CriterionRow| {
            let cells = [&it.id, level_name(it.level), &it.wanted, basis_name(it.number_basis), &it.source];
            cells.map(str::to_owned).to_vec()
        };
        tables.push(("criteria", criteria.iter().map(row).collect()));
    }
    if let Some(types) = &listing.types {
        tables.push(("types", types.iter().map(|it| vec![it.id.clone(), it.what.clone()]).collect()));
    }
    if let Some(metrics) = &listing.metrics {
        tables.push(("metrics", metrics.iter().map(|it| vec![it.id.clone(), it.what.clone()]).collect()));
    }
    if let Some(categories) = &listing.categories {
        let areas = |areas| if areas > 0 { counted(areas as f64, "area", "areas") } else { String::new() };
        let row = |it: &listing::CategoryRow| vec![it.name.clone(), areas(it.areas)];
        tables.push(("categories", categories.iter().map(row).collect()));
    }
    if let Some(areas) = &listing.areas {
        tables.push(("areas", areas.iter().map(|it| vec![it.name.clone(), it.category.clone()]).collect()));
    }
    if let Some(editions) = &listing.editions {
        let row = |it: &listing::EditionRow| vec![it.id.to_owned(), it.title.clone(), it.source.clone()];
        tables.push(("editions", editions.iter().map(row).collect()));
    }
    let note = page.indented("A yardstick is a number of this tool: no official one exists.", " ", FAINT);
    let one = |(name, rows): &(&str, Vec<Vec<String>>)| {
        page.wrapped(&name.to_uppercase(), STRONG) + &table(rows, page) + if *name == "criteria" { &note } else { "" }
    };
    tables.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn table(rows: &[Vec<String>], page: &Page) -> String {
    if rows.is_empty() {
        return page.indented("none listed by this edition: any name is accepted", "  ", Style::new());
    }
    page.rows(rows)
}
