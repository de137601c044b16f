//! The HTML report, parsed as a browser parses it, has the content of the JSON report. `tests/outside/page.mjs` tests its layout in a browser.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::Value;

use crate::helpers::checks::page::{Element, Page};
use crate::helpers::payloads::escaped;
use crate::helpers::program::{EXAMPLES, Folder, INVALID, json, written};

/// The HTML report on profiles.
fn page(profiles: &[&str]) -> Page {
    let page = Page::new(&written("html", profiles));
    page.harmless().unwrap_or_else(|wrong| panic!("{profiles:?}: {wrong}"));
    page
}

/// The HTML report and the JSON report on a profile with this text.
fn reports(text: &str) -> (Page, Value) {
    let folder = Folder::new();
    let path = folder.named("profile.toml", text);
    (page(&[&path]), json(&path))
}

/// Profiles with few or no contributions.
fn sparse_profiles() -> [String; 4] {
    let day = "as-of = 2024-02-29\n";
    let video =
        "[[contribution]]\ntype = \"video\"\ntitle = \"Seen\"\ndate = 2023-03-01\nimpact = { views = 1_000_000_000_000 }\n";
    [
        format!("[profile]\n{day}"),
        format!("[profile]\n{day}[[contribution]]\ntype = \"talk\"\ntitle = \"To come\"\ndate = 2024-03-01\n"),
        format!("[profile]\n{day}{video}"),
        format!("[profile]\nstage = \"renewal\"\nas-of = 2023-07-01\n{video}"),
    ]
}

/// Each example with its HTML report and its JSON report.
static PAGES: LazyLock<Vec<(String, Page, Value)>> = LazyLock::new(|| {
    let folder = Folder::new();
    let sparse = sparse_profiles().into_iter().enumerate();
    let sparse = sparse.map(|(at, text)| folder.named(&format!("{at}.toml"), text));
    let profiles = EXAMPLES.map(str::to_owned).into_iter().chain(sparse);
    profiles.map(|profile| (profile.clone(), page(&[&profile]), json(&profile))).collect()
});

fn each_page(check: impl Fn(&str, &Page, &Value)) {
    PAGES.iter().for_each(|(profile, page, report)| check(profile, page, report));
}

#[test]
fn a_report_is_a_document_with_headings() {
    each_page(|what, page, _| {
        assert_eq!(page.only("html").attribute("lang"), "en", "{what}");
        assert!(page.only("title").text.ends_with(" · mvp-check"), "{what}");
        let headings: Vec<u32> = page.headings().iter().map(|(level, _)| *level).collect();
        assert_eq!(headings[0], 1, "{what}");
        assert!(headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{what}: {headings:?}");
        assert_eq!(page.all("main").count(), 1, "{what}");
    });
}

#[test]
fn every_chart_is_well_formed_svg() {
    each_page(|what, page, _| {
        let drawings = page.drawings();
        assert!(drawings.len() >= 3, "{what}");
        for drawing in drawings {
            let parsed = roxmltree::Document::parse(drawing).unwrap_or_else(|error| panic!("{what}: {error} in {drawing}"));
            let root = parsed.root_element();
            assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"), "{what}");
            let is_told = root.attribute("role") == Some("img") && root.attribute("aria-label").is_some_and(|it| it.len() > 20);
            assert!(is_told || root.attribute("aria-hidden") == Some("true"), "{what}: {drawing}");
        }
    });
}

/// The days of the calendar with their amounts.
fn cells(page: &Page) -> Vec<(NaiveDate, f64)> {
    let cells = page.all("rect").filter(|rect| rect.attributes.contains_key("data-date"));
    cells.map(|rect| (rect.attribute("data-date").parse().unwrap(), rect.attribute("data-amount").parse().unwrap())).collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value}"))
}

fn assert_close(a: f64, b: f64, what: &str) {
    assert!((a - b).abs() <= 1e-6 * b.abs().max(1.0), "{what}: {a} is not {b}");
}

