//! What is written is valid by the rules of its format.
