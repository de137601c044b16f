//! Each output format, read by readers that share no code with the program.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod annotations;
#[path = "../helpers/mod.rs"]
mod helpers;
mod html;
mod markdown;
mod validity;
