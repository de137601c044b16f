//! The amount of activity and its spread over types.

use super::{Row, row};
use crate::inner_tests::criteria::{PROGRAM, WORKSHOP, many, one};

pub fn amount() -> Vec<Row> {
    let advice = "1 more activity would reach it, an article for example. Better one good thing than three hurried ones.";
    vec![
        row(many("article", 18), "met 18 of 18"),
        row(many("article", 17) + &many("question-answering", 10), "met 18 of 18"),
        row(many("article", 17) + &many("question-answering", 9), "gap 17.9 of 18")
            .also("/fact", "17.9 activities")
            .also("/advice", advice),
        // A sum of tenths that is not exact in binary still counts as 18.
        row(many("question-answering", 2).repeat(90), "met 18 of 18"),
        row("", "gap 0 of 18"),
    ]
}

pub fn diversity() -> Vec<Row> {
    vec![
        row("", "gap 0 of 2"),
        row(one("article").repeat(3), "gap 1 of 2")
            .also("/advice", "1 more type would do; a talk or a code sample is closest to what you do."),
        row(one("article") + &one("video"), "met 2 of 2").also("/fact", "2 types: articles and videos"),
        // The article lists speaking and organising together, the portal separately.
        row(one("talk") + &one("event"), "gap 1 of 2").only(WORKSHOP).also("/fact", "1 type: talks and events count as one"),
        row(one("talk") + &one("event"), "met 2 of 2").only(PROGRAM).also("/fact", "2 types: talks and events"),
        row(one("talk").repeat(2), "gap 1 of 2").also("/fact", "1 type: talks"),
        row(one("talk") + &one("event") + &one("article"), "met 2 of 2")
            .only(WORKSHOP)
            .also("/fact", "2 types: articles; talks and events"),
        row(one("article") + &one("certification"), "gap 1 of 2"),
    ]
}

pub fn breadth() -> Vec<Row> {
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

pub fn concentration() -> Vec<Row> {
    let two = |articles, videos| many("article", articles) + &many("video", videos);
    let meetups = many("talk", 4) + &one("event") + &one("article");
    vec![
        row(two(4, 1), "met 0.8 of 0.8").also("/details/channel", "article"),
        row(two(801, 199), "gap 0.801 of 0.8"),
        // One more activity makes 81 of 101, above 80 %; two more make 81 of 102, below.
        row(two(81, 19), "gap 0.81 of 0.8")
            .also("/fact", "articles are 81 % of the amount")
            .also("/advice", "2 more activities of other types, a video for example, would even it out."),
        // A tie follows the order of the vocabulary, not that of the file.
        row(one("video") + &one("article"), "met 0.5 of 0.8").also("/details/channel", "article"),
        row(meetups.as_str(), "gap 0.833 of 0.8").only(WORKSHOP).also("/details/channel", "talk"),
        row(meetups, "met 0.667 of 0.8").only(PROGRAM).also("/details/channel", "talk"),
        row(one("article"), "not-assessed"),
    ]
}
