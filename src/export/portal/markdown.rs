//! Activities for the portal as Markdown: a section each, with what to copy and what to look at.

use crate::export::model::{Exported, Selection};
use crate::export::portal::filed::{Filed, FiledActivity, filed};
use crate::export::words::linked;
use crate::render::markdown::{code, escaped};
use crate::text::{counted, date};

pub(crate) fn render(selection: &Selection<'_>) -> Exported {
    let filed = filed(selection)?;
    let sections = filed.activities.iter().map(|activity| section(activity, &filed));
    let parts: Vec<String> = [head(&filed, selection)].into_iter().chain(sections).collect();
    Ok(parts.join("\n"))
}

fn head(filed: &Filed<'_>, selection: &Selection<'_>) -> String {
    let record = selection.record;
    let days = format!("{} to {}", date(record.window.from), date(record.window.until));
    let mut text = format!("# Activities for the portal\n\n{days} · as of {}\n\n", date(record.as_of));
    let activities = filed.activities.len();
    if activities == 0 && filed.left_out == 0 {
        let more = if selection.is_all { "" } else { " With `--all` older and planned entries are written too." };
        return format!("{text}No contribution counts in these months yet.{more}\n");
    }
    let order = if selection.top.is_some() { "the best first" } else { "by their last day, the newest first" };
    text += &counted(activities as f64, "activity", "activities");
    text += &if activities > 1 { format!(", {order}") } else { String::new() };
    text +=
        &if filed.left_out > 0 { format!("; {} left out", counted(filed.left_out as f64, "is", "are")) } else { String::new() };
    text += &format!(". Fields and limits are those of {}; they may have changed since.\n", escaped(&filed.portal.as_of));
    let choices = choices(filed, selection);
    if choices.is_empty() {
        text
    } else {
        text + "\nSome are told apart on the portal. The first one stands here; choose what fits:\n\n" + &choices
    }
}

/// Our types that are several on the portal, where only the person knows which.
fn choices(filed: &Filed<'_>, selection: &Selection<'_>) -> String {
    let mut lines: Vec<String> = Vec::new();
    for filed in &filed.activities {
        let Some(activity) = filed.activity.filter(|activity| !activity.also.is_empty()) else { continue };
        let known = selection.record.vocabulary.activity_type(filed.contribution.activity_type);
        let line = format!("- {}: {}, {}\n", escaped(&known.many), escaped(&activity.name), escaped(&activity.also.join(", ")));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.concat()
}

fn section(activity: &FiledActivity<'_>, filed: &Filed<'_>) -> String {
    let contribution = activity.contribution;
    let heading = format!("## {} (line {})\n\n", linked(contribution), contribution.line);
    let field = |name: &str, value: &str| format!("- {}: {}\n", escaped(name), code(value));
    let activity_type = activity.activity.map(|known| field(&filed.portal.fields.activity_type, &known.name));
    let others = activity.fields.iter().filter_map(|it| Some(field(it.name, &it.value.as_ref()?.line())));
    let fields: String = activity_type.into_iter().chain(others).collect();
    let to_check: String = activity.to_check.iter().map(|sentence| format!("- {}\n", escaped(sentence))).collect();
    if to_check.is_empty() { heading + &fields } else { heading + &fields + "\nTo check:\n\n" + &to_check }
}
