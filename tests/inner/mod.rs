//! Tests of the library's internals. They compile into the library, so that its modules can stay private.

mod conformance;
mod criteria;
mod days;
mod definitions;
mod edits;
mod export;
mod forecast;
mod fuzz;
mod guidance;
mod import;
mod mistakes;
mod plan;
mod random_profiles;
mod reports;
mod schema;
