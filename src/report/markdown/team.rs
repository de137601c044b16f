//! The head of a team's report: what many share, and a row for each person, in the order in which they were named.

use crate::render::markdown::{escaped, list, paragraph, row};
use crate::report::format::Frame;
use crate::report::model::RenderOptions;
use crate::report::row::{NOT_JUDGED, Row};
use crate::report::shared_gaps;
use crate::report::team::Team;
use crate::text::capitalized;

pub(crate) fn frame(team: &Team, look: &RenderOptions) -> Frame {
    if look.quiet {
        return Frame::default();
    }
    let mut before = format!("# {}\n\n", escaped(&shared_gaps::people(team)));
    let facts: Vec<String> = shared_gaps::facts(team).iter().map(|fact| capitalized(fact)).collect();
    if !facts.is_empty() {
        before += &(list(&facts) + "\n");
    }
    let shared = shared_gaps::sentences(team);
    if !shared.is_empty() {
        before += &format!("## To learn together\n\n{}\n", list(&shared));
    }
    before += "## Everybody\n\n| who | verdict | gaps | next |\n| --- | --- | --- | --- |\n";
    before.extend(team.rows.iter().map(person));
    before += &format!("\n{}\n", paragraph(shared_gaps::LEGEND));
    before.extend(team.always.iter().map(|always| paragraph(always) + "\n"));
    Frame { before, after: String::new() }
}

fn person(person: &Row) -> String {
    row(match &person.came_out {
        Ok(standing) => [&*person.who, &standing.words, &standing.gaps, &standing.next],
        Err(mistake) => [&*person.who, NOT_JUDGED, "", mistake],
    })
}
