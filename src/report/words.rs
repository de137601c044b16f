//! Sentences that reports for people share.

pub mod finding;
pub mod person;
pub mod activity;
pub mod verdict;
pub mod forecast;
pub mod plan;

pub(crate) use activity::{activity, not_counted};
pub use finding::wanted;
pub(crate) use finding::{criterion, found, legend, marks, result, sign, word};
pub(crate) use person::{guidance, more_mistakes, name, name_or_path, person, refusal, standing, window};
pub use verdict::closing;
pub(crate) use verdict::verdict;
