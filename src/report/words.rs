//! Sentences that reports for people share.

pub(crate) mod finding;
pub(crate) mod person;
pub(crate) mod activity;
pub(crate) mod verdict;
pub(crate) mod forecast;
pub(crate) mod plan;

pub(crate) use activity::{activity, not_counted};
pub(crate) use finding::wanted;
pub(crate) use finding::{criterion, found, legend, marks, result, sign, word};
pub(crate) use person::{guidance, more_mistakes, name, name_or_path, person, refusal, standing, window};
pub(crate) use verdict::closing;
pub(crate) use verdict::verdict;
