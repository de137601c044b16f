//! Focus, originality, paid work and links.

use super::{Row, row};
use crate::inner_tests::criteria::{DAY, PROGRAM, WORKSHOP, about, entry, linked, many, one, paid, person, titled};
use crate::inner_tests::reports::edition;

pub fn focus() -> Vec<Row> {
    let own = |entries: String| person(r#"technology-areas = [".NET"]"#) + &entries;
    let of_category = |area| person(r#"categories = ["Developer Technologies"]"#) + &about(area);
    let state = "State `technology-areas` in the entries of lines 8 and 13.";
    vec![
        row(own(about(".NET") + &about("Excel")), "met 0.5 of 0.5"),
        row(own(about(".NET") + &about("Excel").repeat(2)), "gap 0.333 of 0.5")
            .also("/fact", "33 % of what states an area is in your areas"),
        row(own(about(r#"Excel", ".NET"#)), "met 1 of 0.5"),
        // By amount: 0.4 against 1.
        row(own(many("question-answering", 4) + "technology-areas = [\".NET\"]\n" + &about("Excel")), "gap 0.286 of 0.5"),
        // Half of the amount has an area, then a third.
        row(own(about(".NET") + &one("article")), "met 1 of 0.5"),
        row(own(about(".NET") + &one("article").repeat(2)), "not-assessed").also("/advice", state),
        // Only the edition of 2026 lists areas.
        row(of_category("DevOps"), "not-assessed").only(WORKSHOP),
        row(of_category("DevOps"), "met 1 of 0.5").only(PROGRAM),
        row(of_category("Azure Storage"), "gap 0 of 0.5").only(PROGRAM),
    ]
}

pub fn originality() -> Vec<Row> {
    let parts = |parts: u32| (1..=parts).map(|part| titled("article", &format!("Part {part}"))).collect::<String>();
    let links = |first, second| linked("article", "2026-05-01", first) + &linked("article", "2026-06-01", second);
    let untidy = linked("video", DAY, "http://me@WWW.Example.org:80/a//?utm_source=mail&id=1#top");
    let old = titled("article", "Part 1").replace(DAY, "2025-11-23");
    vec![
        row(parts(7) + &parts(3), "met 0.7 of 0.7"),
        row(parts(9) + &parts(4), "gap 0.692 of 0.7").also("/fact", "9 of 13 are new (69 %)"),
        row(parts(1).repeat(1_500), "gap 0.001 of 0.7").also("/fact", "1 of 1 500 are new (0 %)"),
        row(titled("article", "Zero-downtime!") + &titled("article", "zero DOWNTIME"), "gap 0.5 of 0.7")
            .also("/contributions/0/line", 6),
        row(titled("talk", "Part 1") + &titled("video", "Part 1"), "met 1 of 0.7"),
        row(titled("article", "???").repeat(2), "met 1 of 0.7"),
        row(linked("article", DAY, "https://example.org/a?id=1") + &untidy, "gap 0.5 of 0.7"),
        row(links("https://example.org/a", "https://example.org/A"), "met 1 of 0.7"),
        row(links("https://example.org/a?id=1", "https://example.org/a?id=2"), "met 1 of 0.7"),
        // The earlier one is outside the window, or of a type that is not compared.
        row(old + &parts(1), "met 1 of 0.7"),
        row(titled("event", "Part 1").repeat(2) + &parts(1), "met 1 of 0.7"),
        row(one("event").repeat(2) + &one("question-answering"), "not-assessed"),
    ]
}

pub fn free_of_charge() -> Vec<Row> {
    let all_types =
        edition(PROGRAM).vocabulary.types.iter().filter(|known| known.counts()).map(|known| paid(&known.id)).collect::<String>();
    let advice = "Paid work is fine, and not what the award is for: leave line 6 out of this record, or share a part of it for free and enter that instead.";
    vec![
        row(one("video"), "met 0 of 0"),
        row(one("video") + &paid("video"), "gap 1 of 0").also("/advice", advice),
        row(entry("video", DAY, "paid = false"), "met 0 of 0"),
        // Other types may be paid.
        row(paid("article") + &paid("workshop"), "met 0 of 0").only(WORKSHOP).also("/fact", "no paid videos"),
        row(all_types.as_str(), "gap 1 of 0").only(WORKSHOP),
        row(all_types, "gap 10 of 0").only(PROGRAM),
        row(paid("book"), "met 0 of 0").only(WORKSHOP),
        row(paid("book"), "met 0 of 0").only(PROGRAM).also("/fact", "nothing paid, books aside"),
        row("", "not-assessed"),
    ]
}

pub fn evidence() -> Vec<Row> {
    let linked = |entries| linked("article", DAY, "https://example.org/a").repeat(entries);
    vec![
        row(linked(4) + &one("talk"), "met 0.8 of 0.8"),
        row(linked(3) + &one("talk"), "gap 0.75 of 0.8")
            .also("/fact", "3 of 4 entries have a link (75 %)")
            .also("/advice", "Add a `url` to line 16."),
        row(one("talk").repeat(1_500), "gap 0 of 0.8")
            .also("/advice", "Add a `url` to lines 1, 6, 11, 16, 21 and 1 495 more; 1 200 of them would do."),
        row("", "not-assessed"),
    ]
}
