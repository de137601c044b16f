//! A team on the page: what many share, a row for each person, and the person's own part, which opens.

use askama::Template;

use crate::render::Rendered;
use crate::render::html::{Piece, pieces};
use crate::report::html::findings::verdict_look;
use crate::report::html::part::{Part, id};
use crate::report::model::Judged;
use crate::report::row::{NOT_JUDGED, Row};
use crate::report::shared_gaps;
use crate::report::team::Team;
use crate::text::capitalized;

pub(crate) struct TeamHead {
    pub(crate) people: String,
    pub(crate) facts: Vec<String>,
    /// The gaps that many share.
    pub(crate) shared: Vec<Vec<Piece>>,
    pub(crate) rows: Vec<RowPart>,
    pub(crate) legend: &'static str,
    pub(crate) always: Option<String>,
}

pub(crate) struct RowPart {
    /// Where the person's part is on the page.
    pub(crate) id: String,
    pub(crate) who: String,
    pub(crate) verdict: String,
    pub(crate) look: &'static str,
    pub(crate) gaps: String,
    pub(crate) next: Vec<Piece>,
}

/// The part of a person, closed until it is asked for.
#[derive(Template)]
#[template(path = "member.html", whitespace = "minimize")]
struct Member {
    who: String,
    verdict: String,
    part: Part,
}

impl TeamHead {
    pub(crate) fn new(team: &Team) -> Self {
        Self {
            people: shared_gaps::people(team),
            facts: shared_gaps::facts(team).iter().map(|fact| capitalized(fact)).collect(),
            shared: shared_gaps::sentences(team).iter().map(|sentence| pieces(sentence)).collect(),
            rows: team.rows.iter().zip(1..).map(|(row, place)| RowPart::new(row, place)).collect(),
            legend: shared_gaps::LEGEND,
            always: team.always.clone(),
        }
    }
}

impl RowPart {
    fn new(row: &Row, place: usize) -> Self {
        let (id, who) = (id(place), row.who.clone());
        match &row.came_out {
            Ok(standing) => Self {
                id,
                who,
                verdict: standing.words.clone(),
                look: verdict_look(standing.verdict),
                gaps: standing.gaps.clone(),
                next: pieces(&standing.next),
            },
            Err(mistake) => {
                Self { id, who, verdict: NOT_JUDGED.into(), look: "open", gaps: String::new(), next: pieces(mistake) }
            }
        }
    }
}

pub(crate) fn member(judged: &Judged<'_>, place: usize) -> Rendered {
    let row = Row::new(judged);
    let verdict = row.came_out.map_or_else(|_| NOT_JUDGED.into(), |standing| standing.words);
    let member = Member { who: row.who, verdict, part: Part::new(judged, place) };
    Ok(member.render()?)
}
