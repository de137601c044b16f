//! The format `html`: one page that needs nothing else. It has no script, and its policy lets the browser load nothing.
//!
//! The parts prepare plain words and numbers; the templates beside them lay them out and escape whatever is put in.

pub mod prose;
pub mod drawing;
pub mod columns;
pub mod calendar;
pub mod heat_map;
pub mod amounts;
pub mod reach;
pub mod leaving;
pub mod findings;
pub mod bands;
pub mod timeline;
pub mod person;
pub mod page;

use askama::Template;

use crate::report::model::{Judged, Look};
use page::Page;

/// The format `html`.
pub fn render(judged: &[Judged<'_>], _: &Look) -> String {
    // Writing to a String cannot fail, and the templates do nothing else.
    Page::new(judged).render().unwrap_or_default()
}
