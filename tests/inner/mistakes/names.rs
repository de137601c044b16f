//! Unknown names, and warnings.

use super::{ENTRY, In, PROFILE, WHOLE, mistakes_in};
use crate::source::Severity;

#[test]
fn unknown_names() {
    PROFILE.errors(&[
        ("stage = \"candidat\"", 2, 9, "candidat", "`candidate`"),
        ("stage = \"winner\"", 2, 9, "winner", "`renewal`"),
        ("nominator = \"friend\"", 2, 13, "friend", "`microsoft-employee`"),
        ("nominator = \"microsoft-emploee\"", 2, 13, "microsoft-emploee", "`microsoft-employee`"),
        ("categories = [\"AI\", \"Data Platfrom\"]", 2, 21, "Data Platfrom", "`Data Platform`"),
        ("categories = [\n  \"Xyzzy\",\n]", 3, 3, "Xyzzy", "`Business Applications`"),
    ]);
    ENTRY.errors(&[
        ("role = \"speeker\"", 5, 8, "speeker", "`speaker`"),
        ("role = \"xyzzy\"", 5, 8, "xyzzy", "`reviewer`"),
        ("category = \"Developer Technologie\"", 5, 12, "Developer Technologie", "`Developer Technologies`"),
        ("impact = { veiws = 1 }", 5, 12, "veiws", "`views`"),
        ("impact = { xyzzy = 1 }", 5, 12, "xyzzy", "`comments`"),
        ("impact = { views = 1, stars = 1 }", 5, 23, "stars", "`subscribers`"),
        ("[contribution.impact]\nstars = 1", 6, 1, "stars", "`subscribers`"),
    ]);
    let certification = ENTRY.text("impact = { views = 1 }").replace("article", "certification");
    let entry = "[[contribution]]\ntitle = \"T\"\ndate = 2026-05-01\ntype = ";
    WHOLE.errors(&[
        (&certification, 5, 12, "views", ""),
        (&format!("{entry}\"artcle\"\n"), 4, 8, "artcle", "`article`"),
        (&format!("{entry}\"xyzzy\"\n"), 4, 8, "xyzzy", "`workshop`"),
        (&format!("{entry}\"Article\"\n"), 4, 8, "Article", "`article`"),
        ("[[waive]]\ncriterion = \"concentraton\"\nreason = \"R\"\n", 2, 13, "concentraton", "`concentration`"),
        ("[[waive]]\ncriterion = \"xyzzy\"\nreason = \"R\"\n", 2, 13, "xyzzy", "`diversity`"),
        ("[[waive]]\ncriterion = \"eligibility\"\nreason = \"R\"\n", 2, 13, "eligibility", ""),
    ]);
}

#[test]
fn warnings() {
    for url in ["ftp://example.org", "javascript:alert(1)", "data:text/html,x", "example.org"] {
        ENTRY.warnings(&[(&format!("url = \"{url}\""), 5, 7, "http", "")]);
    }
    ENTRY.fine(&["url = \"https://e.org\"", "url = \"http://e.org\"", "url = \"mailto:a@e.org\"", "url = \"HTTPS://E.ORG\""]);
    PROFILE.warnings(&[
        ("categories = [\"AI\", \"Security\"]", 2, 21, "program-2026", "program-2026"),
        ("nominated-on = 2026-10-05", 2, 16, "`nominator`", "nominator = \"mvp\""),
    ]);
    PROFILE.fine(&["nominator = \"mvp\"\nnominated-on = 2026-10-05"]);
    // The edition of 2020 lists no technology areas, so any name is valid.
    PROFILE.fine(&["technology-areas = [\"Xyzzy\"]", "categories = [\"ai\"]"]);
    In("[profile]\nguidance = \"program-2026\"\n").warnings(&[
        ("categories = [\"Office Development\"]", 3, 15, "workshop-2020", "workshop-2020"),
        ("technology-areas = [\".NET\", \"DevOp\"]", 3, 29, "DevOp", "`DevOps`"),
        ("technology-areas = [\"Xyzzy\"]", 3, 21, "Xyzzy", "list areas"),
        // Two spellings of one area.
        ("technology-areas = [\"Xyzzy\", \"xYZZY \"]", 3, 21, "Xyzzy", "list areas"),
    ]);
}

#[test]
fn names_from_another_list_are_recognized() {
    let help = |text: &str| mistakes_in(text)[0].help.clone();
    assert!(help(&ENTRY.text("").replace("\"article\"", "\"Blog\"")).contains("`article`"), "the portal's name of articles");
    assert!(
        help("[profile]\nguidance = \"program-2026\"\ncategories = [\"Excel\"]\n").contains("category `M365`"),
        "an area is no category"
    );
}

#[test]
fn a_channel_with_a_blank_url_is_refused() {
    let channel = "[[channel]]\ntype = \"article\"\ntitle = \"B\"\nurl = \" \"\ndate = 2026-01-01\nimpact = { views = 1 }\n";
    let found = mistakes_in(channel);
    assert_eq!((found.len(), found[0].line, found[0].column), (1, 4, 7), "{found:#?}");
    assert!(matches!(found[0].severity, Severity::Error));
}
