//! Valid files for each reader. Most are small, so that mutations hit what matters and cases are quick.

use std::io::Write as _;

use zip::write::SimpleFileOptions;

use crate::inner_tests::edits::made;
use crate::inner_tests::reports::{edition, rendered};

/// A profile with every key, written in many ways.
pub const FULL: &str = include_str!("seeds/full.toml");
/// A small profile.
pub const SMALL: &str = include_str!("../../../examples/thin.toml");
/// A profile with some of the entries in the importers' sources.
pub const KNOWN: &str = include_str!("seeds/known.toml");

/// Random profiles among the seeds.
const MADE: u64 = 24;

pub fn profiles() -> Vec<String> {
    let written = [
        FULL,
        FULL,
        SMALL,
        KNOWN,
        "",
        "contribution = [\n  { type = \"talk\", title = \"In a list\", date = 2026-05-01 }, # one\n]\n",
        include_str!("../../../examples/two-categories.toml"),
        include_str!("../../../examples/renewal.toml"),
    ];
    written.into_iter().map(str::to_owned).chain((0..MADE).map(|number| made::profile(number).text)).collect()
}

/// Custom guidance, and the built-in editions as custom guidance.
pub fn guidances() -> Vec<String> {
    let written = [
        include_str!("../../../examples/community-guidance.toml"),
        include_str!("seeds/guidance.toml"),
        include_str!("seeds/guidance.toml"),
        "extends = \"workshop-2020\"\n",
        "extends = \"program-2026\"\n[criterion.amount]\nlevel = \"required\"\ncheck = { amount = { at-least = 12 } }\n",
        include_str!("../../../src/guidance/workshop-2020.toml"),
        include_str!("../../../src/guidance/program-2026.toml"),
    ];
    // Only a built-in edition may set a basis.
    let own = |text: &str| text.split_inclusive('\n').filter(|line| !line.contains("basis = ")).collect();
    written.map(own).to_vec()
}

pub fn reports() -> Vec<String> {
    let least = r#"{"schema_version": 1, "as_of": "2026-05-01", "guidance": {"id": "workshop-2020"}, "profile": {"path": "profile.toml"},
"activity": {"amount": 2.5, "reach": {"online": 1e3, "in_person": 0}, "contributions": [
  {"type": "article", "title": "A canvas app for the village football club", "date": "2026-06-23", "impact": {"views": 20}},
  {"type": "talk", "title": "Gone", "date": "2026-01-02", "url": "https://example.org/gone"}]},
"findings": [{"criterion": "diversity", "category": null, "outcome": "met"}, {"criterion": "amount", "outcome": "gap"}]}
"#;
    let team = format!(r#"{{"schema_version": 1, "reports": [{least}, {{"profile": {{"path": "x"}}, "error": {{}}}}]}}"#);
    let whole = rendered(SMALL, edition("workshop-2020"), "2026-10-30", "json");
    vec![least.into(), least.into(), team, whole]
}

pub fn tables() -> Vec<String> {
    let written = [
        "type,title,date,url,views,rating,until,ongoing\n\
         article,Known,2026-03-04,https://example.org/known,900,,,\n\
         talk,\"Said, and\n\"\"done\"\"\",2026-05-06,,,4.5,2026-05-07,\nvideo,'=1+1,2026-06-07,https://example.org/v,\"12,000\",,ongoing,\n",
        "Activity Date;Title of Activity;Link;Contribution Type;Annual Quantity\r\n01.05.2026;Blazor;https://example.org/b;article;2\r\n\
         31.12.2025;Žluťoučký;;Blog/Website Post;\r\n",
        "Title\tDate\tType\tViews\tAudience\n\nCourse\t1 May 2026\tVideo\t12 000\tDeveloper; IT Pro\nTalk\t2026/6/2\ta talk\t0\t\n",
        "startdate,title,ContributionType,AnnualQuantity,SecondAnnualQuantity,AnnualReach,metrics\n\
         2026-03-01,Splatting,Speaking (Conference),3,50,1200,\n3 March 2026,Pester,Article,,,,views=3; likes=1\n",
    ];
    written.map(str::to_owned).to_vec()
}

