//! What is left of a file when a write is killed, or the disk is full.

// What cannot be tried on a machine is told, and is no figure.
#![allow(clippy::print_stderr)]

#[path = "faults/beside.rs"]
mod beside;
#[path = "faults/full.rs"]
mod full;
#[path = "faults/killed.rs"]
mod killed;
#[path = "faults/meanwhile.rs"]
mod meanwhile;
#[path = "faults/refused.rs"]
mod refused;
#[path = "faults/streams.rs"]
mod streams;
#[path = "faults/writing.rs"]
mod writing;
