//! Hostile and broken input, interrupted writes, and output that is the same everywhere. The ignored tests take minutes and run nightly:
//! `cargo test --test hardening -- --ignored`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;
#[cfg(target_os = "linux")]
mod determinism;
#[cfg(unix)]
mod faults;
#[path = "../helpers/mod.rs"]
mod helpers;
mod injection;
mod input;
#[cfg(unix)]
mod sources;
