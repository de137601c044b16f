//! A profile is TOML: it passes the suite that TOML parsers are tested with, and means what serde's derive reads from it.

mod by_serde;
mod derived;
mod suite;
