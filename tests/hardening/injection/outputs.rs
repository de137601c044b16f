//! Every output of the program with a text wherever it accepts one: in profiles, guidance, sources, arguments and file names.

use std::fs;

use super::sources::{SOURCES, source};
use crate::helpers::checks::lines::without_own_colors;
use crate::helpers::checks::reading::Kind;
use crate::helpers::payloads::{escaped, file_name, guidance_saying, mistakes_saying, profile_saying};
use crate::helpers::program::{EXPORTS, FORECAST_FORMATS, FORMATS, Folder, run_in};

pub struct Output {
    pub name: String,
    pub kind: Kind,
    pub text: String,
}

const WIDTHS: [usize; 4] = [20, 40, 80, 120];
const AS_OF: &str = "--as-of=2026-11-23";

/// The outputs beside those of imports, in groups, so that a test may run a part of them.
const KINDS: [fn(&mut Outputs, &str); 9] = [
    Outputs::team,
    Outputs::html,
    Outputs::reports,
    Outputs::messages,
    Outputs::widths,
    Outputs::ahead,
    Outputs::exports,
    Outputs::explanations,
    Outputs::edits,
];

/// The number of groups: each source to import is one.
pub const GROUPS: usize = KINDS.len() + SOURCES;

/// The outputs of a group, in the same order for each text.
pub fn outputs(text: &str, group: usize) -> Vec<Output> {
    let mut outputs = Outputs { folder: Folder::new(), list: Vec::new() };
    match KINDS.get(group) {
        Some(add) => add(&mut outputs, text),
        None => outputs.imports(text, group - KINDS.len()),
    }
    outputs.list
}

struct Outputs {
    folder: Folder,
    list: Vec<Output>,
}

impl Outputs {
    fn add(&mut self, name: impl Into<String>, kind: Kind, text: String) {
        self.list.push(Output { name: name.into(), kind, text });
    }

    /// Runs the program. Its messages are an output too.
    fn printed(&mut self, name: &str, kind: Kind, arguments: &[&str]) {
        let ran = run_in(&self.folder.0, arguments);
        self.add(format!("{name}, messages"), Kind::Text(None), without_own_colors(&ran.err));
        self.add(name, kind, without_own_colors(&ran.out));
    }

    fn all_formats(&mut self, name: &str, arguments: &[&str]) {
        self.in_formats(&FORMATS, name, arguments);
    }

    /// A report in several formats at once.
    fn in_formats(&mut self, formats: &[&str], name: &str, arguments: &[&str]) {
        let targets: Vec<String> = formats.iter().map(|format| format!("--output={format}=out.{format}")).collect();
        let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
        let options = [&["-q", "--width=80"], &targets[..], arguments].concat();
        self.printed(&format!("{name}, printed"), Kind::Text(Some(80)), &options);
        for format in formats {
            let path = self.folder.0.join(format!("out.{format}"));
            let text = fs::read_to_string(&path).unwrap_or_default();
            self.add(format!("{name}, {format}"), Kind::of(format, 80), text);
            // The next report must not be taken for this one.
            let _ = fs::remove_file(path);
        }
    }

    /// Writes guidance and profiles with the text wherever they accept one. Returns the option and the path for them.
    fn files(&self, text: &str) -> (String, String) {
        let name = file_name(text);
        let (guidance, profile) = (format!("./g {name}"), format!("./{name}"));
        let folder = &self.folder;
        folder.file(&guidance, guidance_saying(text));
        folder.file(&profile, profile_saying(text));
        folder.file("other.toml", profile_saying(text).replace("2026-0", "2026-1"));
        folder.file("mistakes.toml", mistakes_saying(text));
        folder.file("broken.toml", guidance_saying(text) + &format!("[criterion.{}]\n", escaped(text)));
        (format!("--guidance={guidance}"), profile)
    }

    fn team(&mut self, text: &str) {
        let (by, profile) = self.files(text);
        let formats = FORMATS.into_iter().filter(|format| *format != "html").collect::<Vec<_>>();
        self.in_formats(&formats, "team", &[AS_OF, &by, "--", &profile, "mistakes.toml", "other.toml"]);
    }

    /// The HTML report of a team, which takes longer than the others together.
    fn html(&mut self, text: &str) {
        let (by, profile) = self.files(text);
        self.in_formats(&["html"], "team", &[AS_OF, &by, "--", &profile, "mistakes.toml"]);
    }

    fn reports(&mut self, text: &str) {
        let (by, profile) = self.files(text);
        self.all_formats("one", &[AS_OF, &by, "--", &profile]);
        self.all_formats("team without mistakes", &[AS_OF, &by, "--", &profile, "other.toml"]);
        run_in(&self.folder.0, &["--as-of=2026-05-20", &by, "--output=json=earlier.json", "--", &profile]);
        self.all_formats("changes", &[AS_OF, &by, "--baseline=earlier.json", "--", &profile]);
    }

    fn messages(&mut self, text: &str) {
        let (by, profile) = self.files(text);
        self.all_formats("mistakes", &[AS_OF, &by, "--", "mistakes.toml"]);
        self.printed("mistakes in colour", Kind::Text(None), &["--color=always", &by, "--", "mistakes.toml"]);
        self.printed("mistakes of a guidance", Kind::Text(None), &[AS_OF, "--guidance=broken.toml", "--", &profile]);
        self.printed("missing", Kind::Text(None), &["--", &format!("./no {profile}")]);
        // Messages show the line of a mistake, with its characters as they are.
        for (name, is_typed) in [("typed ASCII", char::is_ascii as fn(&char) -> bool), ("typed", |_| true)] {
            let typed: String = text.chars().filter(is_typed).collect();
            self.folder.file("typed.toml", format!("[profile]\nname = \"{typed}\" x\nstage = \"{typed}\"\n"));
            self.printed(name, Kind::Text(None), &["typed.toml"]);
        }
    }