#[test]
fn the_calendar_has_a_cell_a_day_and_sums_as_the_report_does() {
    each_page(|what, page, report| {
        let cells = cells(page);
        let [from, until] = ["from", "until"].map(|end| report["window"][end].as_str().unwrap().parse::<NaiveDate>().unwrap());
        let days: Vec<NaiveDate> = from.iter_days().take_while(|day| *day <= until).collect();
        assert_eq!(cells.iter().map(|(day, _)| *day).collect::<Vec<_>>(), days, "{what}");
        assert_close(cells.iter().map(|(_, amount)| amount).sum(), number(&report["activity"]["amount"]), what);
        let mut months: BTreeMap<String, f64> = BTreeMap::new();
        for (day, amount) in cells {
            *months.entry(day.format("%Y-%m").to_string()).or_default() += amount;
        }
        for month in report["activity"]["months"].as_array().unwrap() {
            let name = month["month"].as_str().unwrap();
            assert_close(months.remove(name).unwrap(), number(&month["amount"]), &format!("{what} {name}"));
        }
        assert!(months.values().all(|amount| *amount == 0.0), "{what}: days to come are empty");
    });
}

/// A column in the table of a chart: the numbers in its rows, and the sum in the last one.
fn column(figure: &Element, page: &Page, at: usize) -> (Vec<f64>, f64) {
    let rows = page.within(figure, "tr").filter(|row| page.within(row, "td").next().is_some());
    let mut values: Vec<f64> = rows
        .map(|row| page.within(row, "data").nth(at).map_or(f64::NAN, |data| data.attribute("value").parse().unwrap()))
        .collect();
    let sum = values.pop().unwrap();
    (values, sum)
}

#[test]
fn every_chart_has_a_title_and_a_table_with_its_numbers() {
    each_page(|what, page, report| {
        let activity = &report["activity"];
        let amount = number(&activity["amount"]);
        let [online, in_person] = ["online", "in_person"].map(|way| number(&activity["reach"][way]));
        let is_timeline = |figure: &&Element| page.within(figure, "h3").next().unwrap().text == "If nothing new is done";
        let (timelines, figures): (Vec<&Element>, Vec<&Element>) = page.all("figure").partition(is_timeline);
        assert_eq!(timelines.len(), 1, "{what}");
        let expected = 1 + usize::from(amount > 0.0) + usize::from(online + in_person > 0.0);
        assert_eq!(figures.len(), expected, "{what}");
        for figure in figures {
            let title = page.within(figure, "h3").next().unwrap();
            assert_eq!(figure.attribute("aria-labelledby"), title.attribute("id"), "{what}");
            assert_eq!(page.within(figure, "table").count(), 1, "{what}");
            let sums: Vec<f64> = match title.text.as_str() {
                "Day by day" | "By type" => vec![amount],
                "People reached" => vec![online, in_person],
                other => panic!("{what}: {other}"),
            };
            for (at, expected) in sums.into_iter().enumerate() {
                let (rows, sum) = column(figure, page, at);
                assert_close(sum, expected, &format!("{what} {}", title.text));
                assert_close(rows.iter().sum(), expected, &format!("{what} {}", title.text));
            }
            let drawn = page.within(figure, "rect").filter_map(|rect| rect.attributes.get("data-amount"));
            let drawn: f64 = drawn.map(|amount| amount.parse::<f64>().unwrap()).sum();
            match title.text.as_str() {
                "Day by day" | "By type" => assert_close(drawn, amount, what),
                _ => assert_close(drawn, online + in_person, what),
            }
        }
    });
}

#[test]
fn each_row_of_the_timeline_covers_the_year_and_each_change_is_listed() {
    each_page(|what, page, _| {
        let timeline = page.all("svg").find(|svg| svg.attribute("class") == "timeline").unwrap();
        let number = |rect: &Element, name: &str| rect.attribute(name).parse::<f64>().unwrap();
        let mut lanes: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
        for rect in page.within(timeline, "rect") {
            // Parts of a row have the same middle, thick or thin.
            let middle = number(rect, "y") + number(rect, "height") / 2.0;
            lanes.entry(format!("{middle:07.2}")).or_default().push((number(rect, "x"), number(rect, "width")));
        }
        for parts in lanes.values() {
            let mut end = 0.0;
            for (x, width) in parts {
                assert!((x - end).abs() < 0.05, "{what}: {parts:?}");
                end = x + width;
            }
            assert!((end - 352.0).abs() < 0.05, "{what}: {parts:?}");
        }
        let turns = page.all("ol").filter(|list| list.attribute("class") == "turns").flat_map(|list| page.within(list, "li"));
        let turns: Vec<&Element> = turns.collect();
        let gaps = turns.iter().filter(|turn| turn.text.contains("gap")).count();
        assert_eq!(gaps == 0, lanes.len() == 1, "{what}");
        assert!(turns.iter().all(|turn| page.within(turn, "time").count() == 1), "{what}");
    });
}

