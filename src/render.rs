//! Escaping and layout for what is written: one file for each kind of text, below everything that prints. Nothing here knows a type of
//! a profile, of the guidance or of a report.

pub(crate) mod error;
pub(crate) mod terminal;
pub(crate) mod markdown;
pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod html;
pub(crate) mod workflow;

pub(crate) use error::{RenderError, Rendered};
