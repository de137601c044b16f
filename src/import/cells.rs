//! What a cell of a table says: text, numbers, lists.

use crate::text::named;

/// A number: `12000`, `12 000`, `12,000`, `4.5`; a minus is kept, so that it is refused by name.
pub(crate) fn number(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_separator = |character: char| character == ',' || (character.is_whitespace() && !character.is_control());
    let separator = whole.chars().find(|character| is_separator(*character));
    let groups: Vec<&str> = separator.map_or(vec![whole], |separator| whole.split(separator).collect());
    let is_grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    if !is_grouped || !groups.iter().all(|group| is_number(group)) || !fraction.is_none_or(is_number) {
        return None;
    }
    let plain = format!("{}.{}", groups.concat(), fraction.unwrap_or("0"));
    plain.parse::<f64>().ok().map(|number| sign * number)
}

/// A number of a column, or what is wrong with it.
pub(crate) fn number_of(column: &str, text: &str) -> Result<f64, String> {
    number(text).ok_or_else(|| format!("{}: {} is not a number", named(column), named(text)))
}

pub(crate) fn count_of(column: &str, text: &str) -> Result<u32, String> {
    let count = number_of(column, text)?;
    if count.fract() != 0.0 || !(0.0..=f64::from(u32::MAX)).contains(&count) {
        return Err(format!("{}: {} is no number of activities", named(column), named(text)));
    }
    Ok(count as u32)
}

/// Numbers by their metrics: `views=12000; likes=340`.
pub(crate) fn numbers_of(column: &str, text: &str) -> Result<Vec<(String, f64)>, String> {
    let pair = |pair: &str| {
        let (metric, value) = pair
            .split_once('=')
            .ok_or_else(|| format!("{}: {} is not written as views=12000; likes=340", named(column), named(pair)))?;
        Ok((metric.trim().to_owned(), number_of(column, value.trim())?))
    };
    items(text).map(pair).collect()
}

/// Items of a list with `;` between them.
pub(crate) fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|item| !item.is_empty())
}

pub(crate) fn yes_or_no(column: &str, text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "x" | "1" => Ok(true),
        "false" | "no" | "0" => Ok(false),
        _ => Err(format!("{}: {} is neither yes nor no", named(column), named(text))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_group_them() {
        let cases = [
            ("12000", 12_000.0),
            ("12 000", 12_000.0),
            ("12\u{a0}000", 12_000.0),
            ("1,234,567", 1_234_567.0),
            ("4.5", 4.5),
            ("1,000.25", 1000.25),
            ("-5", -5.0),
            ("0", 0.0),
        ];
        for (text, value) in cases {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in
            ["", "-", ".", "1.", ".5", "12,5", "1,0000", "1 000,000", "1e5", "NaN", "inf", "12k", "0x10", "1,,000", ",000", "½"]
        {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_count_is_whole() {
        assert_eq!(count_of("count", "12"), Ok(12));
        assert_eq!(count_of("count", "1.5"), Err("`count`: `1.5` is no number of activities".into()));
        assert!(count_of("count", "-1").is_err() && count_of("count", "5000000000").is_err());
    }

    #[test]
    fn several_numbers_stand_in_one_cell() {
        let numbers = numbers_of("metrics", " views = 12,000; rating=4.5 ;").unwrap();
        assert_eq!(numbers, [("views".to_owned(), 12_000.0), ("rating".to_owned(), 4.5)]);
        assert_eq!(numbers_of("m", "views: 5"), Err("`m`: `views: 5` is not written as views=12000; likes=340".into()));
        assert_eq!(numbers_of("m", "views=many"), Err("`m`: `many` is not a number".into()));
    }
}
