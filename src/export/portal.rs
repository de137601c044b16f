//! Export of activities with the fields and limits of the award's portal.

pub(crate) mod fields;
pub(crate) mod checks;
pub(crate) mod filed;
pub(crate) mod markdown;
pub(crate) mod json;
pub(crate) mod csv;