#[test]
fn every_finding_is_shown_with_its_contributions() {
    each_page(|what, page, report| {
        let findings: Vec<&Element> = page.all("li").filter(|item| item.attribute("class").starts_with("finding ")).collect();
        let expected = report["findings"].as_array().unwrap();
        assert_eq!(findings.len(), expected.len(), "{what}");
        for finding in expected {
            let category = finding["category"].as_str().map_or(String::new(), |name| format!("{name}: "));
            let fact = category + finding["fact"].as_str().unwrap();
            let title = finding["title"].as_str().unwrap().split(": ").next().unwrap();
            let result =
                format!("{} · {}", finding["outcome"].as_str().unwrap().replace('-', " "), finding["level"].as_str().unwrap());
            let told = findings.iter().find(|item| {
                let text = |name: &'static str| page.within(item, name).next().map_or("", |element| element.text.as_str());
                text("h4") == title && text("dd") == fact && item.text.contains(&result)
            });
            let told = told.unwrap_or_else(|| panic!("{what}: {title} {result} {fact}"));
            if let Some(advice) = finding["advice"].as_str() {
                assert!(told.text.contains(&advice.replace('`', "")), "{what}: {advice}");
            }
            let entries: Vec<&Element> = page.within(told, "li").collect();
            let contributions = finding["contributions"].as_array().unwrap();
            assert_eq!(entries.len(), contributions.len(), "{what}");
            for (entry, contribution) in entries.iter().zip(contributions) {
                let title = contribution["title"].as_str().unwrap();
                assert!(entry.text.starts_with(title), "{what}: {title}");
                assert!(entry.text.ends_with(&format!("line {}", contribution["line"])), "{what}: {}", entry.text);
            }
        }
    });
}

#[test]
fn charts_put_numbers_into_their_months() {
    let (page, _) = reports(
        "[profile]\nas-of = 2026-03-31\n\
         [[contribution]]\ntype = \"article\"\ntitle = \"Over the turn of a month\"\ndate = 2026-01-30\nuntil = 2026-02-02\n\
         impact = { views = 400 }\n\
         [[contribution]]\ntype = \"talk\"\ntitle = \"One evening\"\ndate = 2026-02-10\nimpact = { attendees = 30 }\n\
         [[channel]]\ntype = \"video\"\ntitle = \"Channel\"\nurl = \"https://video.example.org\"\ndate = 2026-03-22\nuntil = 2026-03-31\n\
         impact = { views = 1000 }\n",
    );
    let last = |name: &str, at: usize, rows: usize| {
        let (values, _) = column(figure(&page, name), &page, at);
        values[values.len() - rows..].to_vec()
    };
    // Two of the article's four days are in January.
    assert_eq!(last("People reached", 0, 4), [0.0, 200.0, 200.0, 1000.0]);
    assert_eq!(last("People reached", 1, 4), [0.0, 0.0, 30.0, 0.0]);
    assert_eq!(last("Day by day", 0, 3), [0.5, 1.5, 0.0]);
}

/// The chart with a heading.
fn figure<'p>(page: &'p Page, heading: &str) -> &'p Element {
    page.all("figure").find(|figure| page.within(figure, "h3").next().unwrap().text == heading).unwrap()
}

