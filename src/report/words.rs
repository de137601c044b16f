//! Sentences that reports for people share.

pub mod finding;
pub mod person;
pub mod activity;
pub mod verdict;
pub mod forecast;
pub mod plan;

pub use activity::{activity, not_counted};
pub use finding::{criterion, found, legend, mark, marks, result, sign, wanted, word};
pub use person::{as_of, guidance, more_mistakes, name, name_or_path, person, refusal, standing, window};
pub use verdict::{closing, verdict};
