//! Feeds, as weblogs, podcasts and YouTube publish them.

use serde_json::{Value, json};

use super::{Import, each, skipped};

pub fn import(feed: impl AsRef<[u8]>, options: &[&str]) -> Import {
    Import::of("feed", "-", feed, options)
}

pub fn imported(feed: impl AsRef<[u8]>, options: &[&str]) -> Value {
    import(feed, options).json()
}

pub fn rss(items: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Not an item</title><link>https://blog.example.org</link><pubDate>Fri, 02 Jan 2026 00:00:00 GMT</pubDate>
{items}
</channel></rss>"#
    )
}

pub fn rss_item(title: &str, date: &str) -> String {
    format!("<item><title>{title}</title><pubDate>{date}</pubDate></item>")
}

fn atom(entries: &str) -> String {
    format!(
        r#"<feed xmlns="http://www.w3.org/2005/Atom" xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/">
<title>Not an entry</title><updated>2026-02-01T00:00:00Z</updated>
{entries}
</feed>"#
    )
}

#[test]
fn an_item_of_rss_is_an_article_with_its_title_day_and_link() {
    let feed = rss("<item><itunes:title>Short</itunes:title><title><![CDATA[Pods &\n  nodes]]></title>\
        <description>&lt;p&gt;Not taken over&lt;/p&gt;</description><category>Azure</category><dc:creator>Somebody Example</dc:creator>\
        <atom:link href=\"https://example.org/feed\"/><link> https://blog.example.org/pods </link>\
        <pubDate>Thu, 01 Jan 2026 23:30:00 -0800</pubDate></item>");
    let expected =
        json!({"type": "article", "title": "Pods & nodes", "date": "2026-01-01", "url": "https://blog.example.org/pods"});
    assert_eq!(imported(feed, &[])["new"], json!([expected]));
}

#[test]
fn titles_are_decoded_once_and_keep_what_looks_like_a_tag() {
    let titles =
        ["Tom &amp;amp; Jerry", "<![CDATA[Tom &amp; Jerry]]>", "The &lt;b&gt; tag", "The &amp;amp;lt; sign", "It&amp;#8217;s"];
    let feed = rss(&titles.map(|title| rss_item(title, "1 Jan 2026")).join("\n"));
    let expected = ["Tom & Jerry", "The <b> tag", "The &lt; sign", "It\u{2019}s"];
    assert_eq!(each(&imported(&feed, &[]), "title"), expected, "the second title repeats the first");
    let entry = |title: &str| format!("<entry>{title}<published>2026-01-01T00:00:00Z</published></entry>");
    let feed = atom(
        &[
            entry("<title>Tom &amp;amp; Jerry</title>"),
            entry("<title type=\"html\">Tom &amp;amp; Anna</title>"),
            entry("<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Tom <b>&amp;</b> Eva</div></title>"),
        ]
        .join("\n"),
    );
    assert_eq!(each(&imported(&feed, &[]), "title"), ["Tom &amp; Jerry", "Tom & Anna", "Tom & Eva"]);
}

#[test]
fn the_written_day_counts_on_both_sides_of_midnight() {
    let days =
        ["Thu, 01 Jan 2026 23:30:00 -0800", "Thu, 01 Jan 2026 00:10:00 +0900", "1 Jan 26 22:00 EST", "2026-01-01T23:59:00-11:00"];
    let items: Vec<String> = days.iter().enumerate().map(|(at, day)| rss_item(&at.to_string(), day)).collect();
    assert_eq!(each(&imported(rss(&items.join("\n")), &[]), "date"), ["2026-01-01"; 4]);
    let feed = rss("<item><title>A</title><pubDate/><dc:date>2026-01-01T23:30:00-08:00</dc:date></item>");
    assert_eq!(each(&imported(feed, &[]), "date"), ["2026-01-01"]);
}

#[test]
fn incomplete_items_are_skipped_with_place_and_reason() {
    let feed = rss("<item><pubDate>1 Jan 2026</pubDate></item>\n<item><title> </title><pubDate>1 Jan 2026</pubDate></item>\n\n\
        <item><title>A</title></item>\n<item><title>B</title><pubDate>Mon, 30 Feb 2026 10:00:00 GMT</pubDate></item>\n\
        <item><title>C</title><pubDate>soon</pubDate></item>\n<item><title>D</title><pubDate>1 Jan 1970</pubDate></item>");
    let imported = imported(feed, &[]);
    let skipped = skipped(&imported);
    assert_eq!(skipped[..3], [("item 1 (line 5)", "no title"), ("item 2 (line 6)", "no title"), ("item 3 (line 8)", "no date")]);
    assert_eq!(skipped[3], ("item 4 (line 9)", "date “Mon, 30 Feb 2026 10:00:00 GMT” cannot be read"));
    assert_eq!(skipped[4], ("item 5 (line 10)", "date “soon” cannot be read"));
    assert!(skipped[5].1.contains("1990"), "{skipped:?}");
    assert_eq!(imported["new"], json!([]));
}

