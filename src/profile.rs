//! A person's profile: from the text of a file to what it says in the words of an edition.

pub(crate) mod model;
pub(crate) mod number;
pub(crate) mod fields;
pub(crate) mod draft;
pub(crate) mod read;
pub(crate) mod numbers;
pub(crate) mod astray;
pub(crate) mod area_names;
pub(crate) mod resolve;
pub(crate) mod new_entry;
pub(crate) mod layout;
pub(crate) mod edit;

pub(crate) use draft::Draft;
pub(crate) use model::{Channel, Contribution, Nominator, Profile, Stage, Until, Waiver};
pub(crate) use new_entry::NewEntry;
pub(crate) use read::read;