#[test]
fn the_calendar_counts_its_days() {
    each_page(|what, page, _| {
        let filled = cells(page).iter().filter(|(_, amount)| *amount > 0.0).count();
        let labels = page.all("svg").map(|drawing| drawing.attribute("aria-label"));
        let told = labels.filter_map(|label| label.strip_suffix(" days hold at least a small part of something."));
        let told = told.map(|label| label.rsplit(": ").next().unwrap().split(' ').next().unwrap().parse::<usize>().unwrap());
        assert_eq!(told.sum::<usize>(), filled, "{what}");
    });
}

#[test]
fn a_share_above_the_limit_never_looks_like_the_limit() {
    let entry = |kind: &str, count: u32| {
        format!("[[contribution]]\ntype = \"{kind}\"\ntitle = \"T\"\ndate = 2026-05-01\ncount = {count}\n")
    };
    for (articles, talks, share) in [(49, 12, "81\u{a0}%"), (48, 12, "80\u{a0}%"), (47, 13, "78\u{a0}%")] {
        let entries = entry("article", articles) + &entry("talk", talks);
        let (page, report) = reports(&format!("[profile]\nas-of = 2026-11-23\n{entries}"));
        let finding =
            report["findings"].as_array().unwrap().iter().find(|finding| finding["criterion"] == "concentration").unwrap();
        assert_eq!(finding["target"], 0.8);
        assert!(finding["fact"].as_str().unwrap().contains(share), "{finding}");
        let figure = figure(&page, "By type");
        assert!(page.within(figure, "text").any(|words| words.text == format!("{articles} · {share}")), "{articles}");
        assert!(page.within(figure, "td").any(|cell| cell.text == share), "{articles}");
    }
}

#[test]
fn mistakes_are_counted_before_the_rest_of_the_report() {
    let folder = Folder::new();
    let one = folder.named("one-mistake.toml", "[profile]\nas-of = 2026-11-23\nstage = \"candidat\"\n");
    let page = page(&["examples/thin.toml", &one, INVALID, "examples/missing.toml"]);
    let told: Vec<&str> = page.all("p").filter(|it| it.text.contains("everything is here")).map(|it| it.text.as_str()).collect();
    let single = "One thing stands in the way. Once it is mended, everything is here.";
    assert_eq!(told[0], single);
    assert!(told[1].starts_with("There are ") && told[1].ends_with("Once they are mended, everything is here."), "{}", told[1]);
    assert_eq!(told[2], single);
}

#[test]
fn the_guidance_is_linked() {
    let (page, _) = reports("[profile]\nas-of = 2026-11-23\nguidance = \"program-2026\"\n");
    let told = page.all("p").find(|told| told.text.starts_with("Guidance: The Microsoft MVP program.")).unwrap();
    let link = page.within(told, "a").next().unwrap();
    assert_eq!((link.attribute("href"), link.text.as_str()), ("https://mvp.microsoft.com/", "https://mvp.microsoft.com/"));
}

/// Titles that other people might write, and the text that a browser shows.
const TITLES: [(&str, &str); 14] = [
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("</title></style></svg><img src=x onerror=alert(1)>", "</title></style></svg><img src=x onerror=alert(1)>"),
    ("\" onmouseover=\"alert(1)", "\" onmouseover=\"alert(1)"),
    ("' & &amp; &lt; &#x3c;", "' & &amp; &lt; &#x3c;"),
    ("<!-- ]]> -->", "<!-- ]]> -->"),
    ("{{ 7 * 7 }} {% raw %}", "{{ 7 * 7 }} {% raw %}"),
    ("::error file=x::y", "::error file=x::y"),
    ("##vso[task.complete]", "# #vso[task.complete]"),
    ("\u{1b}[31mred", "\\u{1b}[31mred"),
    ("\u{202e}txt.exe", "\\u{202e}txt.exe"),
    ("null\u{0} and \u{fffe}", "null\\u{0} and \\u{fffe}"),
    ("line\u{2028}break\nand\ttab", "line\\u{2028}break and tab"),
    ("`name` and ` one", "`name` and ` one"),
    ("\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{1f44d}", "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{1f44d}"),
];

