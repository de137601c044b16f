//! The page of the format `html`, as a browser would read it: parsed by the rules of HTML, its drawings by those of XML. What it says is
//! held against the JSON report of the same profile. How it looks is tested in a browser, in `tests/outside/page.mjs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod checks;
mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use checks::lines;
use checks::page::{Element, Page};
use chrono::{Months, NaiveDate};
use serde_json::Value;

/// What the program prints in a format for profiles, all of them as on the day that they fix.
fn printed(format: &str, profiles: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mvp-check"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("SOURCE_DATE_EPOCH");
    let ran = command.args(["--format", format]).args(profiles).output().unwrap();
    assert!(!ran.stdout.is_empty(), "{profiles:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

fn json(profile: &str) -> Value {
    serde_json::from_str(&printed("json", &[profile])).unwrap()
}

/// A file of a test's own, kept where Cargo keeps such files.
fn file(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Every profile in `examples/` without mistakes, and some that have next to nothing.
fn profiles() -> Vec<String> {
    let examples = fs::read_dir("examples").unwrap().map(|entry| entry.unwrap().path().to_str().unwrap().to_owned());
    let is_profile = |path: &String| {
        path.ends_with(".toml") && !path.ends_with("invalid.toml") && fs::read_to_string(path).unwrap().contains("[profile]")
    };
    let mut profiles: Vec<String> = examples.filter(is_profile).collect();
    assert!(profiles.len() >= 6, "{profiles:?}");
    profiles.sort();
    let day = "as-of = 2024-02-29\n";
    profiles.push(file("empty.toml", &format!("[profile]\n{day}")));
    let planned = "[[contribution]]\ntype = \"talk\"\ntitle = \"To come\"\ndate = 2024-03-01\n";
    profiles.push(file("planned.toml", &format!("[profile]\n{day}{planned}")));
    let seen =
        "[[contribution]]\ntype = \"video\"\ntitle = \"Seen\"\ndate = 2023-03-01\nimpact = { views = 1_000_000_000_000 }\n";
    profiles.push(file("seen.toml", &format!("[profile]\n{day}{seen}")));
    let cycle = "stage = \"renewal\"\n";
    profiles.push(file("first-day.toml", &format!("[profile]\n{cycle}as-of = 2023-07-01\n{seen}")));
    profiles
}

/// Each profile with its page and its JSON report, made once for all tests.
static PAGES: LazyLock<Vec<(String, Page, Value)>> = LazyLock::new(|| {
    let one = |profile: String| {
        let (page, report) = (Page::new(&printed("html", &[&profile])), json(&profile));
        (profile, page, report)
    };
    profiles().into_iter().map(one).collect()
});

fn each_page(check: impl Fn(&str, &Page, &Value)) {
    PAGES.iter().for_each(|(profile, page, report)| check(profile, page, report));
}

/// Fails where a browser would load something, run something, or mend a mistake.
fn assert_harmless(what: &str, page: &Page) {
    page.harmless().unwrap_or_else(|wrong| panic!("{what}: {wrong}"));
}

/// Fails where something would be obeyed by a terminal or by a build service that shows the file.
fn assert_nothing_raw(what: &str, text: &str) {
    lines::nothing_raw(text).and_then(|()| lines::no_command(text, &[])).unwrap_or_else(|wrong| panic!("{what}: {wrong}"));
}

#[test]
fn a_page_is_valid_and_loads_nothing() {
    each_page(|what, page, _| {
        assert_harmless(what, page);
        assert_nothing_raw(what, &page.source);
        assert_eq!(page.only("html").attribute("lang"), "en", "{what}");
        assert!(page.only("title").text.ends_with(" · mvp-check"), "{what}");
        let headings: Vec<u32> = page.headings().iter().map(|(level, _)| *level).collect();
        assert_eq!(headings[0], 1, "{what}");
        assert!(headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{what}: {headings:?}");
        assert_eq!(page.all("main").count(), 1, "{what}");
    });
}

#[test]
fn every_drawing_is_well_formed() {
    each_page(|what, page, _| {
        let drawings = page.drawings();
        assert!(drawings.len() >= 8, "{what}");
        for drawing in drawings {
            let parsed = roxmltree::Document::parse(drawing).unwrap_or_else(|error| panic!("{what}: {error} in {drawing}"));
            let root = parsed.root_element();
            assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"), "{what}");
            let is_told = root.attribute("role") == Some("img") && root.attribute("aria-label").is_some_and(|it| it.len() > 20);
            assert!(is_told || root.attribute("aria-hidden") == Some("true"), "{what}: {drawing}");
        }
    });
}

/// The cells of the calendar of a page: each day with its amount.
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
        assert!(months.values().all(|amount| *amount == 0.0), "{what}: nothing lies on days to come");
    });
}

/// The numbers of a column of a figure's table, its sum at the end taken off: rows, sum.
fn column(figure: &Element, page: &Page, at: usize) -> (Vec<f64>, f64) {
    let rows = page.within(figure, "tr").filter(|row| page.within(row, "td").next().is_some());
    let mut values: Vec<f64> = rows
        .map(|row| page.within(row, "data").nth(at).map_or(f64::NAN, |data| data.attribute("value").parse().unwrap()))
        .collect();
    let sum = values.pop().unwrap();
    (values, sum)
}

#[test]
fn every_picture_has_a_title_and_its_numbers() {
    each_page(|what, page, report| {
        let activity = &report["activity"];
        let amount = number(&activity["amount"]);
        let [online, in_person] = ["online", "in_person"].map(|way| number(&activity["reach"][way]));
        let is_timeline = |figure: &&Element| page.within(figure, "h3").next().unwrap().text == "If nothing new is done";
        let (timelines, figures): (Vec<&Element>, Vec<&Element>) = page.all("figure").partition(is_timeline);
        assert_eq!(timelines.len(), 1, "{what}");
        let expected = 1 + usize::from(amount > 0.0) * 2 + usize::from(online + in_person > 0.0);
        assert_eq!(figures.len(), expected, "{what}");
        for figure in figures {
            let title = page.within(figure, "h3").next().unwrap();
            assert_eq!(figure.attribute("aria-labelledby"), title.attribute("id"), "{what}");
            assert_eq!(page.within(figure, "table").count(), 1, "{what}");
            let sums: Vec<f64> = match title.text.as_str() {
                "Day by day" | "By type" | "What ages out" => vec![amount],
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
                "People reached" => assert_close(drawn, online + in_person, what),
                _ => {}
            }
        }
    });
}

#[test]
fn each_lane_of_the_timeline_covers_the_year_and_each_turn_is_told() {
    each_page(|what, page, _| {
        let timeline = page.all("svg").find(|svg| svg.attribute("class") == "timeline").unwrap();
        let number = |rect: &Element, name: &str| rect.attribute(name).parse::<f64>().unwrap();
        let mut lanes: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
        for rect in page.within(timeline, "rect") {
            // The middle of a part tells its lane, whether it is thick or thin.
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
fn every_finding_is_told_with_the_entries_behind_it() {
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
fn a_month_has_what_lies_in_it_and_an_entry_leaves_after_a_year() {
    let profile = file(
        "months.toml",
        "[profile]\nas-of = 2026-03-31\n\
         [[contribution]]\ntype = \"article\"\ntitle = \"Over the turn of a month\"\ndate = 2026-01-30\nuntil = 2026-02-02\n\
         impact = { views = 400 }\n\
         [[contribution]]\ntype = \"talk\"\ntitle = \"One evening\"\ndate = 2026-02-10\nimpact = { attendees = 30 }\n\
         [[channel]]\ntype = \"video\"\ntitle = \"Channel\"\nurl = \"https://video.example.org\"\ndate = 2026-03-22\nuntil = 2026-03-31\n\
         impact = { views = 1000 }\n",
    );
    let page = Page::new(&printed("html", &[&profile]));
    let last = |name: &str, at: usize, rows: usize| {
        let (values, _) = column(figure(&page, name), &page, at);
        values[values.len() - rows..].to_vec()
    };
    // Two of the article's four days are in January.
    assert_eq!(last("People reached", 0, 4), [0.0, 200.0, 200.0, 1000.0]);
    assert_eq!(last("People reached", 1, 4), [0.0, 0.0, 30.0, 0.0]);
    assert_eq!(last("Day by day", 0, 3), [0.5, 1.5, 0.0]);
    // From March 2026 on. The article is one until the last of its days leaves, in February of the next year.
    let (leaves, _) = column(figure(&page, "What ages out"), &page, 0);
    assert_eq!(leaves, [vec![0.0; 11], vec![2.0]].concat());
    assert_eq!(last("What ages out", 1, 3), [2.0, 2.0, 0.0]);
}

/// The figure of a page with a heading.
fn figure<'p>(page: &'p Page, heading: &str) -> &'p Element {
    page.all("figure").find(|figure| page.within(figure, "h3").next().unwrap().text == heading).unwrap()
}

/// What stays at the end of each month to come, as a page says.
fn staying(page: &Page) -> Vec<(NaiveDate, f64)> {
    let rows: Vec<&Element> =
        page.within(figure(page, "What ages out"), "tr").filter(|row| page.within(row, "data").count() == 2).collect();
    let end = |row: &Element| {
        let month = page.within(row, "th").next().unwrap();
        let first = NaiveDate::parse_from_str(&format!("1 {}", month.text), "%d %B %Y").unwrap();
        first.checked_add_months(Months::new(1)).unwrap().pred_opt().unwrap()
    };
    let stays = |row: &Element| page.within(row, "data").nth(1).unwrap().attribute("value").parse().unwrap();
    rows.into_iter().map(|row| (end(row), stays(row))).collect()
}

/// Profiles in which nothing goes on and nothing is planned.
fn finished_profiles() -> [String; 3] {
    let long = "[[contribution]]\ntype = \"open-source\"\ntitle = \"One long piece of work\"\ndate = 2023-01-10\nuntil = 2023-12-20\n\
                [[contribution]]\ntype = \"article\"\ntitle = \"Series\"\ndate = 2023-05-31\nuntil = 2024-02-03\ncount = 3\n\
                [[contribution]]\ntype = \"talk\"\ntitle = \"On the last day\"\ndate = 2024-02-29\n";
    let of = |name: &str, stage: &str| file(name, &format!("[profile]\nstage = \"{stage}\"\nas-of = 2024-02-29\n{long}"));
    ["examples/own-guidance.toml".into(), of("finished.toml", "candidate"), of("finished-cycle.toml", "renewal")]
}

#[test]
fn what_stays_is_what_the_report_of_that_day_says() {
    for profile in finished_profiles() {
        let staying = staying(&Page::new(&printed("html", &[&profile])));
        assert!(staying.len() > 4, "{profile}");
        assert_eq!(staying.last().unwrap().1, 0.0, "{profile}");
        for (day, stays) in staying {
            let then = printed("json", &[&profile, "--as-of", &day.to_string()]);
            let amount = number(&serde_json::from_str::<Value>(&then).unwrap()["activity"]["amount"]);
            assert!((stays - amount).abs() < 1e-9, "{profile} on {day}: {stays} is not {amount}");
        }
    }
}

#[test]
fn what_stays_is_counted_in_whole_activities_of_the_example() {
    let staying = staying(&Page::new(&printed("html", &["examples/own-guidance.toml"])));
    let end_of_march = staying.iter().find(|(day, _)| day.to_string() == "2027-03-31").unwrap();
    assert!((end_of_march.1 - 11.0).abs() < 1e-9, "{end_of_march:?}");
}

/// What is told beside the picture of what ages out.
fn told_of_staying(profile: &str) -> String {
    let page = Page::new(&printed("html", &[profile]));
    page.within(figure(&page, "What ages out"), "p").next().unwrap().text.clone()
}

#[test]
fn what_goes_on_is_said_to_count_until_today() {
    let told = told_of_staying(&finished_profiles()[1]);
    assert!(told.contains("Where nothing new is done") && !told.contains("goes on"), "{told}");
    let talk = "[[contribution]]\ntype = \"talk\"\ntitle = \"Talks\"\ndate = 2024-01-10\n";
    for until in ["ongoing = true", "until = 2024-03-01"] {
        let profile = format!("[profile]\nstage = \"renewal\"\nas-of = 2024-02-29\n{talk}{until}\n");
        let told = told_of_staying(&file("goes-on.toml", &profile));
        assert!(
            told.ends_with("The next one counts its own days only. What goes on counts with its days until today."),
            "{told}"
        );
    }
}

#[test]
fn a_calendar_tells_how_many_days_hold_something() {
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
        let profile = file(
            "shares.toml",
            &format!("[profile]\nas-of = 2026-11-23\n{}{}", entry("article", articles), entry("talk", talks)),
        );
        let report = json(&profile);
        let finding =
            report["findings"].as_array().unwrap().iter().find(|finding| finding["criterion"] == "concentration").unwrap();
        assert_eq!(finding["target"], 0.8);
        assert!(finding["fact"].as_str().unwrap().contains(share), "{finding}");
        let page = Page::new(&printed("html", &[&profile]));
        let figure = figure(&page, "By type");
        assert!(page.within(figure, "text").any(|words| words.text == format!("{articles} · {share}")), "{articles}");
        assert!(page.within(figure, "td").any(|cell| cell.text == share), "{articles}");
    }
}

#[test]
fn what_stands_in_the_way_is_told_for_what_it_is() {
    let one = file("one-mistake.toml", "[profile]\nas-of = 2026-11-23\nstage = \"candidat\"\n");
    let page = Page::new(&printed("html", &["examples/thin.toml", &one, "examples/invalid.toml", "examples/missing.toml"]));
    let told: Vec<&str> = page.all("p").filter(|it| it.text.contains("everything is here")).map(|it| it.text.as_str()).collect();
    let single = "One thing stands in the way. Once it is mended, everything is here.";
    assert_eq!(told[0], single);
    assert!(told[1].starts_with("There are ") && told[1].ends_with("Once they are mended, everything is here."), "{}", told[1]);
    assert_eq!(told[2], single);
}

#[test]
fn the_guidance_is_linked_where_more_can_be_read() {
    let profile = file("linked.toml", "[profile]\nas-of = 2026-11-23\nguidance = \"program-2026\"\n");
    let page = Page::new(&printed("html", &[&profile]));
    let told = page.all("p").find(|told| told.text.starts_with("Guidance: The Microsoft MVP program.")).unwrap();
    let link = page.within(told, "a").next().unwrap();
    assert_eq!((link.attribute("href"), link.text.as_str()), ("https://mvp.microsoft.com/", "https://mvp.microsoft.com/"));
}

/// Titles that other people might write, and how they are shown.
const NASTY: [(&str, &str); 14] = [
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

/// A TOML string with every character as an escape.
fn escaped(text: &str) -> String {
    format!("\"{}\"", text.chars().map(|character| format!("\\U{:08X}", u32::from(character))).collect::<String>())
}

#[test]
fn what_people_write_is_text() {
    for (at, (title, shown)) in NASTY.iter().enumerate() {
        let text = escaped(title);
        let profile = file(
            &format!("nasty-{at}.toml"),
            &format!(
                "[profile]\nname = {text}\ncategories = [\"Microsoft Azure\"]\ntechnology-areas = [{text}]\nas-of = 2026-11-23\n\
                 [[contribution]]\ntype = \"article\"\ntitle = {text}\ndate = 2026-05-01\nurl = {text}\ntechnology-areas = [{text}]\n\
                 [[contribution]]\ntype = \"talk\"\ntitle = {text}\ndate = 2026-05-02\nurl = \"javascript:alert(1)\"\n\
                 impact = {{ attendees = 10 }}\n\
                 [[waive]]\ncriterion = \"freshness\"\nreason = {text}\n"
            ),
        );
        let page = Page::new(&printed("html", &[&profile]));
        assert_harmless(title, &page);
        assert_nothing_raw(title, &page.source);
        for drawing in page.drawings() {
            roxmltree::Document::parse(drawing).unwrap_or_else(|error| panic!("{title}: {error}"));
        }
        assert_eq!(page.only("h1").text, *shown);
        let entries = page.all("bdi").filter(|entry| entry.text == *shown).count();
        assert!(entries >= 4, "{title}: {entries} entries");
        assert!(page.all("title").any(|hover| hover.text.contains(&format!("“{shown}”"))), "{title}");
        assert!(page.all("p").any(|advice| advice.text == format!("Accepted: {}", shown.replace("`name`", "name"))), "{title}");
    }
}

#[test]
fn addresses_are_links_and_nothing_more() {
    let url = "https://example.org/a?b=1&c=\\\"><script>\\u202E";
    let profile = file(
        "address.toml",
        &format!(
            "[profile]\nas-of = 2026-11-23\n[[contribution]]\ntype = \"article\"\ntitle = \"T\"\ndate = 2026-05-01\nurl = \"{url}\"\n"
        ),
    );
    let page = Page::new(&printed("html", &[&profile]));
    assert_harmless("address", &page);
    let links: Vec<&Element> = page.all("a").filter(|link| link.text == "T").collect();
    assert!(!links.is_empty());
    for link in links {
        assert_eq!(link.attribute("href"), "https://example.org/a?b=1&c=%22%3E%3Cscript%3E%E2%80%AE");
        assert_eq!(link.attribute("rel"), "noreferrer noopener");
    }
}

#[test]
fn several_profiles_are_one_page() {
    let page = Page::new(&printed("html", &["examples/profile.toml", "examples/invalid.toml", "examples/renewal.toml"]));
    assert_harmless("several", &page);
    assert_nothing_raw("several", &page.source);
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
fn what_is_new_is_told() {
    let before = "[profile]\nas-of = 2026-10-23\n[[contribution]]\ntype = \"article\"\ntitle = \"Old\"\ndate = 2026-05-01\n";
    let earlier = file("earlier.json", &printed("json", &[&file("earlier.toml", before)]));
    let now = before.replace("10-23", "11-23") + "[[contribution]]\ntype = \"talk\"\ntitle = \"<New>\"\ndate = 2026-11-01\n";
    let page = Page::new(&printed("html", &[&file("now.toml", &now), "--baseline", &earlier]));
    assert_harmless("baseline", &page);
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
    // What grew by less than a number shows is no sentence, and without gaps there is no other one.
    let mut earlier = json("examples/ready.toml");
    earlier["activity"]["amount"] = (number(&earlier["activity"]["amount"]) - 5e-8).into();
    let earlier = file("hardly-earlier.json", &earlier.to_string());
    let page = Page::new(&printed("html", &["examples/ready.toml", "--baseline", &earlier]));
    is_whole("hardly grown", &page);
    assert!(page.all("li").any(|told| told.text == "Nothing has changed that would show here."));
}