/// Rows of a worksheet in XML.
pub fn sheets() -> Vec<String> {
    let header = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
        <c r=\"C1\" t=\"inlineStr\"><is><t>Views</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>Paid</t></is></c></row>\n";
    let rows = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" s=\"1\"><v>46143.75</v></c>\
        <c r=\"C2\"><v>12000</v></c><c r=\"D2\" t=\"b\"><v>0</v></c></row>\n\
        <row r=\"7\"><c r=\"A7\" t=\"str\"><f>A2&amp;1</f><v>Late</v></c><c r=\"B7\" t=\"d\"><v>2026-05-01</v></c><c r=\"XFD7\"/></row>\n";
    let errors = "<row><c t=\"inlineStr\"><is><r><t>Rich</t></r></is></c><c t=\"e\"><v>#N/A</v></c></row>\n";
    vec![format!("{header}{rows}"), format!("{header}{errors}{rows}")]
}

/// A workbook with one sheet of these rows, not compressed.
pub fn workbook(rows: &[u8]) -> Vec<u8> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const LINKS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    let link = |kind: &str, target: &str| {
        format!("{LINKS}<Relationship Id=\"r1\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/></Relationships>")
    };
    let book = format!(
        "<workbook {MAIN} xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let styles =
        format!("<styleSheet {MAIN}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
    let texts = "<sst uniqueCount=\"3\"><si><t>Title</t></si><si><t>Date</t></si><si><t>=Blazor &amp; more</t></si></sst>";
    let sheet = [format!("<worksheet {MAIN}><sheetData>").as_bytes(), rows, b"</sheetData></worksheet>"].concat();
    let parts = [
        ("_rels/.rels", link("officeDocument", "xl/workbook.xml").into_bytes()),
        ("xl/workbook.xml", book.into_bytes()),
        ("xl/_rels/workbook.xml.rels", link("worksheet", "worksheets/sheet1.xml").into_bytes()),
        ("xl/styles.xml", styles.into_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes().to_vec()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in parts {
        archive.start_file(name, options).unwrap();
        archive.write_all(&part).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// Feeds of each format.
pub fn feeds() -> Vec<String> {
    let written = [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>\n\
         <title>Not an item</title>\n<item><title><![CDATA[Pods &\n nodes]]></title>\n<link>https://example.org/known</link>\n\
         <pubDate>Wed, 04 Mar 2026 23:30:00 -0500</pubDate>\n<enclosure url=\"x\" type=\"video/mp4\"/></item>\n\
         <item><title>Isn&amp;#39;t &lt;b&gt;</title><guid>https://example.org/2</guid><pubDate>1 Jan 26 00:00 GMT</pubDate></item>\n\
         </channel></rss>\n",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:yt=\"http://www.youtube.com/xml/schemas/2015\"\n\
         xmlns:media=\"http://search.yahoo.com/mrss/\">\n<entry><yt:videoId>x</yt:videoId><title>A video</title>\n\
         <link rel=\"alternate\" href=\"https://example.org/v\"/><published>2026-02-01T10:00:00+01:00</published>\n\
         <media:group><media:community><media:starRating count=\"12\"/><media:statistics views=\"3456\"/></media:community></media:group>\n\
         </entry>\n<entry><title type=\"html\">B &amp;amp; C</title><updated>2026-02-03T00:00:00Z</updated></entry></feed>\n",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <item><title>Old</title><link>https://example.org/o</link><dc:date>2026-05-01</dc:date></item></rdf:RDF>\n",
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"x\", \"items\": [\n\
         {\"id\": \"1\", \"title\": \"A post\", \"url\": \"https://example.org/p\", \"date_published\": \"2026-05-01T10:00:00Z\"},\n\
         {\"id\": 2, \"title\": \"Cast\", \"date_published\": \"2026-05-02\", \"attachments\": [{\"mime_type\": \"audio/mpeg\"}]}]}\n",
    ];
    written.map(str::to_owned).to_vec()
}

/// Calendars.
pub fn calendars() -> Vec<String> {
    let written = [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\nSUMMARY:Known\\, and\r\n  folded \u{17e}\r\n\
         DTSTART;TZID=\"Europe/Prague\":20260304T180000\r\nDTEND:20260305T000000Z\r\nURL:https://example.org/known\r\n\
         DESCRIPTION;LANGUAGE=en:Two\\nlines\\; and more\r\nBEGIN:VALARM\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\nEND:VEVENT\r\n\
         BEGIN:VEVENT\r\nSUMMARY:Gone\r\nDTSTART:20260405\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Days\nDTSTART;VALUE=DATE:20260114\nDTEND;VALUE=DATE:20260117\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Often\nDTSTART:20260101T100000\nRRULE:FREQ=MONTHLY;COUNT=12\nEND:VEVENT\nEND:VCALENDAR\n",
    ];
    written.map(str::to_owned).to_vec()
}

/// Answers of a service.
pub fn answers(service: &str) -> Vec<String> {
    let written: &[&str] = match service {
        "stack-exchange" => &[
            "{\"items\": [\n{\"owner\": {\"user_id\": 1, \"link\": \"https://dba.stackexchange.com/users/1/amal\"}, \"is_accepted\": true,\n\
             \"score\": 12, \"creation_date\": 1767225599, \"answer_id\": 1, \"title\": \"Isn&#39;t &amp;amp; &lt;b&gt;\"},\n\
             {\"owner\": {\"display_name\": \"user1\"}, \"score\": -3, \"creation_date\": 1772600000, \"answer_id\": 2}],\n\
             \"has_more\": true, \"quota_max\": 300}\n",
            "[{\"answer_id\": 3, \"creation_date\": 1780000000, \"is_accepted\": false, \"owner\": null}]",
        ],
        "github" => &[
            "[{\"full_name\": \"example/tools\", \"html_url\": \"https://github.com/example/tools\", \"private\": false,\n\
             \"fork\": false, \"description\": \"Small\\ttools\", \"created_at\": \"2025-12-31T23:59:59Z\",\n\
             \"pushed_at\": \"2026-03-01T08:00:00Z\", \"stargazers_count\": 57, \"forks_count\": 0},\n\
             {\"full_name\": \"example/copy\", \"fork\": true, \"archived\": null}]\n",
            "{\"total_count\": 40, \"items\": [{\"number\": 1, \"title\": \"Change \\ud83d\\udc4d\", \"html_url\": \"https://github.com/x/y/pull/1\",\n\
             \"pull_request\": {\"merged_at\": \"2026-02-03T23:30:00Z\"}}, {\"title\": \"An issue\"}]}\n",
        ],
        "sessionize" => &[
            "[{\"groupName\": \"One\", \"sessions\": [{\"id\": \"1\", \"title\": \"Mine\", \"description\": \"With\\ncode.\",\n\
             \"startsAt\": \"2026-03-04T23:45:00\", \"isServiceSession\": false, \"liveUrl\": null,\n\
             \"speakers\": [{\"id\": \"a\", \"name\": \"amal  EXAMPLE \"}], \"recordingUrl\": \"https://example.org/known\"}]}]\n",
            "{\"sessions\": [{\"title\": \"Ours\", \"startsAt\": \"2026-05-06\", \"speakers\": [\"b\", \"a\"]}],\n\
             \"speakers\": [{\"id\": \"a\", \"fullName\": \"Amal Example\"}, {\"id\": \"b\", \"fullName\": \"Ben\"}, {\"id\": 5}]}\n",
        ],
        "devto" => &["[{\"title\": \"Azure Functions & I\", \"url\": \"https://example.org/known\", \"published\": true,\n\
             \"published_at\": \"2026-03-04T23:59:00Z\", \"comments_count\": 0, \"positive_reactions_count\": 34,\n\
             \"page_views_count\": 1200}, {\"title\": \"Draft\", \"published_at\": null, \"published_timestamp\": \"\"}]\n"],
        "portal" => &[
            "{\"Contributions\": [{\"ContributionTypeName\": \"Blog/Website Post\", \"StartDate\": \"2026-03-04T00:00:00\", \"Title\": \"A post\",\n\
             \"ReferenceUrl\": \"https://example.org/known\", \"Description\": \"About it.\", \"AnnualQuantity\": 3,\n\
             \"SecondAnnualQuantity\": 40, \"AnnualReach\": 1500, \"ContributionTechnology\": {\"Name\": \"Azure DevOps\"}},\n\
             {\"ContributionType\": {\"Name\": \"Book (Author)\"}, \"Title\": \"B\", \"StartDate\": \"/Date(1420070400000)/\"}], \"TotalContributions\": 2}\n",
            "{\"mostValuableProfessionalProgram\": {\"activities\": [{\"title\": \"A talk\", \"url\": \" \", \"dateCreated\": \"2026-02-03T23:00:00Z\",\n\
             \"activityTypeName\": \"Speaker/Presenter at Third-party Event\", \"targetAudience\": [\"Developer\", \" \"],\n\
             \"technologyFocusArea\": \"PowerShell\", \"annualReach\": \"45\", \"role\": \"Speaker\"}, {\"title\": \"[GDPR Delete]\"}]}}\n",
        ],
        other => panic!("{other} has no seeds"),
    };
    written.iter().map(|text| (*text).to_owned()).collect()
}
