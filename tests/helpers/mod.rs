//! What the tests that run the program share.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod checks;
pub mod payloads;
pub mod program;
#[cfg(unix)]
pub mod terminal;
