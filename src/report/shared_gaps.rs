//! What a team can learn together, in sentences. People are never ranked: only what many lack is named.

use crate::report::team::{Common, Shared, Team};
use crate::text::{counted, escape_control_chars};

/// A gap is shared if at least one in this number of people has it; below that, it concerns single people.
const ONE_IN: usize = 3;
/// One person shares nothing.
const FEWEST: usize = 2;
/// From one in this number of people on it is worth teaching to all.
const TAUGHT_FROM_ONE_IN: usize = 2;
/// Sentences that are shown: the next ones can wait until these are learnt.
const MOST_TOLD: usize = 5;

/// Who it is about: "30 people · 1 not judged · by “The title” (2020) · as of 23 Nov 2026".
pub(crate) fn heading(team: &Team) -> String {
    [vec![people(team)], facts(team)].concat().join(" · ")
}

/// What is known of all of them: who was not judged, by which guidance the others are, as of when.
pub(crate) fn facts(team: &Team) -> Vec<String> {
    let not_judged = (team.not_judged > 0).then(|| format!("{} not judged", team.not_judged));
    let guidance = match &team.guidance {
        Common::Unknown => None,
        Common::Same(guidance) => Some(guidance.clone()),
        Common::Different => Some("by different guidance".into()),
    };
    let as_of = match &team.as_of {
        Common::Unknown => None,
        Common::Same(day) => Some(format!("as of {day}")),
        Common::Different => Some("on different days".into()),
    };
    not_judged.into_iter().chain(guidance).chain(as_of).collect()
}

pub(crate) fn people(team: &Team) -> String {
    counted(team.people as f64, "person", "people")
}

/// A sentence for each gap that many have, the one of most people first: "19 of 30 state too few numbers: teach this together".
pub(crate) fn sentences(team: &Team) -> Vec<String> {
    let judged = team.judged();
    let mut shared: Vec<&Shared> = team.shared.iter().filter(|gap| is_shared(gap.people, judged)).collect();
    shared.sort_by_key(|gap| (std::cmp::Reverse(gap.people), gap.place));
    shared.into_iter().take(MOST_TOLD).map(|gap| sentence(gap, judged)).collect()
}

fn is_shared(people: usize, judged: usize) -> bool {
    people >= FEWEST && people * ONE_IN >= judged
}

fn sentence(gap: &Shared, judged: usize) -> String {
    let taught = if gap.people * TAUGHT_FROM_ONE_IN >= judged { ": teach this together" } else { "" };
    format!("{} of {judged} {}{taught}", gap.people, escape_control_chars(&gap.words))
}

pub(crate) const LEGEND: &str = "✗ required ▲ recommended ? not assessed";

#[cfg(test)]
mod tests {
    use super::*;

    /// A team of so many judged, in which so many have each gap.
    fn team(judged: usize, gaps: &[usize]) -> Team {
        let gap = |(place, people): (usize, &usize)| Shared { words: format!("lack c{place}"), place, people: *people };
        Team { people: judged, shared: gaps.iter().enumerate().map(gap).collect(), ..Team::default() }
    }

    fn told(judged: usize, gaps: &[usize]) -> Vec<String> {
        sentences(&team(judged, gaps))
    }

    #[test]
    fn a_third_shares_and_half_of_them_is_taught() {
        assert_eq!(told(6, &[1, 2, 3]), ["3 of 6 lack c2: teach this together", "2 of 6 lack c1"]);
        assert_eq!(told(7, &[2, 3]), ["3 of 7 lack c1"]);
        assert_eq!(told(7, &[4]), ["4 of 7 lack c0: teach this together"]);
    }

    #[test]
    fn one_person_shares_nothing() {
        assert!(told(1, &[1]).is_empty() && told(2, &[1]).is_empty() && told(0, &[]).is_empty());
        assert_eq!(told(2, &[2]).len(), 1);
    }

    #[test]
    fn five_are_told_and_equals_keep_the_order_of_the_guidance() {
        let told = told(6, &[2, 3, 6, 3, 4, 2, 2]);
        assert_eq!(told.len(), 5);
        let told = told.join("\n");
        let places = ["c2", "c4", "c1", "c3", "c0"].map(|id| told.find(id).unwrap());
        assert!(places.is_sorted(), "{told}");
    }

    #[test]
    fn what_differs_is_said() {
        let mut team = team(2, &[]);
        assert_eq!(heading(&team), "2\u{a0}people");
        team.not_judged = 1;
        team.as_of = Common::Same("23 Nov 2026".into());
        team.guidance = Common::Different;
        assert_eq!(heading(&team), "2\u{a0}people · 1 not judged · by different guidance · as of 23 Nov 2026");
    }
}
