//! What the numbers of the award's old portal mean: each type of activity counts something else in the same columns.

use crate::vocabulary::{ActivityType, Vocabulary};

/// Names of the portal that count something else than the rest of their type: a part of the name, and the metric. Their types have no
/// metric for commits and followers.
const BY_NAME: &[(&str, Option<&str>)] =
    &[("user group", Some("members")), ("mentor", Some("mentees")), ("open source", None), ("social media", None)];

/// The metric that the annual reach of a type is: views of articles, attendees of talks. `name` is the portal's name for the type.
pub(crate) fn reach_metric<'v>(activity_type: &ActivityType, name: &str, vocabulary: &'v Vocabulary) -> Option<&'v str> {
    let name = name.to_lowercase().replace('-', " ");
    // A talk at a user group has no members: there the rule of the type holds.
    let of_type =
        |(_, metric): &&(&str, Option<&str>)| metric.is_none_or(|id| metric_of(activity_type, id, vocabulary).is_some());
    if let Some((_, metric)) = BY_NAME.iter().filter(|(part, _)| name.contains(part)).find(of_type) {
        return metric.and_then(|id| metric_of(activity_type, id, vocabulary));
    }
    let mut metrics = activity_type.metrics.iter().map(|metric| vocabulary.metric(metric.id));
    metrics.find(|metric| metric.reach.is_some()).map(|metric| metric.id.as_str())
}

/// The metric that the second annual quantity of a type is: subscribers of a blog.
pub(crate) fn second_metric<'v>(activity_type: &ActivityType, vocabulary: &'v Vocabulary) -> Option<&'v str> {
    if activity_type.id == "article" { metric_of(activity_type, "subscribers", vocabulary) } else { None }
}

/// A metric by its id, where the type has it.
fn metric_of<'v>(activity_type: &ActivityType, id: &str, vocabulary: &'v Vocabulary) -> Option<&'v str> {
    vocabulary.metrics_of(activity_type).into_iter().find(|known| *known == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guidance::{EDITIONS, shipped};

    #[test]
    fn the_annual_reach_is_what_the_portal_counted() {
        let cases = [
            ("Article", Some("views")),
            ("Blog/Website Post", Some("views")),
            ("Forum Participation (Microsoft Forums)", Some("views")),
            ("Video/Webcast/Podcast", Some("views")),
            ("Book (Co-Author)", Some("copies")),
            ("Speaking (Conference)", Some("attendees")),
            ("Speaking (User Group/Meetup/Local events)", Some("attendees")),
            ("Organizer of Conference", Some("attendees")),
            ("Organizer (User Group/Meetup/Local Events)", Some("members")),
            ("Sample Code/Projects/Tools", Some("downloads")),
            ("Mentorship", Some("mentees")),
            ("Workshop/Volunteer/Proctor", Some("attendees")),
            ("Microsoft Open Source Projects", None),
            ("Technical Social Media (Twitter, Facebook, LinkedIn...)", None),
            ("Product Group Feedback", None),
        ];
        for edition in EDITIONS {
            let vocabulary = shipped(edition.id).unwrap().vocabulary;
            for (name, metric) in cases {
                let activity_type = vocabulary.type_of_alias(name).unwrap();
                assert_eq!(reach_metric(activity_type, name, &vocabulary), metric, "{name}");
            }
        }
    }

    #[test]
    fn only_a_blog_has_a_second_quantity_that_is_a_metric() {
        let vocabulary = shipped("workshop-2020").unwrap().vocabulary;
        for (name, metric) in [("Blog", Some("subscribers")), ("Podcast", None), ("Online Support", None)] {
            assert_eq!(second_metric(vocabulary.type_of_alias(name).unwrap(), &vocabulary), metric, "{name}");
        }
    }
}
