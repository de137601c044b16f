//! The least that reading a file costs: its bytes, whether they are text, and how many lines they have.

#![allow(clippy::expect_used, clippy::print_stdout)]

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let bytes = std::fs::read(path).expect("a file to read");
    let text = String::from_utf8(bytes).expect("UTF-8 text");
    println!("{}", text.bytes().filter(|byte| *byte == b'\n').count());
}
