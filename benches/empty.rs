//! The least that a process costs: a program that does nothing, built as the real one is.

fn main() {}
