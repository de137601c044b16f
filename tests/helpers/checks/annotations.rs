//! Commands of build services, read as those services read them.

use std::collections::BTreeMap;

use super::{Checked, ensure};

/// The begin of each line in the format `github`.
pub const GITHUB: [&str; 3] = ["::error file=", "::warning file=", "::notice file="];
/// The begin of each command in the format `azure`.
pub const AZURE: [&str; 2] = ["##vso[task.logissue type=error;", "##vso[task.logissue type=warning;"];

#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    pub kind: String,
    pub properties: BTreeMap<String, String>,
    pub message: String,
}

impl Command {
    pub fn property(&self, name: &str) -> &str {
        self.properties.get(name).unwrap_or_else(|| panic!("no {name} in {self:#?}"))
    }

    /// The command without its texts.
    pub fn shape(&self) -> String {
        format!("{} {:?}", self.kind, self.properties.keys())
    }
}

fn replaced(text: &str, pairs: &[(&str, &str)]) -> String {
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn pair(text: &str) -> Checked<(&str, &str)> {
    text.split_once('=').ok_or_else(|| format!("no value: {text}"))
}

/// The runner of GitHub reads `::kind name=value,name=value::message`.
pub fn github(line: &str) -> Checked<Command> {
    let data = |text: &str| replaced(text, &[("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]);
    let property = |text: &str| data(&replaced(text, &[("%3A", ":"), ("%2C", ",")]));
    let parts = line.strip_prefix("::").and_then(|rest| rest.split_once("::"));
    let (head, message) = parts.ok_or_else(|| format!("no command: {line}"))?;
    let (kind, properties) = head.split_once(' ').ok_or_else(|| format!("no properties: {line}"))?;
    let properties = properties.split(',').map(|it| pair(it).map(|(name, value)| (name.to_owned(), property(value))));
    Ok(Command { kind: kind.to_owned(), properties: properties.collect::<Checked<_>>()?, message: data(message) })
}

/// The agent of Azure Pipelines reads `##vso[task.logissue name=value;name=value]message`, anywhere in a line; `None` for a
/// line of the log.
pub fn azure(line: &str) -> Checked<Option<Command>> {
    let decoded = |text: &str| replaced(text, &[("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")]);
    let Some((before, command)) = line.split_once("##vso[") else { return Ok(None) };
    ensure(before.is_empty(), || format!("a command behind {before}"))?;
    let (head, message) = command.split_once(']').ok_or_else(|| format!("no end: {line}"))?;
    let properties = head.strip_prefix("task.logissue ").ok_or_else(|| format!("another command: {line}"))?;
    let pairs = properties.split(';').map(|it| pair(it).map(|(name, value)| (name.to_owned(), decoded(value))));
    let mut properties = pairs.collect::<Checked<BTreeMap<_, _>>>()?;
    let kind = properties.remove("type").ok_or_else(|| format!("no kind: {line}"))?;
    Ok(Some(Command { kind, properties, message: decoded(message) }))
}

/// The shapes of all lines in the format `github`: each one is a command at a line of a relative path.
pub fn shapes_of_github(text: &str) -> Checked<Vec<String>> {
    text.lines()
        .map(|line| {
            let command = github(line)?;
            ensure(["error", "warning", "notice"].contains(&command.kind.as_str()), || format!("{command:?}"))?;
            placed(&command, ["file", "line", "title"])?;
            Ok(command.shape())
        })
        .collect()
}

/// The shapes of all lines in the format `azure`: commands and lines of a log.
pub fn shapes_of_azure(text: &str) -> Checked<Vec<String>> {
    let commands = text.lines().map(|line| match azure(line)? {
        Some(command) => {
            ensure(["error", "warning"].contains(&command.kind.as_str()), || format!("{command:?}"))?;
            placed(&command, ["sourcepath", "linenumber", "code"])?;
            Ok(command.shape())
        }
        None => {
            ensure(line.starts_with("note: ") || line.starts_with("mvp-check: "), || format!("no line of a log: {line}"))?;
            Ok(line[..4].to_owned())
        }
    });
    commands.collect()
}

fn placed(command: &Command, [file, line, title]: [&str; 3]) -> Checked {
    let property = |name| command.properties.get(name).map_or("", String::as_str);
    ensure(!property(file).is_empty() && !property(file).starts_with('/'), || format!("no file: {command:?}"))?;
    ensure(property(line).parse::<usize>().is_ok_and(|line| line > 0), || format!("no line: {command:?}"))?;
    ensure(!property(title).is_empty() && !command.message.trim().is_empty(), || format!("says nothing: {command:?}"))
}
