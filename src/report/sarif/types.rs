//! The parts of SARIF 2.1.0 that are written here, by the names of its specification.

use std::collections::BTreeMap;

use serde::Serialize;

/// Where the schema of these types is published.
pub const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The version of the format.
pub const VERSION: &str = "2.1.0";
/// The folder that the paths start from: the root of the repository, by the name that readers of the format know.
pub const ROOT: &str = "%SRCROOT%";

/// A file.
#[derive(Serialize)]
pub struct Log {
    /// Its schema.
    #[serde(rename = "$schema")]
    pub schema: &'static str,
    /// The version of the format.
    pub version: &'static str,
    /// What ran; for each guidance once.
    pub runs: Vec<Run>,
}

/// A run of the tool over all profiles of a guidance.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// What ran.
    pub tool: Tool,
    /// Which of the runs it is, where anything was judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automation_details: Option<AutomationDetails>,
    /// How it went.
    pub invocations: [Invocation; 1],
    /// What a column counts.
    pub column_kind: &'static str,
    /// What it found.
    pub results: Vec<SarifResult>,
}

/// What tells runs of the same tool apart.
#[derive(Serialize)]
pub struct AutomationDetails {
    /// The guidance.
    pub id: String,
}

/// The tool.
#[derive(Serialize)]
pub struct Tool {
    /// Its only part.
    pub driver: Driver,
}

/// The part of the tool that judges.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Driver {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// Where it is described, where the package says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub information_uri: Option<&'static str>,
    /// The criteria.
    pub rules: Vec<Rule>,
}

/// A criterion.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// Its id as one word.
    pub name: String,
    /// Its title.
    pub short_description: Text,
    /// Why it is asked for.
    pub full_description: Text,
    /// All that is told of it.
    pub help: Help,
    /// Where more can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help_uri: Option<String>,
    /// How much it matters.
    pub default_configuration: Configuration,
    /// What this format has no name for.
    pub properties: RuleProperties,
}

/// A text.
#[derive(Serialize)]
pub struct Text {
    /// It, without markup.
    pub text: String,
}

/// A text in two forms.
#[derive(Serialize)]
pub struct Help {
    /// It, without markup.
    pub text: String,
    /// The same with markup.
    pub markdown: String,
}

/// How a rule is set.
#[derive(Serialize)]
pub struct Configuration {
    /// The level of its results.
    pub level: Level,
}

/// How severe something is.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Level {
    /// A required gap, a mistake.
    Error,
    /// A recommended gap, something to look at.
    Warning,
    /// An advisory gap.
    Note,
    /// No gap.
    None,
}

/// What a criterion has beyond the format.
#[derive(Serialize)]
pub struct RuleProperties {
    /// Its theme.
    pub theme: String,
    /// How much it matters, in the words of the guidance.
    pub level: &'static str,
    /// Whose demand it is.
    pub basis: &'static str,
    /// What readers of the format filter by.
    pub tags: [String; 1],
}

/// What a criterion says of a profile.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SarifResult {
    /// The criterion.
    pub rule_id: String,
    /// Its place among the rules.
    pub rule_index: usize,
    /// How it came out.
    pub kind: Kind,
    /// How severe it is.
    pub level: Level,
    /// What was found, wanted and advised.
    pub message: Text,
    /// Where.
    pub locations: [Location; 1],
    /// Where else.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related_locations: Vec<RelatedLocation>,
    /// What stays the same when lines move.
    pub partial_fingerprints: BTreeMap<&'static str, String>,
    /// That the person accepts the gap, where this is so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suppressions: Vec<Suppression>,
}

/// How a criterion came out.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// A gap.
    Fail,
    /// Met.
    Pass,
    /// Not assessed.
    Open,
}

/// A place.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    /// The file and the line.
    pub physical_location: PhysicalLocation,
}

/// A further place, with what is there.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RelatedLocation {
    /// Its number in the result, from 1.
    pub id: usize,
    /// The file and the line.
    pub physical_location: PhysicalLocation,
    /// What is there.
    pub message: Text,
}

/// A file and a line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PhysicalLocation {
    /// The file.
    pub artifact_location: ArtifactLocation,
    /// The line.
    pub region: Region,
}

/// A file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ArtifactLocation {
    /// Its path, percent-encoded.
    pub uri: String,
    /// From where.
    pub uri_base_id: &'static str,
}

/// A place in a file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    /// Line, from 1.
    pub start_line: usize,
    /// Column, from 1, where it is about less than the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_column: Option<usize>,
}

/// That a gap is accepted.
#[derive(Serialize)]
pub struct Suppression {
    /// Where it says so: in the profile.
    pub kind: &'static str,
    /// Why.
    pub justification: String,
}

/// How a run went.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invocation {
    /// Whether every profile was judged.
    pub execution_successful: bool,
    /// What is wrong in profiles, or to be looked at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tool_configuration_notifications: Vec<Notification>,
}

/// Something that is wrong in a profile, or to be looked at.
#[derive(Serialize)]
pub struct Notification {
    /// How severe it is.
    pub level: Level,
    /// What it is, and what to do.
    pub message: Text,
    /// Where.
    pub locations: [Location; 1],
}
