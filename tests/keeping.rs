//! Edits of a profile change what they are meant to and nothing else.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

#[path = "keeping/made.rs"]
mod made;
#[path = "keeping/pen.rs"]
mod pen;
#[path = "keeping/splices.rs"]
mod splices;
