//! Contributions from the portal: its old API and its privacy export.

use serde_json::{Value, json};

use super::services::found;
use super::{changed, skipped};

/// A contribution in the form of the old API, with changes.
pub fn contribution(type_name: &str, changes: Value) -> Value {
    let contribution = json!({
        "ContributionId": 1, "ContributionTypeName": type_name, "ContributionTechnology": { "Id": "x", "Name": "Azure DevOps" },
        "StartDate": "2019-12-31T00:00:00", "Title": type_name, "ReferenceUrl": format!("https://example.org/{}", type_name.len()), "Description": "About it.",
        "AnnualQuantity": 3, "SecondAnnualQuantity": 40, "AnnualReach": 500, "Visibility": { "Id": 299600000 }
    });
    changed(contribution, changes)
}

#[test]
fn contributions_of_the_old_api_have_the_metrics_of_their_type() {
    let blog = contribution("Blog/Website Post", json!({}));
    let expected = json!({
        "type": "article", "title": "Blog/Website Post", "date": "2019-12-31", "url": "https://example.org/17", "count": 3,
        "technology-areas": ["Azure DevOps"], "description": "About it.", "impact": { "views": 500, "subscribers": 40 }
    });
    for source in [json!([blog]), json!({ "Contributions": [blog], "TotalContributions": 1 })] {
        let found = found("portal", &source, &[]);
        assert_eq!((&found["new"], &found["note"]), (&json!([expected]), &Value::Null));
    }
    let zeros = json!({ "AnnualQuantity": 0, "SecondAnnualQuantity": 0, "AnnualReach": 0 });
    let nested = json!({ "ContributionTypeName": null, "ContributionType": { "Name": "Book (Author)" }, "ReferenceUrl": null });
    let source = json!([
        contribution("Article", zeros),
        contribution("x", nested),
        contribution("Speaking (Conference)", json!({ "StartDate": "/Date(1420070400000)/" })),
        contribution("Organizer (User Group/Meetup/Local Events)", json!({})),
        contribution("Product Group Feedback", json!({})),
    ]);
    let found = found("portal", &source, &[]);
    let entries = found["new"].as_array().unwrap();
    let shown: Vec<Value> = entries.iter().map(|it| json!([it["type"], it["count"], it["impact"]])).collect();
    let expected = [
        json!(["article", null, null]),
        json!(["book", 3, { "copies": 500 }]),
        json!(["talk", 3, { "attendees": 500 }]),
        json!(["event", 3, { "members": 500 }]),
        json!(["product-feedback", 3, null]),
    ];
    assert_eq!(shown, expected);
    assert_eq!(entries[2]["date"], "2015-01-01");
}

/// An activity in the form of the privacy export, with changes.
fn activity(title: &str, changes: Value) -> Value {
    let activity = json!({
        "title": title, "description": "About it.", "url": "https://example.org/talk", "dateCreated": "2026-02-03T23:00:00Z",
        "technologyFocusArea": "PowerShell", "activityTypeName": "Speaker/Presenter at Third-party Event",
        "targetAudience": ["Developer", " ", "IT Pro"], "isHighImpact": "True", "annualReach": 45, "role": "Speaker"
    });
    changed(activity, changes)
}

#[test]
fn the_privacy_export_is_read_with_a_note_on_its_dates() {
    let source = |activities: Value| json!({ "mostValuableProfessionalProgram": { "profile": {}, "activities": activities } });
    let plain = json!({ "url": " ", "annualReach": "0", "role": "Dreamer", "targetAudience": null, "isHighImpact": true });
    let activities = json!([activity("A talk", json!({})), activity("[GDPR Delete]", json!({})), activity("Another", plain)]);
    let found = found("portal", &source(activities), &[]);
    let expected = json!([
        { "type": "talk", "title": "A talk", "date": "2026-02-03", "url": "https://example.org/talk", "role": "speaker",
          "technology-areas": ["PowerShell"], "audience": ["Developer", "IT Pro"], "description": "About it.",
          "impact": { "attendees": 45 } },
        { "type": "talk", "title": "Another", "date": "2026-02-03", "technology-areas": ["PowerShell"], "description": "About it." },
    ]);
    assert_eq!(found["new"], expected);
    assert_eq!(skipped(&found), [("activity 2", "deleted in the portal")]);
    assert!(found["note"].as_str().unwrap().contains("dateCreated"));
}

#[test]
fn unknown_types_need_an_option() {
    let source = json!([
        contribution("Other", json!({})),
        contribution("", json!({ "Title": "Something" })),
        contribution("sample-code", json!({})),
        contribution("ARTICLE", json!({}))
    ]);
    let without = found("portal", &source, &[]);
    let reasons = [
        ("activity 1", "unknown activity type `Other`: --type TYPE says what it is"),
        ("activity 2", "no activity type: --type TYPE says what it is"),
    ];
    assert_eq!(skipped(&without), reasons);
    let with = found("portal", &source, &["--type", "video"]);
    let types: Vec<&str> = with["new"].as_array().unwrap().iter().map(|entry| entry["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["video", "video", "sample-code", "article"], "only items of unknown types");
}

#[test]
fn activities_without_a_day_are_skipped() {
    let source = json!([
        contribution("Article", json!({ "StartDate": null })),
        contribution("Article", json!({ "StartDate": "2026-02-30T00:00:00" })),
        contribution("Article", json!({ "StartDate": "/Date(x)/" })),
        activity("A talk", json!({ "dateCreated": "soon" })),
    ]);
    let found = found("portal", &source, &[]);
    let reasons: Vec<&str> = skipped(&found).into_iter().map(|(_, reason)| reason).collect();
    let expected = [
        "no date",
        "`StartDate` is `2026-02-30T00:00:00`, which is no date",
        "`StartDate` is `/Date(x)/`, which is no date",
        "`dateCreated` is `soon`, which is no date",
    ];
    assert_eq!(reasons, expected);
}

#[test]
fn too_many_audiences_or_repetitions_are_skipped() {
    let crowd = found("portal", &json!([activity("A talk", json!({ "targetAudience": vec!["Developer"; 101] }))]), &[]);
    assert_eq!(crowd["new"], json!([]));
    assert!(skipped(&crowd)[0].1.contains("100"), "{crowd:#}");
    let huge = found("portal", &json!([contribution("Article", json!({ "AnnualQuantity": 1e300 }))]), &[]);
    assert_eq!(huge["new"], json!([]));
}
