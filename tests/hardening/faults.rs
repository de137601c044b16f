//! What is left of a file when a write is killed, or the disk is full.
