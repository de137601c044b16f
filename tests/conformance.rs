//! A profile is TOML, and says what TOML says: the suite that parsers are held against, and each profile read a second time by serde.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

#[path = "conformance/derived.rs"]
mod derived;
#[path = "conformance/suite.rs"]
mod suite;
#[path = "conformance/twice.rs"]
mod twice;
#[path = "conformance/written.rs"]
mod written;
