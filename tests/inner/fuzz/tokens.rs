//! Texts with a meaning to a reader, to be inserted into a case.

/// Words of TOML and of a profile or guidance, separated by spaces.
pub const TOML: &str = "[ ] [[ ]] { } = , . # \" ' \"\"\" ''' \\ \\u0041 \\U0001F600 \\x41 \\e [profile]\n [[contribution]]\n [[channel]]\n \
    [[waive]]\n [contribution.impact]\n [[\"contribution\"]] [profile.x] contribution=[{}] impact={} impact.views=1 \"impact\".\"views\"=3 \
    type=\"talk\" title= date=2026-05-01 until=2026-06-01 ongoing=true count=12 url=\"https://example.org\" url=\"javascript:1\" category= \
    categories=[\"AI\"] technology-areas=[] paid=false notes=\"x\" stage=\"renewal\" guidance=\"program-2026\" as-of=2026-11-23 \
    criterion=\"amount\" reason=\"x\" true false inf -inf nan 0x1F 0o17 0b1 1_000 1e9 +1 .5 2026-02-29 2026-05-01T10:00:00Z \
    2026-05-01T23:59:60-23:59 10:00:00 0000-01-01 9999-12-31 extends=\"workshop-2020\" check={amount={at-least=2}} [criterion.x] \
    [type.article] [metric.views] level=\"required\" advice=\"{measured}\" [[category]] [verdict] a.b.c.d=1";
/// Words of JSON.
pub const JSON: &str = "[ ] { } : , \" \\ \\u0000 \\ud800 \\ud83d\\ude00 \\\" null true false {} [] [[]] {\"a\":{}} \"\" -0 1e400 1.5 -1 \
    \"items\": \"title\": \"url\": \"2026-05-01T10:00:00Z\" \"/Date(1)/\" // /* NaN &amp; &#0; &#x1F600; \"schema_version\":1 \"reports\":";
/// Words of XML and of a sheet.
pub const XML: &str = "< > & ; \" ' = / <!-- --> <![CDATA[ ]]> <?xml ?> <!DOCTYPE <!ENTITY &amp; &lt; &#0; &#65; &#x1F600; &x; <item> </item> \
    <entry> </entry> <title> </title> <title/> <pubDate> <link href=\"x\"/> xmlns=\"x\" xmlns:a=\"b\" a: <c <row> </row> <v> </v> r=\"A1\" \
    r=\"XFD1048576\" r=\"A0\" r=\"ZZZZZZZ9\" t=\"s\" t=\"b\" t=\"d\" s=\"1\" s=\"99\" <is><t> 1e308 -1 60 2958466 0.5 encoding=\"utf-16\" \
    encoding=\"shift_jis\"";
/// Words of a calendar.
pub const CALENDAR: &str = "BEGIN:VEVENT\n END:VEVENT\n BEGIN:VCALENDAR\n END:VCALENDAR\n BEGIN:VALARM\n SUMMARY:x\n DTSTART:20260501\n \
    DTEND: ;TZID=\"a:b\": ;VALUE=DATE: T180000 Z : ; , \\n \\, \\; \\ \" \r\n\t URL:javascript:1\n RRULE:x\n RDATE:x\n STATUS:CANCELLED\n 20260230";
/// Words of a table.
pub const CSV: &str = ", ; \t | \" \"\" \n \r\n \r type title date url views until ongoing count metrics paid rating =1+1 '=1 +1 -1 @x \
    1,000 1.000 1.000,5 12\u{a0}000 1e9 2026-05-01 01/02/2026 31.12.2025 1\u{a0}May\u{a0}2026 46143 yes no article views=3;likes=1";

/// Texts that terminals, browsers, spreadsheets or build services obey.
const HOSTILE: [&str; 10] = [
    "\u{1b}[7;35mcoloured\u{1b}[m",
    "\u{1b}]8;;https://evil.example\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "bell\u{7}\u{8}",
    "\u{9b}7m \u{85}",
    "\u{202e}right to left\u{2066}",
    "zero\u{200b}width\u{feff}",
    "<script>alert(1)</script>",
    "](javascript:alert(1)) | `code`",
    "=HYPERLINK(\"https://evil.example\")",
    "\n::error::x\n##vso[task.complete]",
];

/// The words of a language, and bytes with a meaning to most readers.
pub fn tokens(words: &str) -> Vec<Vec<u8>> {
    let words = words.split(' ').map(|word| word.as_bytes().to_vec());
    // Parts of characters, byte order marks, controls.
    let raw: [&[u8]; 14] = [
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xf0\x9f\x91",
        b"\xc3",
        b"\xa9",
        b"\xed\xa0\x80",
        b"\0",
        b"\x1b[31m",
        b"\x7f",
        b"\r",
        b"\n",
        b" ",
        b"\t",
        b"\x1f\x8b\x08",
    ];
    let numbers = ["0", "-1", "99999999999999999999", "1000000000001", "4294967296", "2026-02-30", "1989-12-31", "2101-01-01"];
    let others = raw.map(<[u8]>::to_vec).into_iter().chain(numbers.map(|number| number.as_bytes().to_vec()));
    words.chain(others).chain(HOSTILE.map(|text| text.as_bytes().to_vec())).collect()
}
