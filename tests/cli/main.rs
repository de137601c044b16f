//! Each command as a process: what it prints, what it writes, and what it refuses.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod add;
#[cfg(unix)]
mod answers;
mod baseline;
mod cases;
mod dates;
mod exports;
#[path = "../helpers/mod.rs"]
mod helpers;
mod init;
mod outputs;
#[cfg(unix)]
mod shell;
mod styles;
mod team;
mod terminals;
