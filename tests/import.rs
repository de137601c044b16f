//! Import and export through the program, as people run it. The sources are made up for these tests.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

#[path = "import/answers.rs"]
mod answers;
#[path = "import/calendars.rs"]
mod calendars;
#[path = "import/feeds.rs"]
mod feeds;
#[path = "import/tables.rs"]
mod tables;
