//! Escaping and layout for what is written: one file for each kind of text, below everything that prints. Nothing here knows a type of
//! a profile, of the guidance or of a report.

pub mod error;
pub mod terminal;
pub mod markdown;
pub mod csv;
pub mod json;
pub mod html;
pub mod workflow;

pub use error::{RenderError, Rendered};
