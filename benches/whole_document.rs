//! What a program does that reads a profile in one go: `toml::from_str` of the whole text into plain structs.

#![allow(clippy::expect_used, clippy::print_stdout, dead_code)]

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::value::Datetime;

#[derive(Deserialize)]
struct Profile {
    profile: Person,
    #[serde(default)]
    contribution: Vec<Contribution>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Person {
    name: Option<String>,
    categories: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Contribution {
    #[serde(rename = "type")]
    activity_type: String,
    title: String,
    date: Datetime,
    url: Option<String>,
    #[serde(default)]
    technology_areas: Vec<String>,
    #[serde(default)]
    impact: BTreeMap<String, f64>,
}

fn main() {
    let path = std::env::args().nth(1).expect("a profile");
    let text = std::fs::read_to_string(path).expect("a file to read");
    let profile: Profile = toml::from_str(&text).expect("a profile");
    println!("{}", profile.contribution.len());
}
