//! Writes that are interrupted, refused, or meet others: no file is lost.

mod beside;
mod full;
mod kill;
mod killed;
mod meanwhile;
mod refused;
mod streams;
mod writing;
