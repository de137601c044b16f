//! Measures a person's community contributions against written guidance on becoming a Microsoft MVP.
//!
//! The modules stand in the order in which data goes through them: each one uses only those above it.

pub mod text;
pub mod messages;
pub mod link;
pub mod render;
pub mod source;
pub mod save;
pub mod document;
pub mod vocabulary;
pub mod profile;
pub mod record;
pub mod evidence;
pub mod check;
pub mod guidance;
pub mod assess;
pub mod forecast;
pub mod plan;
pub mod explanation;
pub mod listing;
pub mod comparison;
pub mod import;
pub mod report;
pub mod export;
pub mod schema;
pub mod cli;
pub mod command;

#[cfg(test)]
#[path = "../tests/inner/mod.rs"]
mod inner_tests;
