//! Readers of each output format that share no code with the program. A check returns what is wrong.

pub mod annotations;
pub mod by_schema;
pub mod cells;
pub mod lines;
pub mod manual;
pub mod markdown;
pub mod page;
pub mod reading;
pub mod shape;

/// The error says what is wrong.
pub type Checked<T = ()> = Result<T, String>;

pub fn ensure(holds: bool, wrong: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(wrong()) }
}
