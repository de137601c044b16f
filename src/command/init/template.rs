//! The profile that `init` writes, with comments on its keys.

use chrono::NaiveDate;

use crate::profile::Stage;
use crate::profile::new_entry::quoted;

pub(crate) struct Start<'s> {
    pub(crate) name: Option<String>,
    pub(crate) stage: Stage,
    pub(crate) categories: Vec<String>,
    pub(crate) microsoft_employee: Option<bool>,
    pub(crate) guidance: String,
    /// The file of the schema, beside the profile.
    pub(crate) schema: &'s str,
    /// A day for the example of an entry.
    pub(crate) today: NaiveDate,
}

impl Start<'_> {
    /// The text of the profile. What is not known yet is a comment.
    pub(crate) fn text(&self) -> String {
        let stage = Stage::NAMES.iter().find(|(_, stage)| *stage == self.stage).map_or("candidate", |(name, _)| name);
        let name = self.name.as_deref().map_or_else(|| "# name = \"...\"".into(), |name| format!("name = {}", quoted(name)));
        let categories = match self.categories.as_slice() {
            [] => "# categories = [\"...\"]".to_owned(),
            names => format!("categories = [{}]", names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")),
        };
        let employee = match self.microsoft_employee {
            Some(answer) => format!("microsoft-employee = {answer}"),
            None => "# microsoft-employee = false".into(),
        };
        let Self { schema, today, .. } = self;
        let guidance = quoted(&self.guidance);
        format!(
            r#"#:schema ./{schema}
# Your contributions, in your own file. `mvp-check` says how they stand, `mvp-check add` adds one.

[profile]
{name}
stage = "{stage}" # candidate, or renewal for those who hold the award
{categories} # `mvp-check list categories` shows the names
# technology-areas = ["..."] # your own areas; `mvp-check list areas`
{employee} # who works for Microsoft cannot hold the award
# nominator = "mvp" # or "microsoft-employee"; nobody yet: leave it out
guidance = {guidance} # `mvp-check list editions` shows those that ship

# A contribution: type, title and date are required, and numbers make its impact visible. For one of your own take away the `# `,
# or let a command write it: mvp-check add article "Title" https://example.org/page views=120
#
# [[contribution]]
# type = "article" # `mvp-check list types` shows all
# title = "..."
# date = {today}
# url = "https://..."
# impact = {{ views = 120 }}
"#
        )
    }
}
