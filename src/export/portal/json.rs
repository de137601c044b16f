//! Activities for the portal as JSON, for programs that fill in the form.

use serde::{Serialize, Serializer};

use crate::export::model::{Exported, Selection};
use crate::export::portal::fields::FieldValue;
use crate::export::portal::filed::{FiledActivity, filed};
use crate::render::json::{ByName, Day, Number, to_text};

/// The version of this document; fields are only ever added to it.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    as_of: Day,
    guidance: &'a str,
    portal_as_of: &'a str,
    activities: Vec<Activity<'a>>,
    left_out: usize,
}

#[derive(Serialize)]
struct Activity<'a> {
    line: usize,
    activity_type: Option<&'a str>,
    or: &'a [String],
    fields: ByName<'a, &'a Option<FieldValue<'a>>>,
    to_check: &'a [String],
}

impl<'a> Activity<'a> {
    fn of(filed: &'a FiledActivity<'a>) -> Self {
        Self {
            line: filed.contribution.line,
            activity_type: filed.activity.map(|activity| activity.name.as_str()),
            or: filed.activity.map_or(&[], |activity| &activity.also),
            fields: ByName(filed.fields.iter().map(|field| (field.name, &field.value)).collect()),
            to_check: &filed.to_check,
        }
    }
}

impl Serialize for FieldValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::List(names) => names.serialize(serializer),
            Self::Number(number) => Number(*number).serialize(serializer),
            Self::Day(day) => Day(*day).serialize(serializer),
        }
    }
}

pub(crate) fn render(selection: &Selection<'_>) -> Exported {
    let filed = filed(selection)?;
    let document = Document {
        schema_version: SCHEMA_VERSION,
        as_of: Day(selection.record.as_of),
        guidance: &selection.guidance.id,
        portal_as_of: &filed.portal.as_of,
        activities: filed.activities.iter().map(Activity::of).collect(),
        left_out: filed.left_out,
    };
    Ok(to_text(&document)?)
}
