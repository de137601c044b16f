//! What must not break the program, tried at length. The tests that are ignored take minutes: `tests/figures.sh` runs them with the program
//! that people run, and each prints its figure.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod checks;
mod common;

#[path = "hardening/corpus.rs"]
mod corpus;
#[path = "hardening/determinism.rs"]
mod determinism;
#[cfg(unix)]
#[path = "hardening/faults.rs"]
mod faults;
#[path = "hardening/injection.rs"]
mod injection;
#[allow(dead_code)]
#[path = "../benches/made_up/mod.rs"]
mod made_up;
#[path = "hardening/validity.rs"]
mod validity;
