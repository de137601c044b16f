//! The schema and the reader agree about mistakes in guidance files.

use super::{accepts, as_json, generate, is_valid_guidance, read, validator};

/// The edition that extends no other as custom guidance, which may not set a basis.
fn whole() -> String {
    let text = read("src/guidance/workshop-2020.toml");
    text.lines()
        .filter(|line| !line.starts_with("basis =") && !line.starts_with("number-basis ="))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Old text, new text, and whether the result is valid.
type Change = (&'static str, &'static str, bool);

fn check(text: &str, changes: &[Change]) {
    let validator = validator(&generate::guidance::schema());
    assert!(accepts(&validator, text) && is_valid_guidance(text));
    let mut differing = Vec::new();
    for (old, new, expected) in changes {
        assert!(text.contains(old), "{old}");
        let changed = text.replacen(old, new, 1);
        let said = (accepts(&validator, &changed), is_valid_guidance(&changed));
        if said != (*expected, *expected) {
            differing.push(format!("{old} -> {new}: expected {expected}, schema and reader say {said:?}"));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn built_in_guidance_is_valid() {
    let validator = validator(&generate::guidance::schema());
    for path in ["src/guidance/workshop-2020.toml", "src/guidance/program-2026.toml", "examples/community-guidance.toml"] {
        let json = as_json(&read(path)).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&json).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}");
    }
}

#[test]
fn mistakes_in_guidance_that_extends_an_edition() {
    check(
        &read("examples/community-guidance.toml"),
        &[
            ("extends = \"workshop-2020\"", "extends = \"workshop-2019\"", false),
            ("extends = \"workshop-2020\"", "extends = \"program-2026\"", true),
            ("extends = \"workshop-2020\"", "extends = 2020", false),
            ("extends = \"workshop-2020\"", "extend = \"workshop-2020\"", false),
            ("extends = \"workshop-2020\"", "", false),
            ("id = \"example-community\"", "", true),
            ("id = \"example-community\"", "id = 1", false),
            ("level = \"recommended\"", "level = \"must\"", false),
            ("level = \"recommended\"", "levle = \"recommended\"", false),
            ("amount = { at-least = 12 }", "amount = { at-most = 12 }", false),
            ("amount = { at-least = 12 }", "amount = { at-least = -1 }", false),
            ("amount = { at-least = 12 }", "amount = { at-least = 4294967296 }", false),
            ("amount = { at-least = 12 }", "amount = { at-least = 12.5 }", false),
            ("amount = { at-least = 12 }", "amount = { at-least = \"12\" }", false),
            ("amount = { at-least = 12 }", "amuont = { at-least = 12 }", false),
            ("{ amount = { at-least = 12 } }", "{}", false),
            ("{ amount = { at-least = 12 } }", "{ amount = { at-least = 12 }, nomination = {} }", false),
            ("check = { diversity = { at-least = 5 } }", "check = { amount = { at-least = 5 } }", true),
            ("{ amount = { at-least = 12 } }", "{ concentration = { largest-share = 1.5 } }", false),
            ("{ amount = { at-least = 12 } }", "{ concentration = { largest-share = -0.5 } }", false),
            ("{ amount = { at-least = 12 } }", "{ eligibility = { at-least = 12 } }", false),
            // A block that the edition lacks needs every key.
            ("title = \"Sharing: several kinds of activity\"\n", "", false),
            ("how = \"Counted as for `diversity`.\"\n", "", false),
            ("unassessed = \"State more types of activity first.\"", "", true),
            ("check = { diversity = { at-least = 5 } }", "check = { diversity = {} }", false),
            (
                "[criterion.amount]\n",
                "[award-window]\ncandidate-months = 18\ncycle-start = { month = 2 }\n\n[criterion.amount]\n",
                true,
            ),
            ("[criterion.amount]\n", "[award-window]\ncandidate-months = 121\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[award-window]\ndecision = { month = 13 }\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[award-window]\ndecision = { day = 29 }\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[closing]\nready = \"R\"\n\n[criterion.amount]\n", true),
            ("[criterion.amount]\n", "[closing]\nredy = \"R\"\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[type.article]\nweight = 2\n\n[criterion.amount]\n", true),
            ("[criterion.amount]\n", "[type.article]\nweight = 0\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[type.podcast]\nweight = 2\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[metric.views]\nreach = \"in-person\"\n\n[criterion.amount]\n", true),
            ("[criterion.amount]\n", "[metric.views]\nreach = \"nearby\"\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[metric.plays]\none = \"play\"\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[page.advice]\ntitle = \"A\"\n\n[criterion.amount]\n", true),
            ("[criterion.amount]\n", "[page.ours]\ntitle = \"A\"\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[[category]]\nname = \"A\"\n\n[criterion.amount]\n", true),
            ("[criterion.amount]\n", "[[category]]\nareas = [\"A\"]\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[criterion.amount.seen]\nhigh = 9\n\n[criterion.amount]\n", true),
            ("[criterion.amount]\n", "[criterion.amount.seen]\nmiddle = [1]\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[portal.longest]\ntitle = 80\n\n[criterion.amount]\n", true),
            ("[criterion.amount]\n", "[portal.longest]\ntitle = -1\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[portal]\nrole = [\"Author\"]\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[[form.question]]\nheading = \"A\"\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[[type.talk.portal]]\nalso = [\"A\"]\n\n[criterion.amount]\n", false),
            ("[criterion.amount]\n", "[criteria.amount]\n", false),
            ("[criterion.amount]\n", "[[criterion.amount]]\n", false),
        ],
    );
}

#[test]
fn mistakes_in_guidance_that_extends_no_other() {
    check(
        &whole(),
        &[
            ("id = \"workshop-2020\"\n", "", true),
            ("source = \"Article on", "suorce = \"Article on", false),
            ("year = 2020\n", "", true),
            ("year = 2020\n", "year = \"2020\"\n", false),
            ("see-also", "see_also", false),
            ("candidate-months = 12\n", "", false),
            ("cycle-start = { month = 7, day = 1 }", "cycle-start = { month = 7 }", false),
            ("nearly-at-most = 3", "nearly-at-most = -3", false),
            ("caveat", "caveats", false),
            ("[seen]\n", "[seem]\n", false),
            ("one = \"view\"\n", "", false),
            ("reach = \"online\"\n", "", true),
            ("level = true\n", "level = \"yes\"\n", false),
            ("decimal-up-to = 5.0", "decimal-up-to = 5", true),
            ("decimal-up-to = 5.0", "decimal-up-to = \"5\"", false),
            ("[[category]]\nname = ", "[[category]]\nnmae = ", false),
            ("themes = [", "themes = [1, ", false),
            ("[portal.longest]\n", "[portal.longst]\n", false),
            ("title = 100\n", "", false),
            ("quantity = \"Quantity\"\n", "", false),
            ("or-count = true", "or-count = 1", false),
            ("planned = true", "planned = false", true),
            ("check = { category = { at-least = 1, at-most = 2 } }", "check = { category = { at-most = 2 } }", false),
            ("check = { category = { at-least = 1, at-most = 2 } }", "check = { category = { at-least = 1 } }", true),
        ],
    );
}