#[test]
fn only_web_links_are_imported() {
    let item = |at: usize, link: &str| format!("<item><title>{at}</title><pubDate>1 Jan 2026</pubDate>{link}</item>");
    let links = [
        "<link>javascript:alert(1)</link>",
        "<link>/posts/1</link><guid>https://example.org/1</guid>",
        "<link/><guid isPermaLink=\"false\">https://example.org/2</guid>",
        "<guid isPermaLink=\"true\">HTTPS://example.org/3</guid>",
        "<guid>tag:example.org,2026:4</guid>",
    ];
    let items: Vec<String> = links.iter().enumerate().map(|(at, link)| item(at, link)).collect();
    let expected = json!([null, "https://example.org/1", null, "HTTPS://example.org/3", null]);
    assert_eq!(json!(each(&imported(rss(&items.join("\n")), &[]), "url")), expected);
    let entry = "<entry><title>A</title><published>2026-01-01</published><link rel=\"self\" href=\"https://example.org/a.xml\"/>\
        <link href=\"data:text/html,x\"/><link rel=\"alternate\" href=\"https://example.org/a\"/></entry>";
    assert_eq!(each(&imported(atom(entry), &[]), "url"), ["https://example.org/a"]);
}

#[test]
fn the_day_of_an_update_is_the_last_resort_and_is_noted() {
    let feed = atom(
        "<entry><title>A</title><published>2026-01-01T10:00:00Z</published><updated>2026-01-31T10:00:00Z</updated></entry>\
         <entry><title>B</title><updated>2026-01-31T23:00:00-05:00</updated></entry>",
    );
    let imported = imported(feed, &[]);
    assert_eq!(each(&imported, "date"), ["2026-01-01", "2026-01-31"]);
    assert_eq!(imported["note"], "1\u{a0}item does not tell when it was published: the day of the last update is taken.");
}

#[test]
fn videos_of_youtube_have_the_numbers_of_their_type() {
    let feed = atom(
        "<entry><yt:videoId>x1</yt:videoId><title>Deploy &lt;fast&gt;</title><link rel=\"alternate\" href=\"https://www.youtube.com/watch?v=x1\"/>\
         <published>2026-01-01T19:15:01+00:00</published><updated>2026-02-01T00:00:00+00:00</updated>\
         <media:group><media:title>Other</media:title><media:community><media:starRating count=\"150\" average=\"4.95\"/>\
         <media:statistics views=\"3043\"/></media:community></media:group></entry>",
    );
    let entry = |activity_type: &str| {
        json!({"type": activity_type, "title": "Deploy <fast>", "date": "2026-01-01",
        "url": "https://www.youtube.com/watch?v=x1"})
    };
    let mut video = entry("video");
    video["impact"] = json!({"views": 3043, "likes": 150});
    assert_eq!(imported(&feed, &[])["new"], json!([video]));
    assert_eq!(imported(&feed, &["--type", "talk"])["new"], json!([entry("talk")]));
    let odd = feed.replace("3043", "-3").replace("150", "many");
    assert_eq!(imported(odd, &[])["new"], json!([entry("video")]));
}

#[test]
fn episodes_are_videos_without_another_type() {
    let item = |media_type: &str| {
        format!(
            "<item><title>{media_type}</title><pubDate>1 Jan 2026</pubDate><enclosure url=\"x\" type=\"{media_type}\"/></item>"
        )
    };
    let feed = rss(&["audio/mpeg", "video/mp4", "image/png"].map(item).join(""));
    assert_eq!(each(&imported(&feed, &[]), "type"), ["video", "video", "article"]);
    assert_eq!(each(&imported(&feed, &["--type", "workshop"]), "type"), ["workshop"; 3]);
}

#[test]
fn older_versions_of_rss_are_read() {
    let item = "<item><title>A</title><link>https://example.org/a</link>";
    let rdf = format!(
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>B</title></channel>{item}<dc:date>2026-01-01</dc:date></item></rdf:RDF>"
    );
    let old =
        format!("<rss version=\"0.92\"><channel><title>B</title>{item}<pubDate>1 Jan 2026</pubDate></item></channel></rss>");
    let expected = json!([{"type": "article", "title": "A", "date": "2026-01-01", "url": "https://example.org/a"}]);
    assert_eq!(imported(rdf, &[])["new"], expected);
    assert_eq!(imported(old, &[])["new"], expected);
}

#[test]
fn json_feed_is_read_item_by_item() {
    let feed = json!({"version": "https://jsonfeed.org/version/1.1", "title": "Blog", "items": [
        {"id": "1", "title": "A &amp; b", "date_published": "2026-01-01T23:30:00-08:00", "url": "https://example.org/a", "content_html": "<p>x"},
        {"id": "2", "title": "B", "date_published": "2026-01-02", "url": "/b", "external_url": "https://example.com/b",
         "attachments": [{"url": "https://example.org/b.mp3", "mime_type": "audio/mpeg"}]},
        {"id": "3", "content_text": "A note without a title", "date_published": "2026-01-02"},
        {"id": "4", "title": "C", "date_modified": "2026-01-02"},
        {"id": "5", "title": 7},
    ]});
    for begin in ["", " \n", "\u{feff}"] {
        let imported = imported(format!("{begin}{feed}"), &[]);
        let expected = json!([
            {"type": "article", "title": "A &amp; b", "date": "2026-01-01", "url": "https://example.org/a"},
            {"type": "video", "title": "B", "date": "2026-01-02", "url": "https://example.com/b"},
        ]);
        assert_eq!(imported["new"], expected, "{begin:?}");
        let skipped = skipped(&imported);
        assert_eq!(skipped[..2], [("item 3", "no title"), ("item 4", "no date")]);
        assert!(skipped[2].1.contains("text in quotation marks is meant here"), "{skipped:?}");
    }
    assert!(import("{\"sessions\": []}", &[]).is_refused(&["no JSON Feed", "--list"]));
    assert!(import("{\"items\": [", &[]).is_refused(&["-:1:", "not valid JSON"]));
}
