//! Bad input of every kind, with every command that reads it, in every format.
