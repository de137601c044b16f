//! Links: which ones may be followed, and when two of them lead to the same place.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// The scheme of a URL and what follows its colon.
fn split_scheme(url: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = url.split_once(':')?;
    let mut letters = scheme.bytes();
    let starts_well = letters.next().is_some_and(|first| first.is_ascii_alphabetic());
    (starts_well && letters.all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))).then_some((scheme, rest))
}

/// Whether a URL may be made a live link: its scheme is http, https or mailto.
pub(crate) fn is_linked(url: &str) -> bool {
    split_scheme(url).is_some_and(|(scheme, _)| is_one_of(scheme, &["http", "https", "mailto"]))
}

/// Whether a URL leads to a page of the web: its scheme is http or https.
pub(crate) fn is_web(url: &str) -> bool {
    let scheme = split_scheme(url).filter(|(_, rest)| rest.len() > 2 && rest.starts_with("//"));
    scheme.is_some_and(|(scheme, _)| is_one_of(scheme, &["http", "https"]))
}

fn is_one_of(scheme: &str, known: &[&str]) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(scheme))
}

/// Characters that end an address in HTML, in Markdown or in a log, or that are obeyed there. As `%XX` they lead to the same place.
const NOT_IN_AN_ADDRESS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'\'')
    .add(b'(')
    .add(b')')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The address of a live link, safe in every format; `None` for text that may not be linked.
pub(crate) fn address(url: &str) -> Option<String> {
    let url = url.trim();
    if !is_linked(url) {
        return None;
    }
    let encoded = utf8_percent_encode(url, NOT_IN_AN_ADDRESS).to_string();
    // Only the first `#` begins a fragment.
    let Some((before, fragment)) = encoded.split_once('#') else { return Some(encoded) };
    Some(format!("{before}#{}", fragment.replace('#', "%23")))
}

/// A path below a root as a relative address: its names percent-encoded.
pub(crate) fn relative_address(path: &str) -> String {
    const NOT_IN_A_NAME: &AsciiSet = &NOT_IN_AN_ADDRESS.add(b'#').add(b'%').add(b'?').add(b':').add(b';').add(b',');
    path.split('/').map(|name| utf8_percent_encode(name, NOT_IN_A_NAME).to_string()).collect::<Vec<_>>().join("/")
}

/// A URL without what differs between two links to the same place: scheme, user, `www.`, default port, fragment, `utm_*`
/// parameters, and the slashes that end the path; the host in lower case. The rest stays as it is.
///
/// Source: guidance, "How each is measured", originality.
pub(crate) fn canonical(url: &str) -> String {
    let url = url.trim();
    let url = url.split_once('#').map_or(url, |(before, _)| before);
    let (scheme, address) = match split_scheme(url) {
        Some((scheme, rest)) if rest.starts_with("//") => (scheme, rest),
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto") => return rest.to_owned(),
        _ => ("", url),
    };
    let address = address.strip_prefix("//").unwrap_or(address);
    let (address, query) = address.split_once('?').unwrap_or((address, ""));
    let (authority, path) = address.split_at(address.find('/').unwrap_or(address.len()));
    let mut canonical = host(authority, scheme) + path.trim_end_matches('/');
    let query = query.split('&').filter(|parameter| !parameter.starts_with("utm_")).collect::<Vec<_>>().join("&");
    if !query.is_empty() {
        canonical.push('?');
        canonical.push_str(&query);
    }
    canonical
}

/// The host of an authority, in lower case, with its port where that is not the scheme's own.
fn host(authority: &str, scheme: &str) -> String {
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let default_port = match scheme {
        _ if scheme.eq_ignore_ascii_case("http") => ":80",
        _ if scheme.eq_ignore_ascii_case("https") => ":443",
        _ => ":",
    };
    let host = host.strip_suffix(default_port).or_else(|| host.strip_suffix(':')).unwrap_or(host);
    let host = host.to_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_place_has_one_canonical_url() {
        for url in [
            "https://blog.example.org/a",
            "http://Blog.Example.ORG/a/",
            "https://www.blog.example.org:443/a//",
            "https://me:secret@blog.example.org/a#top",
            "https://blog.example.org/a?utm_source=x&utm_medium=y",
            "//blog.example.org/a",
            "www.blog.example.org/a",
        ] {
            assert_eq!(canonical(url), "blog.example.org/a", "{url}");
        }
    }

    #[test]
    fn what_differs_stays() {
        assert_eq!(canonical("https://example.org/Watch?v=Ab&utm_source=x&t=1"), "example.org/Watch?v=Ab&t=1");
        assert_eq!(canonical("https://example.org:8080/"), "example.org:8080");
        assert_eq!(canonical("http://example.org:443/x"), "example.org:443/x");
        assert_eq!(canonical("mailto:Me@example.org"), "Me@example.org");
        assert_eq!(canonical("example.org/a/"), "example.org/a");
        assert_eq!(canonical(" "), "");
    }

    #[test]
    fn an_address_ends_nothing_that_it_stands_in() {
        let address = |url| address(url).unwrap();
        assert_eq!(address(" https://example.org/a?b=c&d=%20#e "), "https://example.org/a?b=c&d=%20#e");
        assert_eq!(address("https://example.org/(a) \"<b>|`\\"), "https://example.org/%28a%29%20%22%3Cb%3E%7C%60%5C");
        assert_eq!(address("https://example.org/ž##vso[x]\u{202e}"), "https://example.org/%C5%BE#%23vso%5Bx%5D%E2%80%AE");
        assert!(super::address("javascript:alert(1)").is_none() && super::address("java\nscript:alert(1)").is_none());
        assert_eq!(relative_address("a b/100%\n:x#.toml"), "a%20b/100%25%0A%3Ax%23.toml");
    }

    #[test]
    fn the_web_is_http_and_https() {
        assert!(is_web("https://example.org") && is_web("HTTP://example.org/a"));
        for url in
            ["mailto:me@example.org", "javascript://example.org", "//example.org", "/a", "example.org", "https:", "https://", ""]
        {
            assert!(!is_web(url), "{url}");
        }
    }

    #[test]
    fn only_three_schemes_are_linked() {
        assert!(is_linked("HTTPS://example.org") && is_linked("mailto:me@example.org") && is_linked("http://example.org"));
        assert!(
            !is_linked("javascript:alert(1)") && !is_linked("data:text/html,x") && !is_linked("example.org") && !is_linked("")
        );
    }
}
