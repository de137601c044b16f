//! Feeds that are damaged, hostile, or something else.

use serde_json::json;

use super::each;
use super::feeds::{import, imported, rss, rss_item};
use crate::import::model::Request;
use crate::import::named;
use crate::vocabulary::Vocabulary;

#[test]
fn the_encoding_is_declared_or_an_option() {
    let feed = |encoding: &str| {
        format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?><rss><channel>{}</channel></rss>", rss_item("Caf@", "1 Jan 2026"))
    };
    let bytes = |encoding: &str| feed(encoding).bytes().map(|byte| if byte == b'@' { 0xe9 } else { byte }).collect::<Vec<u8>>();
    assert_eq!(each(&imported(bytes("ISO-8859-1"), &[]), "title"), ["Café"]);
    assert_eq!(each(&imported(bytes("ISO-8859-1"), &["--encoding", "windows-1251"]), "title"), ["Cafй"]);
    assert!(import(bytes("UTF-8"), &[]).is_refused(&["is not UTF-8 text", "--encoding"]));
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(feed("utf-16").encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(each(&imported(wide, &[]), "title"), ["Caf@"]);
}

#[test]
fn other_files_are_refused_with_advice() {
    let cases: [(&str, &[&str]); 9] = [
        ("", &["it is empty", "did the download fail?"]),
        (" \n ", &["it is empty"]),
        ("404: Not Found", &["neither XML nor JSON"]),
        ("<!DOCTYPE html><html><head><meta charset=utf-8></head></html>", &["it is a web page", "application/rss+xml"]),
        ("<html><body/></html>", &["it is a web page"]),
        ("<opml version=\"2.0\"><body/></opml>", &["its outermost element is `opml`"]),
        ("<rss>\n<channel>\n<item></channel></rss>", &["-:3:7: not valid XML"]),
        ("<rss><channel>\n", &["-:2:1: the XML ends before it is complete", "did the download stop?"]),
        ("<rss><channel><title>&nbsp;</title></channel></rss>", &["-:1:22: not valid XML", "nbsp"]),
    ];
    for (feed, because) in cases {
        let ran = import(feed, &[]);
        assert!(ran.is_refused(because), "{feed}: {ran:#?}");
    }
    assert_eq!(
        imported("\n\n<?xml version=\"1.0\"?><rss><channel/></rss>", &[])["new"],
        json!([]),
        "a blank line before it does no harm"
    );
}

#[test]
fn hostile_feeds_are_refused() {
    let bomb: String = (1..10).map(|at| format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10))).collect();
    let bomb =
        format!("<!DOCTYPE rss [<!ENTITY l0 \"lol\">{bomb}]><rss><channel><item><title>&l9;</title></item></channel></rss>");
    let outside = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>&x;</title></item></channel></rss>";
    let attributes: String = (0..50_000).map(|at| format!("a{at}='' ")).collect();
    let namespaces: String = (0..50_000).map(|at| format!("<a xmlns:a{at}='b'>")).collect();
    let cases: [(String, &str); 8] = [
        ("<a>".repeat(100_000), "nested deeper"),
        (rss(&("<a>".repeat(100_000) + &"</a>".repeat(100_000))), "nested deeper"),
        (bomb, "document type"),
        (outside.into(), "document type"),
        (rss(&"<item/>".repeat(100_001)), "more than 100000 items"),
        (rss(&format!("<a {attributes}/>")), "attributes"),
        (rss(&namespaces), "namespaces hold at once"),
        (format!("{{\"items\": {}", "[".repeat(100_000)), "nested more than 128 levels"),
    ];
    for (feed, because) in cases {
        let ran = import(&feed, &[]);
        assert!(ran.is_refused(&[because]), "{}: {ran:#?}", &feed[..40]);
    }
}

#[test]
fn a_feed_that_is_cut_anywhere_is_refused() {
    let importer = named("feed").unwrap();
    let vocabulary = Vocabulary::default();
    let request = Request {
        vocabulary: &vocabulary,
        activity_type: None,
        speaker: None,
        site: None,
        encoding: None,
        dates: None,
        columns: &[],
    };
    let feed =
        rss("<!-- - --><item><title><![CDATA[Ž]]> &#x17d;&amp;</title><pubDate>1 Jan 2026</pubDate><link a='>' b=\"'\"/></item>");
    for end in 0..feed.len() {
        assert!((importer.read)(&feed.as_bytes()[..end], &request).is_err(), "cut at {end}");
    }
    assert_eq!((importer.read)(feed.as_bytes(), &request).unwrap().items.len(), 1);
}
