//! Each reader finds text that came alive.

use serde_json::json;

use crate::helpers::checks::reading::{Kind, Read, read};
use crate::helpers::checks::{Checked, cells, lines, markdown, page, shape};

fn is_caught(checked: Checked, because: &str) {
    let wrong = checked.expect_err(because);
    assert!(wrong.contains(because), "{because}: {wrong}");
}

fn is_refused(kind: Kind, text: &str, because: &str) {
    is_caught(read(kind, text).map(drop), because);
}

#[test]
fn raw_characters_commands_and_wide_lines() {
    for raw in ["\u{1b}[m", "\u{9b}m", "\r", "\u{202e}", "\u{200b}", "\u{e0041}", "\u{feff}", "\u{ad}"] {
        is_caught(lines::nothing_raw(&format!("a\nb {raw}")), "unescaped");
    }
    for command in ["::error::x", "a\n \u{3000}::x::y"] {
        is_caught(lines::no_command(command, &[]), "a command");
    }
    for command in ["a ##vso[x]y", "##[error]x", "## heading ##[x]", "::error file=a::b ##[x]"] {
        is_caught(lines::no_command(command, &["::error file="]), "`##`");
    }
    is_caught(lines::fits("four\n\u{4e2d}\u{6587}\u{4e2d}", 5), "6 columns");
    assert!(lines::no_command("## heading\n::error file=a::b", &["::error file="]).is_ok());
}

/// A page as the program makes it, with something in it.
fn page_with(text: &str) -> String {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";
    format!(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title>{policy}<style>a {{}}</style></head><body>{text}</body></html>"
    )
}

#[test]
fn what_a_browser_would_obey() {
    assert!(read(Kind::Page, &page_with("<p id=\"a\"><a href=\"#a\">a</a></p>")).is_ok());
    for (live, because) in [
        ("<script>alert(1)</script>", "an element script"),
        ("<img src=x onerror=alert(1)>", "an element img"),
        ("<p onclick='x'>a</p>", "p onclick"),
        ("<p style='a:b'>a</p>", "p style"),
        ("<a href='javascript:alert(1)'>a</a>", "a link to javascript"),
        ("<a href='//evil.example'>a</a>", "a link to //evil"),
        ("<a href='#no'>a</a>", "nothing has the id"),
        ("<p id='a'></p><p id='a'></p>", "twice"),
        ("<p><b>a</p>", "["),
        ("<style>b {}</style>", "another style"),
        ("<svg><g></svg>", "["),
        ("<p>&notit;</p>", "["),
    ] {
        is_refused(Kind::Page, &page_with(live), because);
    }
    let page = |text: &str| page::Page::new(&page_with(text));
    is_caught(page::same(&page("<p>a<b>b</b></p>"), &page("<p>a</p>"), "https://a/"), "instead of");
    is_caught(page::same(&page("<p title='x'>a</p>"), &page("<p>a</p>"), "https://a/"), "instead of");
    let link = |to: &str| page(&format!("<a href='{to}'>a</a>"));
    is_caught(page::same(&link("https://evil.example"), &link("https://a/b"), "https://a/"), "a link to");
}

#[test]
fn what_a_forge_would_obey() {
    for live in ["a <b>b</b>", "<!-- a -->", "![a](b)", "<details>"] {
        is_refused(Kind::Markdown, live, "in Markdown");
    }
    is_refused(Kind::Markdown, "| a | b |\n| - | - |\n| c |\n", "rows of");
    let words = markdown::tree("some words");
    for live in [
        "some *words*",
        "# some words",
        "some `words`",
        "[some](https://a) words",
        "- some words",
        "a\n: b",
        "^a^ words",
        "[^1]\n\n[^1]: a",
        "> [!NOTE]\n> a",
        "a $b$ c",
    ] {
        is_caught(markdown::same(&markdown::tree(live), &words), "instead of");
    }
    for live in
        ["some @name", "some #1", "a GH-1", "me@a.example", "https://a.example", "www.a.example", "\\#1", "&#64;name", "a !1"]
    {
        is_caught(markdown::same(&markdown::tree(live), &words), "would be linked");
    }
    for broken in ["@&#8203;name", "https\\://a.example", "www\\.a.example", "a # 1"] {
        markdown::same(&markdown::tree(broken), &words).unwrap();
    }
}

#[test]
fn what_programs_would_obey() {
    for formula in ["a,=1", "a,\" @b\"", "a,\"\t1\"", "a,\u{ff1d}1"] {
        is_caught(cells::no_formula(&cells::rows(formula).unwrap()), "a formula");
    }
    is_refused(Kind::Csv, "a,b\nc\n", "CSV");
    is_caught(cells::same_size(&cells::rows("a\nb").unwrap(), &cells::rows("a").unwrap()), "rows and columns");
    for (github, because) in [
        ("hello", "no command"),
        ("::error file=a,line=0,title=b::c", "no line"),
        ("::error file=/a,line=1,title=b::c", "no file"),
        ("::add-mask x=y::z", "a command"),
    ] {
        is_refused(Kind::Github, github, because);
    }
    for (azure, because) in [
        ("##vso[task.complete result=x]", "`##`"),
        ("hello", "no line of a log"),
        ("##vso[task.logissue type=error;x]y", "no value"),
    ] {
        is_refused(Kind::Azure, azure, because);
    }
    is_refused(Kind::Json, "{\"a\": }", "expected value");
    is_refused(Kind::Toml, "a = \"b", "");
    is_caught(shape::same(&json!({"a": "x", "b": 1}), &json!({"a": "w"}), "x", "w"), "instead of");
    is_caught(shape::same(&json!({"a": ["y"]}), &json!({"a": ["w"]}), "x", "w"), "is not the text");
    assert!(matches!(read(Kind::Toml, "a = 1"), Ok(Read::Toml(_))));
}
