//! Bad input of every kind, with every command that reads it, in every format.
//!
//! `bad/` holds files that are refused and `odd/` files that are accepted, a folder for each kind of file; a name says what is wrong or odd,
//! and each file shows one thing. What is said of each stands in the `expected.tsv` of its folder, which was read by a person: where, what,
//! what to do, and how many mistakes there are. `UPDATE_EXPECTED=1 cargo test --test hardening corpus` writes them anew: read what changed.
//!
//! What is large, compressed or random is made by `made`, always the same. Every file is in the ignored `every_command_refuses_bad_input`.

#[path = "corpus/cuts.rs"]
mod cuts;
#[path = "corpus/expected.rs"]
mod expected;
#[path = "corpus/fate.rs"]
mod fate;
#[path = "corpus/files.rs"]
mod files;
#[path = "corpus/made.rs"]
mod made;
#[path = "corpus/made_sources.rs"]
mod made_sources;
#[path = "corpus/matrix.rs"]
mod matrix;
#[path = "corpus/runs.rs"]
mod runs;
#[cfg(unix)]
#[path = "corpus/sources.rs"]
mod sources;
#[path = "corpus/trial.rs"]
mod trial;
