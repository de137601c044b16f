//! Everything that the program can write where a text stands wherever it may: in profiles, guidance, sources, answers and file names.

use std::fs;

use super::sources::sources;
use crate::checks::reading::Kind;
use crate::common::payloads::{escaped, file_name, guidance_saying, mistakes_saying, profile_saying};
use crate::common::program::{Folder, Ran, run_in};

/// Something that was written.
pub struct Output {
    pub name: String,
    pub kind: Kind,
    pub text: String,
    /// Whether the text may not stand there at all.
    pub is_nameless: bool,
}

/// The word that marks a text of somebody who is not to be named.
pub const MARK: &str = "Zqx";
/// Columns of tables.
const WIDTHS: [usize; 4] = [20, 40, 80, 120];
const AS_OF: &str = "--as-of=2026-11-23";

/// The outputs of a text, in the same order for each.
pub fn outputs(text: &str) -> Vec<Output> {
    let mut outputs = Outputs { folder: Folder::new(), list: Vec::new() };
    outputs.reports(text);
    outputs.nameless(text);
    outputs.ahead(text);
    outputs.exports(text);
    outputs.explanations(text);
    outputs.kept(text);
    outputs.imported(text);
    outputs.list
}

/// A profile that says a text wherever it may, but for categories, which the editions know by name.
fn of_an_edition(text: &str) -> String {
    profile_saying(text).lines().filter(|line| !line.starts_with("categor")).map(|line| format!("{line}\n")).collect()
}

struct Outputs {
    folder: Folder,
    list: Vec<Output>,
}

impl Outputs {
    fn add(&mut self, name: impl Into<String>, kind: Kind, text: String) {
        self.list.push(Output { name: name.into(), kind, text, is_nameless: false });
    }

    /// Runs the program; what it tells beside is an output too.
    fn run(&mut self, name: &str, arguments: &[&str]) -> Ran {
        let ran = run_in(&self.folder.0, arguments);
        self.add(format!("{name}, told"), Kind::Text(None), ran.err.clone());
        ran
    }

    fn printed(&mut self, name: &str, kind: Kind, arguments: &[&str]) {
        let ran = self.run(name, arguments);
        self.add(name, kind, ran.out);
    }

    /// A report in all formats at once.
    fn all_formats(&mut self, name: &str, arguments: &[&str]) {
        let targets: Vec<String> = mvp_check::format::FORMATS.iter().map(|it| format!("--output={0}=out.{0}", it.name)).collect();
        let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
        self.printed(
            &format!("{name}, verdict"),
            Kind::Text(Some(80)),
            &[&["-q", "--width=80"], &targets[..], arguments].concat(),
        );
        for format in mvp_check::format::FORMATS {
            let path = self.folder.0.join(format!("out.{}", format.name));
            let text = fs::read_to_string(&path).unwrap_or_default();
            // A target is laid out for a terminal of the usual width.
            self.add(format!("{name}, {}", format.name), Kind::of(format.name, 80), text);
            // The next report may not be taken for this one.
            let _ = fs::remove_file(path);
        }
    }

    fn reports(&mut self, text: &str) {
        let (guidance, profile) = self.files(text);
        let by = format!("--guidance={guidance}");
        let [by, profile] = [by.as_str(), profile.as_str()];
        self.all_formats("one", &[AS_OF, by, "--", profile]);
        self.all_formats("team", &[AS_OF, by, "--", profile, "other.toml"]);
        self.all_formats("refused", &[AS_OF, by, "--", "mistakes.toml"]);
        self.all_formats("refused beside", &[AS_OF, by, "--", profile, "mistakes.toml", "other.toml"]);
        run_in(&self.folder.0, &["--as-of=2026-05-20", by, "--output=json=earlier.json", "--", profile]);
        self.all_formats("since", &[AS_OF, by, "--baseline=earlier.json", "--", profile]);
        for width in WIDTHS {
            let columns = format!("--width={width}");
            for (name, files) in [("one", &[profile][..]), ("team", &[profile, "mistakes.toml", "other.toml"])] {
                let name = format!("{name} in {width} columns");
                self.printed(&name, Kind::Text(Some(width)), &[&[AS_OF, by, &columns, "--"], files].concat());
            }
        }
        self.printed("mistakes of a guidance", Kind::Text(None), &[AS_OF, "--guidance=broken.toml", "--", profile]);
    }

    /// Guidance and profiles that say a text wherever they may: the names of the first ones.
    fn files(&self, text: &str) -> (String, String) {
        let name = file_name(text);
        let (guidance, profile) = (format!("./g {name}"), format!("./{name}"));
        let folder = &self.folder;
        folder.file(&guidance, guidance_saying(text));
        folder.file(&profile, profile_saying(text));
        folder.file("other.toml", profile_saying(text).replace("2026-0", "2026-1"));
        folder.file("mistakes.toml", mistakes_saying(text));
        folder.file("broken.toml", guidance_saying(text) + &format!("[criterion.{}]\n", escaped(text)));
        (guidance, profile)
    }

