//! Other people's text in everything that is written.
