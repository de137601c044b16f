//! The whole record as CSV.

use super::exported;
use crate::inner_tests::import::Import;

#[test]
fn an_export_comes_back_without_the_private_notes() {
    let entry = "[[contribution]]\ntype = \"talk\"\ntitle = \"=1+1; \\\"quoted\\\", 'and' more\"\ndate = 2026-05-01\nuntil = 2026-05-03\n\
        url = \"https://example.org/a\"\ncount = 2\ndescription = \"two\\nlines\\n::error::x\"\nnotes = \"secret\"\n\
        technology-areas = [\".NET\", \"DevOps\"]\nimpact = { attendees = 45, rating = 4.5 }\nrole = \"co-author\"\n\
        category = \"AI\"\naudience = [\"Developer\", \"Student\"]\nlanguage = \"en\"\npaid = false\nhighlight = \"Why, in brief\"\n";
    let person = "[profile]\nname = \"Amal Example\"\ncategories = [\"AI\", \"Developer Technologies\"]\n";
    let csv = exported(&["csv", "--all"], &format!("{person}\n{entry}")).unwrap();
    let header = "startdate,title,description,referenceurl,AnnualQuantity,SecondAnnualQuantity,AnnualReach,Visibility,\
        ContributionType,ContributionTechnology,type,until,count,metrics,role,category,audience,language,paid,highlight\n";
    let row = "2026-05-01,\"'=1+1; \"\"quoted\"\", 'and' more\",\"two\nlines\n∷error::x\",https://example.org/a,2,0,45,Everyone,\
        Speaker/Presenter at Third-party Event,.NET; DevOps,talk,2026-05-03,2,attendees=45; rating=4.5,co-author,AI,\
        Developer; Student,en,false,\"Why, in brief\"\n";
    assert_eq!(csv, format!("{header}{row}"));

    let written = Import::into(person, "csv", "record.csv", &csv, &[]).profile();
    assert_eq!(exported(&["csv", "--all"], &written).unwrap(), csv);
    let again = Import::into(&written, "csv", "record.csv", &csv, &[]).json();
    let counts = ["new", "known", "skipped"].map(|part| again[part].as_array().unwrap().len());
    assert_eq!(counts, [0, 1, 0]);
}
