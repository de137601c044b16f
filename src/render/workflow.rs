//! Values inside the workflow commands of GitHub Actions and the logging commands of Azure Pipelines.

/// Text as the message of a command of GitHub Actions: the runner ends a command at the end of its line.
pub fn github_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as a property of a command of GitHub Actions: the runner ends a property at `,`, and all of them at `::`.
pub fn github_property(text: &str) -> String {
    github_message(text).replace(':', "%3A").replace(',', "%2C")
}

/// Text as a property or the message of a command of Azure Pipelines: the agent decodes the same signs in both. It ends a property at
/// `;` and all of them at `]`.
pub fn azure_value(text: &str) -> String {
    text.replace('%', "%AZP25").replace(';', "%3B").replace(']', "%5D").replace('\r', "%0D").replace('\n', "%0A")
}
