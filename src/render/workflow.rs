//! Values inside the workflow commands of GitHub Actions and the logging commands of Azure Pipelines.

/// Text as the message of a command of GitHub Actions: the runner ends a command at the end of its line.
pub(crate) fn github_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as a property of a command of GitHub Actions: the runner ends a property at `,`, and all of them at `::`.
pub(crate) fn github_property(text: &str) -> String {
    github_message(text).replace(':', "%3A").replace(',', "%2C")
}

/// Text as a property or the message of a command of Azure Pipelines: the agent decodes the same signs in both. It ends a property at
/// `;` and all of them at `]`.
pub(crate) fn azure_value(text: &str) -> String {
    text.replace('%', "%AZP25").replace(';', "%3B").replace(']', "%5D").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_or_a_property_early() {
        assert_eq!(github_message("50%\r\n::error::a,b"), "50%25%0D%0A::error::a,b");
        assert_eq!(github_property("50%\n::a,b"), "50%25%0A%3A%3Aa%2Cb");
        assert_eq!(azure_value("50%;]\r\n##vso[a]"), "50%AZP25%3B%5D%0D%0A##vso[a%5D");
    }
}
