//! `cargo run --release --example generate -- FOLDER FILES ENTRIES [SEED]` writes made-up profiles, one seed after the other.

#![allow(clippy::expect_used, clippy::panic)]

use std::path::Path;

mod made_up;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<u64>().ok());
    let (Some(folder), Some(files), Some(entries)) = (arguments.first(), number(1), number(2)) else {
        panic!("FOLDER FILES ENTRIES [SEED]");
    };
    std::fs::create_dir_all(folder).expect("a folder to write to");
    for seed in (number(3).unwrap_or(1)..).take(files as usize) {
        let path = Path::new(folder).join(format!("{seed}.toml"));
        std::fs::write(path, made_up::profile(entries as usize, seed)).expect("a file to write");
    }
}
