//! What each format asks of what is written in it, by readers that are not the program's own. Each check tells what is wrong, so that it
//! can be counted.

#![allow(dead_code)]

pub mod annotations;
pub mod by_schema;
pub mod cells;
pub mod lines;
pub mod manual;
pub mod markdown;
pub mod page;
pub mod reading;
pub mod sarif;
pub mod shape;
pub mod suites;

/// Whether something holds; else what is wrong.
pub type Checked<T = ()> = Result<T, String>;

/// Something that has to hold, with what to say where it does not.
pub fn ensure(holds: bool, wrong: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(wrong()) }
}
