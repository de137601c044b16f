//! The table: what is expected of each criterion, row by row.

use serde_json::Value;

use super::{DAY, PROGRAM, WORKSHOP, about, article, articles, channel, entry, linked, many, numbers, one, paid, person, titled};

/// A criterion, what is expected of it, and its level and basis by `workshop-2020` and by `program-2026`.
pub type Criterion = (&'static str, fn() -> Vec<Row>, [&'static str; 2], [&'static str; 2]);

pub const CRITERIA: [Criterion; 18] = [
    ("eligibility", eligibility, ["required", "article"], ["required", "program"]),
    ("category", category, ["required", "article"], ["required", "program"]),
    ("nomination", nomination, ["advisory", "article"], ["advisory", "program"]),
    ("recency", recency, ["required", "article"], ["required", "program"]),
    ("freshness", freshness, ["recommended", "yardstick"], ["recommended", "yardstick"]),
    ("regularity", regularity, ["recommended", "yardstick"], ["recommended", "yardstick"]),
    ("amount", amount, ["advisory", "yardstick"], ["recommended", "yardstick"]),
    ("diversity", diversity, ["required", "article"], ["recommended", "yardstick"]),
    ("breadth", breadth, ["recommended", "yardstick"], ["recommended", "yardstick"]),
    ("concentration", concentration, ["recommended", "yardstick"], ["recommended", "yardstick"]),
    ("measured", measured, ["recommended", "yardstick"], ["recommended", "program"]),
    ("reach", reach, ["recommended", "yardstick"], ["recommended", "yardstick"]),
    ("impact", impact, ["recommended", "yardstick"], ["recommended", "yardstick"]),
    ("highlights", highlights, ["recommended", "yardstick"], ["recommended", "yardstick"]),
    ("focus", focus, ["recommended", "yardstick"], ["recommended", "program"]),
    ("originality", originality, ["advisory", "yardstick"], ["advisory", "yardstick"]),
    ("free-of-charge", free_of_charge, ["recommended", "article"], ["recommended", "program"]),
    ("evidence", evidence, ["recommended", "yardstick"], ["recommended", "program"]),
];

/// The types that count, each with how many of a metric make one entry notable.
pub const THRESHOLDS: [(&str, &str); 11] = [
    ("question-answering", "views 1000, votes 25"),
    ("article", "views 1000"),
    ("video", "views 1000, listens 1000"),
    ("talk", "attendees 30, livestream-views 100, on-demand-views 1000"),
    ("event", "attendees 30, livestream-views 100, on-demand-views 1000"),
    ("book", "copies 100"),
    ("open-source", "downloads 1000, stars 50, merged-pull-requests 10"),
    ("product-feedback", "votes 10, accepted 1"),
    ("sample-code", "downloads 1000, views 1000, stars 50"),
    ("marketplace-tool", "installs 500"),
    ("workshop", "attendees 20, mentees 5"),
];

/// A profile with what is expected of one criterion.
pub struct Row {
    pub text: String,
    pub editions: Vec<&'static str>,
    /// As `said` writes it.
    pub expected: &'static str,
    /// JSON pointers into the finding, with what they lead to.
    pub also: Vec<(&'static str, Value)>,
}

fn row(text: impl Into<String>, expected: &'static str) -> Row {
    Row { text: text.into(), editions: vec![WORKSHOP, PROGRAM], expected, also: vec![] }
}

impl Row {
    fn only(self, edition: &'static str) -> Self {
        Self { editions: vec![edition], ..self }
    }

    fn also(mut self, pointer: &'static str, value: impl Into<Value>) -> Self {
        self.also.push((pointer, value.into()));
        self
    }
}

fn eligibility() -> Vec<Row> {
    vec![
        row(person("microsoft-employee = false"), "met"),
        row(person("microsoft-employee = true"), "gap"),
        row(person(""), "not-assessed"),
    ]
}

fn category() -> Vec<Row> {
    let three = r#"categories = ["Developer Technologies", "Data Platform", "Microsoft Azure"]"#;
    let name = "Name at least 1 category in `categories` of [profile]; `mvp-check list categories` shows them.";
    let keep = "Keep at most 2 categories in `categories` of [profile]; `mvp-check list categories` shows them.";
    vec![
        row(person(""), "gap 0 of 1").also("/advice", name),
        row(person(r#"categories = ["Data Platform"]"#), "met 1 of 1"),
        row(person(r#"categories = ["Data Platform", "Microsoft Azure"]"#), "met 2 of 1"),
        row(person(three), "gap 3 of 1").only(WORKSHOP).also("/advice", keep),
        row(person(three), "met 3 of 1").only(PROGRAM),
        // Each is a category of the other edition.
        row(person(r#"categories = ["M365"]"#), "met 1 of 1").only(WORKSHOP),
        row(person(r#"categories = ["Office Development"]"#), "met 1 of 1").only(PROGRAM),
    ]
}

fn nomination() -> Vec<Row> {
    let nobody = |who| format!("Show the dossier to an {who} who knows your work.");
    vec![
        row(person(r#"nominator = "mvp""#), "met").also("/fact", "by an MVP"),
        row(person("nominator = \"mvp\"\nnominated-on = 2026-10-05"), "met").also("/fact", "by an MVP, on 5 Oct 2026"),
        row(person(r#"nominator = "microsoft-employee""#), "met"),
        row(person(""), "gap").only(WORKSHOP).also("/advice", nobody("MVP or a Microsoft employee")),
        row(person(""), "gap").only(PROGRAM).also("/advice", nobody("active MVP or a full-time Microsoft employee")),
        row(person(r#"stage = "renewal""#), "not-assessed"),
    ]
}

fn recency() -> Vec<Row> {
    vec![
        row("", "gap 0 of 1").also("/fact", "0 entries in the window"),
        row(article("2025-11-23"), "gap 0 of 1"),
        row(article("2025-11-24"), "met 1 of 1").also("/fact", "1 entry in the window"),
        row(many("article", 7), "met 1 of 1"),
    ]
}

fn freshness() -> Vec<Row> {
    vec![
        row(article("2026-09-25"), "met 59 of 60"),
        row(article("2026-09-24"), "met 60 of 60").also("/fact", "newest 24 Sep 2026, 60 days ago"),
        row(article("2026-09-23"), "gap 61 of 60").also("/fact", "newest 23 Sep 2026, 61 days ago"),
        row(articles(&["2026-11-23", "2026-01-01"]), "met 0 of 60").also("/fact", "newest today"),
        // Planned: not yet.
        row(articles(&["2026-09-23", "2026-11-24"]), "gap 61 of 60"),
        // From 23 November 2025, the day before the window's first.
        row("", "gap 365 of 60"),
    ]
}

fn regularity() -> Vec<Row> {
    let mut dates = vec!["2025-12-15", "2026-02-15", "2026-04-15", "2026-06-15", "2026-08-15", "2026-10-15", "2026-11-15"];
    let seven = articles(&dates);
    dates.pop();
    let six = articles(&dates);
    let paused = |end| articles(&["2026-01-10", "2026-03-01", end, "2026-07-10", "2026-08-10", "2026-09-10", "2026-10-10"]);
    let past = "add what you did in the pause and forgot here, or let it leave the window by itself";
    let advice = |what| format!("To even the rhythm: {what}. A break is fine; `[[waive]]` notes it.");
    vec![
        row(seven, "met 7 of 7").also("/details/longest_gap_days", 61),
        row(six, "gap 6 of 7")
            .also("/fact", "6 active months; longest pause 61 days, 16 Dec 2025 to 14 Feb 2026")
            .also("/advice", advice("1 more active month")),
        // Strictly between: 2 March to 30 May.
        row(paused("2026-05-31"), "met 7 of 7").also("/details/longest_gap_days", 90),
        row(paused("2026-06-01"), "gap 7 of 7").also("/details/longest_gap_days", 91).also("/advice", advice(past)),
        // From the window's first day to as-of, both included: 24 November to 30 April, and 2 May to 23 November.
        row(article("2026-05-01"), "gap 1 of 7").also("/details/longest_gap_days", 206),
        row(article("2026-11-23"), "gap 1 of 7").also("/details/longest_gap_days", 364),
        row("", "gap 0 of 7")
            .also("/details/longest_gap_days", 365)
            .also("/advice", advice("7 more active months; something new ends the pause")),
    ]
}

fn amount() -> Vec<Row> {
    let advice = "1 more activity would reach it, an article for example. Better one good thing than three hurried ones.";
    vec![
        row(many("article", 18), "met 18 of 18"),
        row(many("article", 17) + &many("question-answering", 10), "met 18 of 18"),
        row(many("article", 17) + &many("question-answering", 9), "gap 17.9 of 18")
            .also("/fact", "17.9 activities")
            .also("/advice", advice),
        // Tenths that no computer adds up exactly: they are 18 all the same.
        row(many("question-answering", 2).repeat(90), "met 18 of 18"),
        row("", "gap 0 of 18"),
    ]
}

fn diversity() -> Vec<Row> {
    vec![
        row("", "gap 0 of 2"),
        row(one("article").repeat(3), "gap 1 of 2")
            .also("/advice", "1 more type would do; a talk or a code sample is closest to what you do."),
        row(one("article") + &one("video"), "met 2 of 2").also("/fact", "2 types: articles and videos"),
        // Speaking and organising: the article's one item, two types of the portal.
        row(one("talk") + &one("event"), "gap 1 of 2").only(WORKSHOP).also("/fact", "1 type: talks and events count as one"),
        row(one("talk") + &one("event"), "met 2 of 2").only(PROGRAM).also("/fact", "2 types: talks and events"),
        row(one("talk").repeat(2), "gap 1 of 2").also("/fact", "1 type: talks"),
        row(one("talk") + &one("event") + &one("article"), "met 2 of 2")
            .only(WORKSHOP)
            .also("/fact", "2 types: articles; talks and events"),
        row(one("article") + &one("certification"), "gap 1 of 2"),
    ]
}

fn breadth() -> Vec<Row> {
    let two = one("article") + &one("talk");
    vec![
        row(one("article"), "not-assessed").also("/advice", "First `diversity`."),
        row(two.as_str(), "gap 2 of 3"),
        row(two.clone() + &one("event"), "gap 2 of 3").only(WORKSHOP),
        row(two.clone() + &one("event"), "met 3 of 3").only(PROGRAM),
        row(two + &one("video"), "met 3 of 3"),
        row("", "not-assessed"),
    ]
}

fn concentration() -> Vec<Row> {
    let two = |articles, videos| many("article", articles) + &many("video", videos);
    let meetups = many("talk", 4) + &one("event") + &one("article");
    vec![
        row(two(4, 1), "met 0.8 of 0.8").also("/details/channel", "article"),
        row(two(801, 199), "gap 0.801 of 0.8"),
        // 81 of 100 and two more are 81 of 102, below 80 %; one more is 81 of 101, above.
        row(two(81, 19), "gap 0.81 of 0.8")
            .also("/fact", "articles are 81 % of the amount")
            .also("/advice", "2 more activities of other types, a video for example, would even it out."),
        // A tie: the vocabulary's order, not the file's.
        row(one("video") + &one("article"), "met 0.5 of 0.8").also("/details/channel", "article"),
        row(meetups.as_str(), "gap 0.833 of 0.8").only(WORKSHOP).also("/details/channel", "talk"),
        row(meetups, "met 0.667 of 0.8").only(PROGRAM).also("/details/channel", "talk"),
        row(one("article"), "not-assessed"),
    ]
}

fn measured() -> Vec<Row> {
    let blog = channel("article", "https://blog.example.org", "views = 900");
    let post = linked("article", DAY, "https://blog.example.org/post");
    vec![
        row(one("article"), "gap 0 of 0.5").also("/fact", "0 of 1 entry has a number (0 %)"),
        row(numbers("article", "views = 0") + &one("article"), "met 0.5 of 0.5"),
        row(numbers("talk", "rating = 4.5") + &one("talk").repeat(2), "gap 0.333 of 0.5")
            .also("/fact", "1 of 3 entries has a number (33 %)")
            .also("/contributions/0/line", 6)
            .also("/contributions/1/line", 11)
            .also("/advice", "Look up the numbers of lines 6 and 11; 1 of them would do."),
        row(post.clone() + &blog, "met 1 of 0.5"),
        row(post.replace("article", "video") + &blog, "gap 0 of 0.5"),
        row("", "not-assessed"),
    ]
}

fn reach() -> Vec<Row> {
    let of = |online, people| numbers("talk", &format!("on-demand-views = {online}, attendees = {people}"));
    let from_afar = [
        ("article", "views"),
        ("video", "listens"),
        ("talk", "livestream-views"),
        ("event", "on-demand-views"),
        ("book", "copies"),
        ("open-source", "downloads"),
        ("marketplace-tool", "installs"),
    ];
    let each = from_afar.map(|(kind, metric)| numbers(kind, &format!("{metric} = 700"))).concat();
    let mut rows = vec![
        row(numbers("article", "views = 5000"), "met 5000 of 5000"),
        row(numbers("talk", "attendees = 100"), "met 100 of 5000").also("/details/target_in_person", 100),
        row(of(4999, 99), "gap 5098 of 5000")
            .also("/fact", "4 999 online, 99 in person")
            .also("/details/online", 4999)
            .also("/details/in_person", 99),
        row(of(5000, 0), "met 5000 of 5000"),
        row(of(0, 100), "met 100 of 5000"),
        row(each, "gap 4900 of 5000").also("/details/online", 4900),
        row(numbers("workshop", "attendees = 60, mentees = 40"), "met 100 of 5000"),
        row(numbers("article", "views = 0"), "gap 0 of 5000"),
        row(numbers("article", "likes = 9000, subscribers = 9000"), "not-assessed"),
        row("", "not-assessed"),
    ];
    rows.extend(reach_of_channels());
    rows
}

fn reach_of_channels() -> Vec<Row> {
    let blog = channel("article", "https://www.blog.example.org/", "views = 4000");
    let post = |url| linked("article", DAY, url) + "impact = { views = 2000 }\n";
    // Both of these channels hold the video.
    let video = linked("video", DAY, "https://tube.example.org/me/v") + "impact = { views = 10, listens = 20 }\n";
    let all = channel("video", "https://tube.example.org", "views = 4000");
    let mine = channel("video", "https://tube.example.org/me", "listens = 900");
    vec![
        row(one("article") + &blog, "gap 4000 of 5000"),
        // What the channel tells already is not added once more.
        row(post("http://blog.example.org/a") + &blog, "gap 4000 of 5000"),
        row(post("http://blog.example.org") + &blog, "gap 4000 of 5000"),
        row(post("https://blog.example.org?p=1") + &blog, "gap 4000 of 5000"),
        row(post("https://blog.example.organic/a") + &blog, "met 6000 of 5000"),
        row(post("https://blog.example.org/a") + &blog.replace("article", "video"), "met 6000 of 5000"),
        row(post("https://blog.example.org/a") + &blog.replace("views", "likes"), "gap 2000 of 5000"),
        // The first channel in the file covers; of the video it leaves what it does not state itself.
        row([&*video, &all, &mine].concat(), "gap 4920 of 5000"),
        row([&*video, &mine, &all].concat(), "gap 4910 of 5000"),
    ]
}

fn impact() -> Vec<Row> {
    let several = |impact: &str| numbers("open-source", impact) + "count = 10\n";
    let nearest = "1 more notable entry would do. Closest: “article of 2026-05-01” (line 1), 999 of 1 000 views *.";
    vec![
        row(numbers("article", "views = 1000"), "met 1 of 1"),
        row(numbers("article", "views = 999"), "gap 0 of 1").also("/advice", nearest),
        // Divided by `count`, unless it is a level.
        row(several("downloads = 10000"), "met 1 of 1"),
        row(several("downloads = 9999"), "gap 0 of 1"),
        row(several("stars = 50"), "met 1 of 1"),
        row(several("stars = 49"), "gap 0 of 1"),
        row(numbers("article", "likes = 100000"), "gap 0 of 1"),
        row(one("article") + &channel("article", "https://blog.example.org", "views = 9000"), "not-assessed"),
        row("", "not-assessed"),
    ]
}

fn highlights() -> Vec<Row> {
    let notable = numbers("article", "views = 1000");
    vec![
        row(notable.repeat(3), "met 3 of 3"),
        row(notable.repeat(2), "gap 2 of 3").also("/advice", "1 more notable entry would do."),
        // Rows, however many each stands for.
        row(numbers("article", "views = 9000") + "count = 9\n", "gap 1 of 3"),
        row(numbers("article", "views = 999"), "not-assessed").also("/advice", "First `impact`."),
    ]
}

fn focus() -> Vec<Row> {
    let own = |entries: String| person(r#"technology-areas = [".NET"]"#) + &entries;
    let of_category = |area| person(r#"categories = ["Developer Technologies"]"#) + &about(area);
    let state = "State `technology-areas` in the entries of lines 8 and 13.";
    vec![
        row(own(about(".NET") + &about("Excel")), "met 0.5 of 0.5"),
        row(own(about(".NET") + &about("Excel").repeat(2)), "gap 0.333 of 0.5")
            .also("/fact", "33 % of what states an area is in your areas"),
        row(own(about(r#"Excel", ".NET"#)), "met 1 of 0.5"),
        // Of the amount: 0.4 against 1.
        row(own(many("question-answering", 4) + "technology-areas = [\".NET\"]\n" + &about("Excel")), "gap 0.286 of 0.5"),
        // Half of the amount states one, then a third.
        row(own(about(".NET") + &one("article")), "met 1 of 0.5"),
        row(own(about(".NET") + &one("article").repeat(2)), "not-assessed").also("/advice", state),
        // Only the edition of 2026 lists areas.
        row(of_category("DevOps"), "not-assessed").only(WORKSHOP),
        row(of_category("DevOps"), "met 1 of 0.5").only(PROGRAM),
        row(of_category("Azure Storage"), "gap 0 of 0.5").only(PROGRAM),
    ]
}

fn originality() -> Vec<Row> {
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
        // The earlier one is not counted, or of a type that is not looked at.
        row(old + &parts(1), "met 1 of 0.7"),
        row(titled("event", "Part 1").repeat(2) + &parts(1), "met 1 of 0.7"),
        row(one("event").repeat(2) + &one("question-answering"), "not-assessed"),
    ]
}

fn free_of_charge() -> Vec<Row> {
    let all_types = THRESHOLDS.map(|(kind, _)| paid(kind)).concat();
    let advice = "Paid work is fine, and not what the award is for: leave line 6 out of this record, or share a part of it for free and enter that instead.";
    vec![
        row(one("video"), "met 0 of 0"),
        row(one("video") + &paid("video"), "gap 1 of 0").also("/advice", advice),
        row(entry("video", DAY, "paid = false"), "met 0 of 0"),
        // What is not looked at may be paid.
        row(paid("article") + &paid("workshop"), "met 0 of 0").only(WORKSHOP).also("/fact", "no paid videos"),
        row(all_types.as_str(), "gap 1 of 0").only(WORKSHOP),
        row(all_types, "gap 10 of 0").only(PROGRAM),
        row(paid("book"), "met 0 of 0").only(WORKSHOP),
        row(paid("book"), "met 0 of 0").only(PROGRAM).also("/fact", "nothing paid, books aside"),
        row("", "not-assessed"),
    ]
}

fn evidence() -> Vec<Row> {
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