    /// Reports in which nobody is named: the text stands between two marks, so that a part of it is found too.
    fn nameless(&mut self, text: &str) {
        let marked = format!("{MARK}{text}{MARK}");
        let name = format!("./{MARK}{}", file_name(text));
        self.folder.file(&name, of_an_edition(&marked));
        self.folder.file("marked.toml", mistakes_saying(&marked));
        let begin = self.list.len();
        self.all_formats("nameless", &["--anonymous", AS_OF, "--", &name]);
        self.all_formats("nameless team", &["--anonymous", AS_OF, "--", &name, "marked.toml", &name]);
        self.list[begin..].iter_mut().for_each(|output| output.is_nameless = true);
    }

    fn ahead(&mut self, text: &str) {
        let by = format!("--guidance=./g {}", file_name(text));
        let profile = format!("./{}", file_name(text));
        let days = ["--from=2027-04-28", "--until=2027-06-03"];
        for format in ["table", "json", "markdown", "html"] {
            let option = format!("--format={format}");
            let common = [AS_OF, &by, &option, "--width=60"];
            let name = format!("forecast, {format}");
            self.printed(&name, Kind::of(format, 60), &[&["forecast"], &common[..], &days, &["--", &profile]].concat());
            let name = format!("plan, {format}");
            self.printed(&name, Kind::of(format, 60), &[&["plan"], &common[..], &["--by=2026-12-23", "--", &profile]].concat());
        }
    }

    fn exports(&mut self, text: &str) {
        let by = format!("--guidance=./g {}", file_name(text));
        let profile = format!("./{}", file_name(text));
        for export in mvp_check::export::EXPORTS {
            for format in export.formats {
                for more in [&["--all"][..], &["--top=1"]] {
                    let name = format!("export {} {}, {}", export.name, more[0], format.name);
                    let option = format!("--format={}", format.name);
                    let arguments = [&["export", AS_OF, &by, &option], more, &["--", export.name, &profile]].concat();
                    self.printed(&name, Kind::of(format.name, 80), &arguments);
                }
            }
        }
    }

    fn explanations(&mut self, text: &str) {
        // No system passes NUL in an argument.
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

    /// What is written into a profile, and what is told of it.
    fn kept(&mut self, text: &str) {
        let word = text.replace('\0', "");
        let guidance = format!("./g {}", file_name(text));
        let by = format!("--guidance={guidance}");
        let options = [format!("--name={word}"), "--category=1".to_owned()];
        let arguments = ["init", &by, &options[0], &options[1], "--", "init.toml"];
        self.printed("init", Kind::Text(None), &arguments);
        self.profile("the profile of init", "init.toml");
        self.folder.file("added.toml", "[profile]\nname = \"Amal Example\"\n");
        let (address, area) = (format!("https://example.org/{word}"), format!("--area={word}"));
        for more in [&["--dry-run"][..], &[]] {
            let options = ["add", AS_OF, "--into=added.toml", &area, "--date=2026-11-20"];
            let name = format!("add {}", more.concat());
            self.printed(&name, Kind::Text(None), &[&options[..], more, &["--", "talk", &word, &address]].concat());
        }
        self.profile("the profile of add", "added.toml");
        let profile = format!("./{}", file_name(text));
        for format in ["table", "json"] {
            let option = format!("--format={format}");
            let name = format!("numbers, {format}");
            self.printed(&name, Kind::of(format, 60), &["numbers", AS_OF, &by, &option, "--width=60", "--", &profile]);
        }
    }

    fn profile(&mut self, name: &str, file: &str) {
        let text = fs::read_to_string(self.folder.0.join(file)).unwrap_or_default();
        self.add(name, Kind::Toml, text);
    }

    fn imported(&mut self, text: &str) {
        let source_name = format!("./s {}", file_name(text));
        for source in sources(text) {
            self.folder.file(&source_name, &source.bytes);
            self.folder.file("into.toml", "[profile]\nname = \"Amal Example\"\n");
            let options = ["import", AS_OF, "--into=into.toml", "--speaker=Amal Example"];
            let from = ["--", source.kind, &source_name];
            for (format, more) in [("table", "--width=60"), ("table", "--width=20"), ("json", "--width=60")] {
                let width = more["--width=".len()..].parse().unwrap();
                let option = format!("--format={format}");
                let name = format!("import {} {more}, {format}", source.name);
                self.printed(&name, Kind::of(format, width), &[&options[..], &[more, &option], &from].concat());
            }
            self.printed(
                &format!("import {} --write", source.name),
                Kind::Text(None),
                &[&options[..], &["--write"], &from].concat(),
            );
            self.profile(&format!("the profile of import {}", source.name), "into.toml");
        }
    }
}
