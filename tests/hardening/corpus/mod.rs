//! Bad input of every kind, with every command that reads it, in every format.
//!
//! `bad/` holds files that are refused, `odd/` files that are accepted, with a folder for each kind of file. Each file shows one thing, and
//! its name says which. The `expected.tsv` of a folder lists what the program prints for each file: a person has read it.
//! `UPDATE_EXPECTED=1 cargo test --test hardening corpus` rewrites it; read the difference before you commit it.
//!
//! `made` generates large, compressed and random files, the same ones each time.

mod expected;
mod fate;
mod files;
mod made;
mod made_sources;
mod matrix;
mod runs;
mod trial;

pub use files::GOOD;
