//! Command cases: files that read like a session, and the console blocks of the README. `TRYCMD=overwrite cargo test --test cli` writes
//! down what the commands print now; read the difference before you commit it.

#[test]
fn commands_print_what_their_cases_say() {
    // Fixed, so that a developer's terminal and calendar change nothing.
    let fixed = [("COLUMNS", "100"), ("NO_COLOR", "1"), ("TZ", "UTC")];
    let cases = trycmd::TestCases::new();
    for (name, value) in fixed {
        cases.env(name, value);
    }
    cases.case("tests/cmd/*.trycmd").case("tests/cmd/*.toml").case("README.md");
}
