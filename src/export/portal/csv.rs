//! Activities for the portal as a table: a column for each field that any activity has.

use crate::export::model::{Exported, Selection};
use crate::export::portal::filed::{FiledActivity, filed};
use crate::guidance::Portal;
use crate::render::csv::table;
use crate::text::{escape_control_chars, escape_workflow_command};

const TO_CHECK: &str = "to check";

pub(crate) fn render(selection: &Selection<'_>) -> Exported {
    let filed = filed(selection)?;
    let columns = columns(filed.portal);
    let head = [&filed.portal.fields.activity_type[..]].into_iter().chain(columns.iter().copied()).chain([TO_CHECK]);
    let rows = [head.map(str::to_owned).collect()].into_iter().chain(filed.activities.iter().map(|it| cells(it, &columns)));
    let text = table(rows.map(|row: Vec<String>| row.iter().map(|cell| escape_control_chars(cell).into_owned()).collect()))?;
    // No cell has a line break: a line is a row.
    Ok(text.lines().map(|line| format!("{}\n", escape_workflow_command(line))).collect())
}

/// All fields but the type, of every activity and then of the activity types in their order, each once.
fn columns(portal: &Portal) -> Vec<&str> {
    let names = &portal.fields;
    let common = [
        &names.primary_area,
        &names.additional_areas,
        &names.title,
        &names.description,
        &names.private_description,
        &names.audience,
        &names.date,
        &names.role,
        &names.quantity,
        &names.url,
    ];
    let mut columns: Vec<&str> = common.into_iter().map(String::as_str).collect();
    for number in portal.activities.iter().flatten().flat_map(|activity| &activity.numbers) {
        if !columns.contains(&number.name.as_str()) {
            columns.push(&number.name);
        }
    }
    columns
}

fn cells(activity: &FiledActivity<'_>, columns: &[&str]) -> Vec<String> {
    let name = activity.activity.map_or("", |activity| &activity.name);
    let value = |column: &&str| {
        let field = activity.fields.iter().find(|field| field.name == *column);
        field.and_then(|field| field.value.as_ref()).map_or(String::new(), |value| value.line())
    };
    let values = columns.iter().map(value);
    [name.to_owned()].into_iter().chain(values).chain([activity.to_check.join(" ")]).collect()
}
