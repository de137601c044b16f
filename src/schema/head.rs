//! What a schema says of itself.

pub(crate) const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

pub(crate) fn comment(unstated: &[&str]) -> String {
    format!("What a schema cannot say, and mvp-check does: {}", unstated.join(" "))
}
