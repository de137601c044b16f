//! Hostile texts, and files with such a text wherever a file accepts text.

use std::fmt::Write as _;

/// A character that terminals, browsers or editors obey instead of showing it, or that hides in a text.
pub fn is_raw(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(character, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}')
        || matches!(character, '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// A TOML string with escapes for all characters except letters, digits and spaces.
pub fn escaped(text: &str) -> String {
    let mut written = String::from('"');
    for character in text.chars() {
        if character.is_ascii_alphanumeric() || character == ' ' {
            written.push(character);
        } else {
            write!(written, "\\U{:08X}", u32::from(character)).unwrap();
        }
    }
    written + "\""
}

/// Hostile texts. None has a colour that the program uses.
pub fn payloads() -> Vec<String> {
    let texts = [
        "\u{1b}[7;35mcoloured\u{1b}[m",
        "\u{1b}]8;;https://evil.example\u{1b}\\link\u{1b}]8;;\u{1b}\\",
        "\u{1b}]0;title of the window\u{7}",
        "\u{1b}[2J\u{1b}[Hcleared",
        "bell\u{7}",
        "back\u{8}\u{8}\u{8}\u{8}over",
        "good\rbad",
        "two\nlines",
        "tab\tfeed\u{b}\u{c}ends",
        "nul\u{0}",
        "C1 \u{9b}7m \u{85}\u{90}\u{9d}\u{9c}ends",
        "deleted\u{7f}",
        "\u{202e}txt.exe\u{202c}",
        "\u{2066}isolated\u{2069}\u{200f}\u{61c}",
        "zero\u{200b}\u{200c}\u{200d}\u{2060}width",
        "mark\u{feff}inside",
        "line\u{2028}paragraph\u{2029}ends",
        "::set-output name=x::y",
        "  ::stop-commands::x",
        "%0D%0A::error::x",
        "a\n::error::x\r\n##vso[task.setvariable variable=x]y",
        "##[group]x",
        "],title=x;y=z::",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "</title></style></svg><script>alert(1)</script>",
        "<!-- --!> ]]> <![CDATA[ <?x ?>",
        "&lt;b&gt; &amp; &#60;i&#62; &copy",
        "{{7*7}} ${{ github.token }} $(id) `id` %PATH%",
        "javascript:alert(1)",
        "JaVa\tScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "//evil.example/x",
        "[a](javascript:alert(1)) [b]: javascript:alert(1)",
        "![x](https://evil.example/x.png)",
        "<https://evil.example> https://evil.example www.evil.example",
        "| a | b |\n| - | - |",
        "a\\|b\\\\|c\\",
        "``` `x` ``",
        "*a* **b** _c_ __d__ ~~e~~ $f$ ==g==",
        "# heading",
        "> quote",
        "- [ ] item",
        "+ item",
        "1. item",
        "---",
        "***",
        "===",
        "[^1] [^1]: x",
        "@octocat @org/team a@b.example",
        "#1 GH-2 !3 org/repo#4",
        "=1+1",
        "\"; rm -rf / #",
        "two\n::warning::lines\r\n##[group]x",
        "a,b:c;d]e=f",
        "%0A::error::x %25 %3A %AZP25 %AZP250A",
        "\u{1b}[31mred\u{1b}]0;title\u{7}",
        "\u{202e}txt.exe\u{202c} zero\u{200b}width \u{feff}",
        "neither \u{fffe} nor \u{ffff} in XML, nor nul\u{0}",
        "<![CDATA[x]]><failure message=\"y\">&amp;&lol;'\"</failure>",
        "a ###### b #",
        "\\u001b \\\"quoted\\\" $0 &x;",
        "[click](javascript:alert(1)) `code` @name #1",
        "line\n  ::notice::after blanks",
        "\u{1f44d}\u{1f3fd} \u{10348} \u{4e2d}\u{6587} \u{7e}",
        "::error file=x::y",
        "##vso[task.complete result=Failed]##[error]x",
        "%0A::warning::x",
        "<script>alert(1)</script>&\"'`|",
        "\u{1f44d}\u{1f3fd} \u{1f469}\u{200d}\u{1f4bb} \u{2764}\u{fe0f} \u{1f1e8}\u{1f1ff} 1\u{fe0f}\u{20e3}",
        // Terminals.
        "\u{1b}]8;id=1;file:///etc/passwd\u{7}link\u{1b}]8;;\u{7}",
        "\u{1b}]52;c;ZXZpbA==\u{7}clipboard",
        "\u{1b}P$q\"p\u{1b}\\ \u{1b}_x\u{1b}\\ \u{1b}^x\u{1b}\\",
        "\u{9d}0;title\u{9c} \u{9b}31m",
        "\u{e}shift\u{f} \u{5}answer",
        // Texts that hide something, or run over.
        "tags \u{e0001}\u{e0068}\u{e0069}\u{e007f}",
        "selected \u{2764}\u{fe0e}\u{fe0f}\u{fe00}",
        "musical \u{1d173}\u{1d17a} shorthand \u{1bca0}\u{1bca3} unassigned \u{e0080}\u{e01f0}",
        "soft\u{ad}hyphen \u{180e}\u{206a}\u{206f}\u{fff9}a\u{fffa}b\u{fffb}",
        "\u{2067}\u{5d0}\u{2069}\u{2068}a\u{2069}\u{200e}\u{202b}x",
        "Z\u{334}\u{353}\u{34d}\u{317}\u{32a}\u{e49}\u{e49}\u{e49}\u{e49}",
        // Build services.
        "x,line=1,title=y::z",
        "x\u{2028}::error::y\u{85}::warning::z",
        "::add-mask::x",
        "\u{3000}\u{a0}::endgroup::",
        "##vso[task.setvariable variable=PATH;isOutput=true]x",
        "# #vso[x] ###vso[y] #\u{200b}#vso[z]",
        "##[section]x ##[command]y",
        "%3B%5D%AZP25;code=x]y",
        "[text](1) [text](https://evil.example) \\[x\\](2)",
        "{0} {{1}} {",
        // Markdown.
        ": a definition",
        "[[wiki]] [[wiki|link]]",
        "^super^ ~sub~ ||spoiler||",
        "{#id .class} {.class}",
        "> [!NOTE] x",
        "+++ x +++",
        "<details><summary>x</summary>",
        "<!-- hidden -->",
        "x <b title='y'>bold</b> <https://evil.example> <me@evil.example>",
        "a [b][c] ![d][e] [f]: //evil.example",
        "[x](<javascript:alert(1)>) [y](https://evil.example \"z\")",
        "@a-b/c @name@host @@name _@name_ (@name) .@name",
        "#1 ##2 owner/repo#3 gh-4 (#5) !6",
        "$`x`$ $$x$$ \\(x\\) \\[x\\]",
        "~~~ x ~~~",
        "*** ___ _ _ _ ** *",
        "trailing backslash\\",
        "  four blanks    and a tab\t",
        "ftp://evil.example mailto:a@evil.example xmpp:a@evil.example WWW.evil.example",
        "1) one 2. two 3) three",
        ":-- | --: :tada:",
        "&#x40;name &#35;1 &lt;script&gt; &NewLine; &colon;",
        "\\<b\\> \\`x\\` \\",
        // HTML, SVG and CSS.
        "' onmouseover='alert(1)",
        "` onmouseover=alert(1) x=`",
        "x onfocus=alert(1) autofocus tabindex=1",
        "</svg><style>*{background:url(//evil.example)}</style>",
        "}</style><script>alert(1)</script>",
        "</script><script>alert(1)//",
        "<a href=\"javascript&colon;alert(1)\">x</a>",
        "<base href=//evil.example><meta http-equiv=refresh content=0>",
        "<math><mtext></p><style><img src onerror=alert(1)>",
        "expression(alert(1)) /* */ \\3c",
        "java&#10;script:alert(1)",
        "feed:javascript:alert(1)",
        "&quot;&apos;&grave; &#0; &#x80; &notit;",
        // XML.
        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
        "</testcase></testsuite><testsuite name=\"x\"/>",
        "--> ]]> ?> %y;",
        // Tables of spreadsheets.
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"https://evil.example\")",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "\r=1+1",
        "\t\t-1",
        "\u{ff1d}1+1",
        "\u{ff0b}1",
        "\u{ff0d}1",
        "\u{ff20}SUM(1)",
        " \"=1+1",
        "x;=1+1;\ty",
        "sep=;",
        // TOML and JSON.
        "\"\"\"\n[[contribution]]\n\"\"\"",
        "'''\n[profile]\nname = 'x'",
        "\"\n[[waive]]\ncriterion = \"diversity\"\nreason = \"x",
        "\" }, { type = \"talk",
        "# no comment = 1",
        "\\\" \\n \\u0022, \\U00000022",
        "\",\"x\":{\"y\":[",
        "\u{2028}</script>\u{2029}",
        "__proto__",
        // Calendars and feeds.
        "x\\, y\\; z\\n\nEND:VEVENT",
        "]]&gt;<item><title>x</title></item>",
        // Shells, paths and names of options.
        "--write",
        "-",
        "../../x",
        "$(touch x) `touch y` ; touch z",
        "~root %TEMP% !x!",
    ];
    let long = ["x".repeat(1_900), "\u{4e2d}\u{6587}".repeat(900), format!("e{}", "\u{301}".repeat(1_900))];
    texts.map(str::to_owned).into_iter().chain(long).collect()
}

/// Custom guidance with a text wherever guidance accepts one.
pub fn guidance_saying(text: &str) -> String {
    // Unknown placeholders in braces are mistakes.
    let advice = escaped(&text.replace(['{', '}'], ""));
    let text = escaped(text);
    let criterion = format!("title = {text}\nwhy = {text}\nshared = {text}\nadvice = {advice}\nsource = {text}\n");
    format!(
        "extends = \"workshop-2020\"\nid = \"own\"\ntitle = {text}\nsource = {text}\nsee-also = {text}\n\
         [[category]]\nname = {text}\nareas = [\"Known\", {text}]\n[[category]]\nname = \"Other\"\n\
         [portal]\nas-of = {text}\n[[type.article.portal]]\nname = {text}\nalso = [{text}]\n\
         numbers = [{{ name = {text}, metrics = [\"likes\", \"views\"] }}]\n\
         [form]\nas-of = {text}\n[[form.question]]\nheading = {text}\ntell = {text}\ntypes = [\"article\"]\n\
         [criterion.diversity]\n{criterion}[criterion.regularity]\n{criterion}\
         [criterion.{text}]\n{criterion}theme = \"amount\"\nlevel = \"required\"\nhow = {text}\n\
         check = {{ amount = {{ at-least = 1000 }} }}\n[verdict]\nready = {text}\nnearly = {text}\nnot-yet = {text}\n"
    )
}

/// A profile without mistakes, with a text wherever a profile accepts one.
pub fn profile_saying(text: &str) -> String {
    let address = escaped(&format!("https://example.org/{text}"));
    // The same title would make it a repeat.
    let again = escaped(&format!("{text} again"));
    let text = escaped(text);
    format!(
        "[profile]\nname = {text}\ncategories = [{text}, \"Other\"]\ntechnology-areas = [{text}]\nas-of = 2026-11-23\n\
         [[contribution]]\ntype = \"article\"\ntitle = {text}\ndate = 2026-05-01\nurl = {text}\ncategory = {text}\n\
         technology-areas = [{text}, \"Elsewhere\"]\naudience = [{text}]\nlanguage = {text}\ndescription = {text}\n\
         highlight = {text}\nnotes = {text}\nimpact = {{ views = 900 }}\n\
         [[contribution]]\ntype = \"article\"\ntitle = {again}\ndate = 2026-06-01\nurl = {address}\n\
         [[waive]]\ncriterion = \"diversity\"\nreason = {text}\n"
    )
}

/// A profile with a text in place of each name: each one is a mistake.
pub fn mistakes_saying(text: &str) -> String {
    let text = escaped(text);
    format!(
        "[profile]\nstage = {text}\nnominator = {text}\ncategories = [{text}]\nguidance = {text}\n{text} = 1\n\
         [[contribution]]\ntype = {text}\ntitle = \"T\"\ndate = {text}\nrole = {text}\ncategory = {text}\nurl = {text}\n\
         impact = {{ {text} = 1 }}\n[[waive]]\ncriterion = {text}\nreason = \"R\"\n[{text}]\n"
    )
}

/// A file name with the characters of a text that the system allows.
pub fn file_name(text: &str) -> String {
    /// Systems allow 255 bytes, and a character has at most four.
    const LONGEST: usize = 40;
    let is_refused = |it: char| {
        matches!(it, '\0' | '/')
            || cfg!(windows) && (it < ' ' || "<>:\"\\|?*".contains(it))
            || cfg!(target_os = "macos") && matches!(it, '\u{fffe}' | '\u{ffff}')
    };
    let name: String = text.chars().map(|it| if is_refused(it) { '_' } else { it }).take(LONGEST).collect();
    name + ".toml"
}
