//! Sources for each kind of import, with a text as title, address, description and date.

use serde_json::{Value, json};

pub struct Source {
    pub name: &'static str,
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// The characters of a text that XML allows.
pub fn in_xml(text: &str) -> String {
    let is_of_xml = |it: &char| matches!(it, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(is_of_xml).collect()
}

fn as_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn json_source(name: &'static str, kind: &'static str, value: &Value) -> Source {
    Source { name, kind, bytes: value.to_string().into_bytes() }
}

/// The number of sources.
pub const SOURCES: usize = 11;

/// A source by its number, with two items: one with the text, and one with the text as its date.
pub fn source(text: &str, number: usize) -> Source {
    let sources: [Source; SOURCES] = sources(text).try_into().unwrap_or_else(|_| panic!("{SOURCES} sources"));
    sources.into_iter().nth(number).unwrap()
}

fn sources(text: &str) -> Vec<Source> {
    let url = format!("https://example.org/{text}");
    let day = "2026-11-20T10:00:00Z";
    let article = |day: &str| json!({ "title": text, "url": url, "published_at": day, "page_views_count": 5 });
    let repository = |day: &str| json!({ "full_name": text, "html_url": url, "description": text, "created_at": day, "private": false, "fork": false });
    let answer = |day: Value| json!({ "answer_id": 1, "title": as_html(text), "creation_date": day, "owner": { "link": "https://stackoverflow.com/users/1" } });
    let session = |day: &str| json!({ "title": text, "description": text, "startsAt": day, "speakers": [{ "name": "Amal Example" }], "recordingUrl": url });
    let activity = |day: &str| {
        json!({ "title": text, "description": text, "url": url, "dateCreated": day, "technologyFocusArea": text,
            "activityTypeName": "Speaker/Presenter at Third-party Event", "targetAudience": [text] })
    };
    let item = |day: &str| json!({ "title": text, "url": url, "date_published": day });
    let privacy = json!({ "mostValuableProfessionalProgram": { "activities": [activity(day), activity(text)] } });
    vec![
        json_source("devto", "devto", &json!([article(day), article(text)])),
        json_source("github", "github", &json!([repository(day), repository(text)])),
        json_source("a refusal", "github", &json!({ "message": text })),
        json_source("stack-exchange", "stack-exchange", &json!({ "items": [answer(json!(1_795_132_800)), answer(json!(text))] })),
        json_source("sessionize", "sessionize", &json!([{ "sessions": [session(day), session(text)] }])),
        json_source("portal", "portal", &privacy),
        json_source(
            "JSON Feed",
            "feed",
            &json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item(day), item(text)] }),
        ),
        Source { name: "RSS", kind: "feed", bytes: rss(text, &url) },
        Source { name: "calendar", kind: "calendar", bytes: calendar(text) },
        Source { name: "csv", kind: "csv", bytes: cells(text, &url) },
        Source { name: "columns", kind: "csv", bytes: columns(text) },
    ]
}

fn rss(text: &str, url: &str) -> Vec<u8> {
    // The title of RSS is HTML, written as text of XML.
    let title = as_html(&as_html(&in_xml(text)));
    let item =
        |day: &str| format!("<item><title>{title}</title><link>{}</link><pubDate>{day}</pubDate></item>", as_html(&in_xml(url)));
    let items = item("Fri, 20 Nov 2026 10:00:00 GMT") + &item(&as_html(&in_xml(text)));
    format!("<rss version=\"2.0\"><channel><title>x</title>{items}</channel></rss>").into_bytes()
}

fn calendar(text: &str) -> Vec<u8> {
    let text =
        text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace("\r\n", "\\n").replace(['\n', '\r'], "\\n");
    let event = |day: &str| {
        format!(
            "BEGIN:VEVENT\r\nSUMMARY:{text}\r\nDESCRIPTION:{text}\r\nDTSTART:{day}\r\nURL:https://example.org/{text}\r\nEND:VEVENT\r\n"
        )
    };
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}{}END:VCALENDAR\r\n", event("20261120T100000Z"), event(&text)).into_bytes()
}

/// Quotes a formula, as the program does.
fn guarded(text: &str) -> String {
    let begins = ['=', '+', '-', '@', '\t', '\'', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if text.starts_with(begins) { format!("'{text}") } else { text.to_owned() }
}

fn cells(text: &str, url: &str) -> Vec<u8> {
    let row = |day: &str| [day, "talk", &guarded(text), url, &guarded(text), "Amal"].map(str::to_owned);
    written(&[["date", "type", "title", "url", "description", "x"].map(str::to_owned), row("2026-11-20"), row(text)])
}

/// A table with unknown headers.
fn columns(text: &str) -> Vec<u8> {
    written(&[["date", "title", "type", text].map(str::to_owned), ["2026-11-20", "A", text, text].map(str::to_owned)])
}

fn written<const N: usize>(rows: &[[String; N]]) -> Vec<u8> {
    // Quotes keep a text in one cell whatever the delimiter.
    let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}
