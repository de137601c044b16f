//! The same bytes, wherever and in whatever language the program runs.
