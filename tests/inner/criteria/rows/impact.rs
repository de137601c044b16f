//! Numbers, reach and notable entries.

use super::{Row, row};
use crate::inner_tests::criteria::{DAY, channel, linked, numbers, one};

pub fn measured() -> Vec<Row> {
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

pub fn reach() -> Vec<Row> {
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
    // Both channels cover the video.
    let video = linked("video", DAY, "https://tube.example.org/me/v") + "impact = { views = 10, listens = 20 }\n";
    let all = channel("video", "https://tube.example.org", "views = 4000");
    let mine = channel("video", "https://tube.example.org/me", "listens = 900");
    vec![
        row(one("article") + &blog, "gap 4000 of 5000"),
        // The post is part of the channel, so its views are not added.
        row(post("http://blog.example.org/a") + &blog, "gap 4000 of 5000"),
        row(post("http://blog.example.org") + &blog, "gap 4000 of 5000"),
        row(post("https://blog.example.org?p=1") + &blog, "gap 4000 of 5000"),
        row(post("https://blog.example.organic/a") + &blog, "met 6000 of 5000"),
        row(post("https://blog.example.org/a") + &blog.replace("article", "video"), "met 6000 of 5000"),
        row(post("https://blog.example.org/a") + &blog.replace("views", "likes"), "gap 2000 of 5000"),
        // The first channel in the file covers the video, and leaves the metrics that it does not have.
        row([&*video, &all, &mine].concat(), "gap 4920 of 5000"),
        row([&*video, &mine, &all].concat(), "gap 4910 of 5000"),
    ]
}

pub fn impact() -> Vec<Row> {
    let several = |impact: &str| numbers("open-source", impact) + "count = 10\n";
    let nearest = "1 more notable entry would do. Closest: “article of 2026-05-01” (line 1), 999 of 1 000 views *.";
    vec![
        row(numbers("article", "views = 1000"), "met 1 of 1"),
        row(numbers("article", "views = 999"), "gap 0 of 1").also("/advice", nearest),
        // A counter is divided by `count`, a gauge is not.
        row(several("downloads = 10000"), "met 1 of 1"),
        row(several("downloads = 9999"), "gap 0 of 1"),
        row(several("stars = 50"), "met 1 of 1"),
        row(several("stars = 49"), "gap 0 of 1"),
        row(numbers("article", "likes = 100000"), "gap 0 of 1"),
        row(one("article") + &channel("article", "https://blog.example.org", "views = 9000"), "not-assessed"),
        row("", "not-assessed"),
    ]
}

pub fn highlights() -> Vec<Row> {
    let notable = numbers("article", "views = 1000");
    vec![
        row(notable.repeat(3), "met 3 of 3"),
        row(notable.repeat(2), "gap 2 of 3").also("/advice", "1 more notable entry would do."),
        // Entries count once, whatever their `count`.
        row(numbers("article", "views = 9000") + "count = 9\n", "gap 1 of 3"),
        row(numbers("article", "views = 999"), "not-assessed").also("/advice", "First `impact`."),
    ]
}
