//! Export of activities with the fields and limits of the award's portal.

pub mod fields;
pub mod checks;
pub mod filed;
pub mod markdown;
pub mod json;
pub mod csv;
