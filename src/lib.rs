//! Checks a person's community contributions against written guidance on becoming a Microsoft MVP.
//!
//! ```
//! use mvp_check::{Format, Guidance, RenderOptions, Source, ValidProfile};
//!
//! let text = "[profile]\nname = \"Kim Example\"\n\n\
//!     [[contribution]]\ntype = \"talk\"\ntitle = \"Bicep in practice\"\ndate = 2026-05-01\nimpact = { attendees = 45 }\n";
//! let source = Source::new("profile.toml", text);
//! let guidance = Guidance::built_in("program-2026").ok_or("no such guidance")?;
//! let profile = ValidProfile::parse(&source, &guidance)?;
//! let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).ok_or("no such day")?;
//! let format = Format::by_name("markdown").ok_or("no such format")?;
//! let report = profile.check(day).render(format, &RenderOptions::default())?;
//! assert!(report.starts_with("## Kim Example"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The modules are in the order in which data goes through them: each uses only those above it.

#![cfg_attr(not(test), deny(unreachable_pub))]

mod text;
mod messages;
mod link;
mod render;
mod source;
mod save;
mod document;
mod vocabulary;
mod profile;
mod record;
mod evidence;
mod check;
mod guidance;
mod assess;
mod forecast;
mod plan;
mod explanation;
mod listing;
mod comparison;
mod import;
mod report;
mod export;
mod schema;
mod api;
mod cli;
mod command;

pub use api::{InvalidFile, ValidProfile};
pub use command::main;
pub use guidance::model::Guidance;
pub use render::error::RenderError;
pub use render::terminal::RenderOptions;
pub use report::FORMATS;
pub use report::format::Format;
pub use report::model::Report;
pub use source::Source;

#[cfg(test)]
#[path = "../tests/inner/mod.rs"]
mod inner_tests;
