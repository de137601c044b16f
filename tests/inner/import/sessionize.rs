//! Sessions from Sessionize.

use serde_json::{Value, json};

use super::services::found;
use super::{Import, changed, skipped};

/// A session in the form of the API, with speakers and changes.
pub fn session(title: &str, speakers: Value, changes: Value) -> Value {
    let session = json!({
        "id": "1", "title": title, "description": null, "startsAt": "2026-03-25T23:45:00", "endsAt": "2026-03-26T00:45:00",
        "isServiceSession": false, "speakers": speakers, "room": "Hall 1", "liveUrl": null, "recordingUrl": null
    });
    changed(session, changes)
}

#[test]
fn own_sessions_are_talks_in_both_views() {
    let urls = json!({ "description": "With code.", "liveUrl": "https://example.org/live", "recordingUrl": "https://example.org/video" });
    let expected = json!([
        { "type": "talk", "title": "Mine", "date": "2026-03-25", "url": "https://example.org/video", "role": "speaker",
          "description": "With code." },
        { "type": "talk", "title": "Ours", "date": "2026-03-25", "url": "https://example.org/live", "role": "speaker" },
    ]);
    let live = json!({ "liveUrl": "https://example.org/live", "recordingUrl": " " });
    let sessions = |amal: Value, other: Value| {
        [
            session("Lunch", json!([]), json!({ "isServiceSession": true })),
            session("Mine", json!([amal]), urls.clone()),
            session("Theirs", json!([other]), json!({})),
            session("Ours", json!([other, amal]), live.clone()),
            session("Some day", json!([amal]), json!({ "startsAt": null })),
        ]
    };
    let by_name = sessions(json!({ "id": "a", "name": "amal  EXAMPLE " }), json!({ "id": "b", "name": "Ben Example" }));
    let groups = json!([{ "groupName": "One", "sessions": by_name[..2] }, { "groupName": "Two", "sessions": by_name[2..] }]);
    let speakers = json!([{ "id": "a", "fullName": "Amal Example" }, { "id": "b", "fullName": "Ben Example" }, { "id": 5 }]);
    let all = json!({ "sessions": sessions(json!("a"), json!("b")), "speakers": speakers, "rooms": [] });
    for view in [groups, all] {
        let found = found("sessionize", &view, &[]);
        assert_eq!(found["new"], expected);
        let reasons = [
            ("session 1", "a service session, no talk"),
            ("session 3", "not spoken by `Amal Example`: --speaker names whose are meant"),
            ("session 5", "no date: `startsAt` is missing"),
        ];
        assert_eq!(skipped(&found), reasons);
    }
}

#[test]
fn the_speaker_is_the_person_of_the_profile_or_an_option() {
    let ben = json!([{ "sessions": [session("Hands on", json!([{ "id": "b", "name": "Ben Example" }]), json!({}))] }]);
    assert_eq!(found("sessionize", &ben, &[])["new"], json!([]));
    let workshop = found("sessionize", &ben, &["--speaker", " ben example", "--type", "workshop"]);
    assert_eq!(workshop["new"][0]["type"], "workshop");
    let without_name = Import::into("", "sessionize", "sessions.json", ben.to_string(), &[]);
    assert!(without_name.is_refused(&["sessions.json", "--speaker"]), "{without_name:?}");
}
