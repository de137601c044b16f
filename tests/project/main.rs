//! The project itself: its modules, its dependencies, its package, and the generated files in it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod architecture;
#[cfg(target_os = "linux")]
mod connections;
mod generated;
#[path = "../helpers/mod.rs"]
mod helpers;
mod supply;