    fn widths(&mut self, text: &str) {
        let (by, profile) = self.files(text);
        for width in WIDTHS {
            let columns = format!("--width={width}");
            for (name, color, files) in [
                ("one", "--color=never", &[profile.as_str()][..]),
                ("one in colour", "--color=always", &[&profile]),
                ("team", "--color=never", &[&profile, "mistakes.toml", "other.toml"]),
            ] {
                let name = format!("{name} in {width} columns");
                self.printed(&name, Kind::Text(Some(width)), &[&[AS_OF, &by, &columns, color, "--"], files].concat());
            }
        }
    }

    fn ahead(&mut self, text: &str) {
        let (by, profile) = self.files(text);
        // The days around those on which the contributions of the profile leave the window.
        let days = ["--from=2027-04-28", "--until=2027-06-03"];
        for format in FORECAST_FORMATS {
            let option = format!("--format={format}");
            let common = [AS_OF, &by, &option, "--width=60"];
            for (command, more) in [("forecast", &days[..]), ("plan", &["--by=2026-12-23"])] {
                let arguments = [&[command], &common[..], more, &["--", &profile]].concat();
                self.printed(&format!("{command}, {format}"), Kind::of(format, 60), &arguments);
            }
        }
    }

    fn exports(&mut self, text: &str) {
        let (by, profile) = self.files(text);
        for (export, formats) in EXPORTS {
            for format in formats {
                for more in [&["--all"][..], &["--top=1"]] {
                    let option = format!("--format={format}");
                    let arguments = [&["export", AS_OF, &by, &option], more, &["--", export, &profile]].concat();
                    self.printed(&format!("export {export} {}, {format}", more[0]), Kind::of(format, 80), &arguments);
                }
            }
        }
    }

    fn explanations(&mut self, text: &str) {
        // Arguments cannot contain NUL.
        let topic = text.replace('\0', "");
        let by = format!("--guidance={}", self.folder.named("topics.toml", guidance_saying(&topic)));
        for (format, width) in [("table", 60), ("table", 30), ("json", 60)] {
            let (option, columns) = (format!("--format={format}"), format!("--width={width}"));
            let options = [by.as_str(), &option, &columns];
            for (name, words) in
                [("topic", vec!["explain", "--", &topic]), ("diversity", vec!["explain", "diversity"]), ("list", vec!["list"])]
            {
                let name = format!("{name} in {width} columns, {format}");
                self.printed(&name, Kind::of(format, width), &[&options[..], &words].concat());
            }
        }
        self.printed("unknown topic", Kind::Text(None), &["explain", "--", &topic]);
    }

    fn edits(&mut self, text: &str) {
        let (by, profile) = self.files(text);
        let word = text.replace('\0', "");
        let name = format!("--name={word}");
        self.printed("init", Kind::Text(None), &["init", &by, &name, "--category=1", "--", "init.toml"]);
        self.profile("the profile of init", "init.toml");
        self.folder.file("added.toml", "[profile]\nname = \"Amal Example\"\n");
        let (address, area) = (format!("https://example.org/{word}"), format!("--area={word}"));
        for more in [&["--dry-run"][..], &[]] {
            let options = ["add", AS_OF, "--into=added.toml", &area, "--date=2026-11-20"];
            let arguments = [&options[..], more, &["--", "talk", &word, &address]].concat();
            self.printed(&format!("add {}", more.concat()), Kind::Text(None), &arguments);
        }
        self.profile("the profile of add", "added.toml");
        for format in ["table", "json"] {
            let option = format!("--format={format}");
            let arguments = ["numbers", AS_OF, &by, &option, "--width=60", "--", &profile];
            self.printed(&format!("numbers, {format}"), Kind::of(format, 60), &arguments);
        }
    }

    fn profile(&mut self, name: &str, file: &str) {
        let text = fs::read_to_string(self.folder.0.join(file)).unwrap_or_default();
        self.add(name, Kind::Toml, text);
    }

    fn imports(&mut self, text: &str, number: usize) {
        let source = source(text, number);
        let path = format!("./s {}", file_name(text));
        self.folder.file(&path, &source.bytes);
        self.folder.file("into.toml", "[profile]\nname = \"Amal Example\"\n");
        let options = ["import", AS_OF, "--into=into.toml", "--speaker=Amal Example"];
        let from = ["--", source.kind, &path];
        for (format, width) in [("table", 60), ("table", 20), ("json", 60)] {
            let more = [format!("--format={format}"), format!("--width={width}")];
            let name = format!("import {} in {width} columns, {format}", source.name);
            let arguments = [&options[..], &more.each_ref().map(String::as_str), &from].concat();
            self.printed(&name, Kind::of(format, width), &arguments);
        }
        let arguments = [&options[..], &["--write"], &from].concat();
        self.printed(&format!("import {} --write", source.name), Kind::Text(None), &arguments);
        self.profile(&format!("the profile of import {}", source.name), "into.toml");
    }
}
