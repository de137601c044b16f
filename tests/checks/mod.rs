//! The readers that the remaining tests of the library's inside use.

#![allow(dead_code)]

#[path = "../helpers/checks/by_schema.rs"]
pub mod by_schema;

pub type Checked<T = ()> = Result<T, String>;

pub fn ensure(holds: bool, wrong: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(wrong()) }
}