#[test]
fn titles_are_shown_as_text() {
    let mut profile = "[profile]\nas-of = 2026-11-23\n".to_owned();
    // The calendar names only the first contributions of a day.
    for ((title, _), day) in TITLES.iter().zip(10..) {
        profile += &format!("[[contribution]]\ntype = \"article\"\ntitle = {}\ndate = 2026-05-{day}\n", escaped(title));
    }
    let (page, _) = reports(&profile);
    for (title, shown) in TITLES {
        assert!(page.all("bdi").any(|entry| entry.text == shown), "{title}");
        assert!(page.all("title").any(|hover| hover.text.contains(&format!("“{shown}”"))), "{title}");
    }
}

#[test]
fn addresses_are_encoded() {
    let url = "https://example.org/a?b=1&c=\\\"><script>\\u202E";
    let entry = format!("[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-05-01\nurl = \"{url}\"\n");
    let (page, _) = reports(&format!("[profile]\nas-of = 2026-11-23\n{entry}"));
    let links: Vec<&Element> = page.all("a").filter(|link| link.text == "T").collect();
    assert!(!links.is_empty());
    for link in links {
        assert_eq!(link.attribute("href"), "https://example.org/a?b=1&c=%22%3E%3Cscript%3E%E2%80%AE");
        assert_eq!(link.attribute("rel"), "noreferrer noopener");
    }
}

#[test]
fn several_profiles_are_one_page() {
    let page = page(&["examples/profile.toml", INVALID, "examples/renewal.toml"]);
    let table = page.all("table").next().unwrap();
    let links: Vec<&str> = page.within(table, "a").map(|link| link.attribute("href")).collect();
    let articles: Vec<String> = page.all("article").map(|article| format!("#{}", article.attribute("id"))).collect();
    assert_eq!(links, articles);
    let names: Vec<&str> = page.all("h1").map(|heading| heading.text.as_str()).collect();
    assert_eq!(names, ["3\u{a0}people", "Amal Example", "examples/invalid.toml", "Kim Example"]);
    let closed: Vec<&Element> = page.all("details").filter(|details| details.attribute("class") == "member").collect();
    assert!(closed.len() == 3 && closed.iter().all(|details| page.within(details, "article").count() == 1));
    let refused = page.all("article").nth(1).unwrap();
    let mistakes: Vec<&str> = page.within(refused, "li").map(|item| item.text.as_str()).collect();
    assert_eq!(mistakes.len(), 20, "{mistakes:#?}");
    assert_eq!(mistakes[0], "line 7, column 9 Unknown stage candidat\nDid you mean candidate?");
}

#[test]
fn changes_since_a_baseline_are_listed() {
    let before = "[profile]\nas-of = 2026-10-23\n[[contribution]]\ntype = \"article\"\ntitle = \"Old\"\ndate = 2026-05-01\n";
    let folder = Folder::new();
    let earlier = folder.named("earlier.json", json(&folder.named("earlier.toml", before)).to_string());
    let now = before.replace("10-23", "11-23") + "[[contribution]]\ntype = \"talk\"\ntitle = \"<New>\"\ndate = 2026-11-01\n";
    let page = page(&[&folder.named("now.toml", now), "--baseline", &earlier]);
    assert!(page.all("h2").any(|heading| heading.text == "Since 23 Oct 2026"));
    assert!(page.all("li").any(|item| item.text == "1\u{a0}new entry: “<New>”."));
}

#[test]
fn no_list_is_empty() {
    let is_whole = |what: &str, page: &Page| {
        let lists = page.all("ul").chain(page.all("ol"));
        lists.for_each(|list| assert!(page.within(list, "li").next().is_some(), "{what}"));
    };
    each_page(|what, page, _| is_whole(what, page));
    // A change too small to show gives no sentence, and a profile without gaps gives no other one.
    let mut earlier = json("examples/ready.toml");
    earlier["activity"]["amount"] = (number(&earlier["activity"]["amount"]) - 5e-8).into();
    let folder = Folder::new();
    let earlier = folder.named("earlier.json", earlier.to_string());
    let page = page(&["examples/ready.toml", "--baseline", &earlier]);
    is_whole("hardly grown", &page);
    assert!(page.all("li").any(|told| told.text == "Nothing has changed that would show here."));
}
