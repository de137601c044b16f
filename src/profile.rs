//! A person's profile: from the text of a file to what it says in the words of an edition.

pub mod model;
pub mod anonymous;
pub mod number;
pub mod fields;
pub mod draft;
pub mod read;
pub mod numbers;
pub mod astray;
pub mod area_names;
pub mod resolve;
pub mod new_entry;
pub mod layout;
pub mod edit;

pub use draft::Draft;
pub use model::{AreaId, Channel, Contribution, DeclaredCategory, Nominator, Profile, Stage, Until, Waiver};
pub use new_entry::NewEntry;
pub use read::read;
