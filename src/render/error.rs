//! Why something could not be written in its format.

use thiserror::Error;

pub(crate) type Rendered = Result<String, RenderError>;

/// Why something could not be written in its format: a defect of this program, never of the profile.
#[derive(Debug, Error)]
pub enum RenderError {
    /// A template could not be filled in.
    #[error("the HTML cannot be written: {0}")]
    Html(#[from] askama::Error),
    /// A value has no JSON form.
    #[error("the JSON cannot be written: {0}")]
    Json(#[from] serde_json::Error),
    /// A table could not be written.
    #[error("the CSV cannot be written: {0}")]
    Csv(#[from] csv::Error),
    /// A writer gave bytes that are not text.
    #[error("the text cannot be written: {0}")]
    Text(#[from] std::string::FromUtf8Error),
}
