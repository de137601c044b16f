//! Keeping the record loses nothing: what `add`, `import`, `numbers` and `init` leave of a profile, whatever it looks like and whatever
//! happens meanwhile.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

#[path = "keeping/imports.rs"]
mod imports;
#[path = "keeping/input.rs"]
mod input;
#[path = "keeping/made.rs"]
mod made;
#[path = "keeping/pen.rs"]
mod pen;
#[path = "keeping/splices.rs"]
mod splices;
#[cfg(unix)]
#[path = "keeping/terminal.rs"]
mod terminal;
#[path = "keeping/writes.rs"]
mod writes;
