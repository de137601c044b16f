//! Numbers and lengths out of range, and many mistakes.

use super::{ENTRY, In, PROFILE, TALK, checked};

/// Each value of a key of an `impact` table is one error at the value.
fn check_impact(within: &In, key: &str, values: &[&str]) {
    for value in values {
        let text = format!("impact = {{ {key} = {value} }}");
        let column = text.len() - value.len() - " }".len() + 1;
        within.errors(&[(&text, 5, column, &format!("`{key}`"), "")]);
    }
}

#[test]
fn numbers() {
    for value in ["0", "-1", "1_000_001", "99999999999999999999999999999999999999999", "1.5", "nan", "inf"] {
        ENTRY.errors(&[(&format!("count = {value}"), 5, 9, "`count`", "")]);
    }
    let beyond_128_bits = ["170141183460469231731687303715884105728", "-170141183460469231731687303715884105729"];
    check_impact(&ENTRY, "views", &["-1", "1_000_000_000_001", "1.5", "nan", "inf", "-inf"]);
    check_impact(&ENTRY, "views", &beyond_128_bits);
    check_impact(&TALK, "rating", &["5.1", "6", "-0.1", "nan", "inf", "-inf"]);
    for value in ["0x", "0b", "0o", "1_0\u{660}"] {
        ENTRY.errors(&[(&format!("count = {value}"), 5, 9, "cannot be read", "")]);
        check_impact(&ENTRY, "views", &[value]);
    }
    ENTRY.errors(&[("count = 1.5", 5, 9, "whole", ""), ("impact = { views = 1.5 }", 5, 20, "whole", "")]);
    ENTRY.fine(&["count = 1", "count = 1_000_000", "impact = { views = 0 }", "impact = { views = 1_000_000_000_000 }"]);
    TALK.fine(&["impact = { rating = 5.0 }", "impact = { rating = 5 }", "impact = { rating = 0.0 }"]);
}

/// A text at its limit is valid. One more character is an error at the start of the text.
fn check_length(within: &In, key: &str, line: usize, longest: usize) {
    for (head, character) in [("", "x"), ("", "ž"), ("", "中"), ("", "👍"), ("https://e.org/", "ž")] {
        // Only a URL needs a certain beginning.
        if (key == "url") != head.is_empty() {
            let text = |characters: usize| format!("{key} = \"{head}{}\"", character.repeat(characters - head.len()));
            within.fine(&[&text(longest)]);
            within.errors(&[(&text(longest + 1), line, key.len() + 4, &format!("`{key}`"), "")]);
        }
    }
}

#[test]
fn texts_have_a_longest_length() {
    for key in ["url", "language", "highlight"] {
        check_length(&ENTRY, key, 5, 2_000);
    }
    for key in ["description", "notes"] {
        check_length(&ENTRY, key, 5, 20_000);
    }
    check_length(&PROFILE, "name", 2, 2_000);
    check_length(&In("[[waive]]\ncriterion = \"amount\"\n"), "reason", 3, 2_000);
    check_length(&In("[[contribution]]\ntype = \"article\"\ndate = 2026-05-01\n"), "title", 4, 2_000);
    let long = "ž".repeat(2_001);
    ENTRY.errors(&[(&format!("audience = [\"a\", \"{long}\"]"), 5, 18, "`audience`", "")]);
    PROFILE.errors(&[(&format!("categories = [\"{long}\"]"), 2, 15, "`categories`", "")]);
}

#[test]
fn lists_have_at_most_a_hundred_items() {
    for (within, line, key) in [(&ENTRY, 5, "technology-areas"), (&ENTRY, 5, "audience"), (&PROFILE, 2, "technology-areas")] {
        let text = |items: usize| format!("{key} = [\n{}]", "\"a\",\n".repeat(items));
        within.fine(&[&text(100)]);
        within.errors(&[(&text(101), line, key.len() + 4, &format!("`{key}`"), "")]);
    }
}

#[test]
fn a_hundred_mistakes_are_kept_and_the_others_counted() {
    for (line, keys) in [("role = \"x\"", 5), ("what is this", 5), ("xyzzy = 1", 5)] {
        let (found, errors, more, ()) = checked(&ENTRY.text(line).repeat(150), |_| ());
        assert_eq!((errors, more), (150, 50), "{line}");
        let first: Vec<usize> = (0..100).map(|entry| entry * 5 + keys).collect();
        assert_eq!(found.iter().map(|it| it.line).collect::<Vec<_>>(), first, "{line}");
    }
    // A hundred warnings are kept too, and do not displace errors.
    let text = ENTRY.text("url = \"ftp://x\"").repeat(150) + &ENTRY.text("role = \"x\"");
    let (found, errors, more, ()) = checked(&text, |_| ());
    assert_eq!((found.len(), errors, more), (102, 1, 0));
    assert_eq!(found.iter().rev().take(2).map(|it| it.line).collect::<Vec<_>>(), [0, 755]);
    assert_eq!(found.last().map(|it| it.message.as_str()), Some("50\u{a0}more warnings"));
}
