//! The award's portal and the nomination's form, as an edition describes them: what exports are filled in for.

use serde::Deserialize;

use crate::profile::Contribution;
use crate::vocabulary::Vocabulary;

/// The portal in which activities are filed: `[portal]`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Portal {
    /// When it was so, as "November 2026".
    pub(crate) as_of: String,
    /// Whom an activity may be for, in the portal's words.
    pub(crate) audiences: Vec<String>,
    /// The parts that one may have in an activity, in the portal's words.
    pub(crate) roles: Vec<String>,
    /// How long texts may be.
    pub(crate) longest: Longest,
    /// What the portal calls the fields that every activity has.
    pub(crate) fields: FieldNames,
    /// The portal's activity types of each of ours, by [`crate::vocabulary::TypeId`]: from the blocks `[type.ID]`.
    #[serde(skip)]
    pub(crate) activities: Vec<Vec<PortalActivity>>,
}

/// Characters that texts of the portal may have.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Longest {
    /// Of a title.
    pub(crate) title: u32,
    /// Of a description.
    pub(crate) description: u32,
}

/// What the portal calls the fields that every activity has.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct FieldNames {
    /// The portal's own kind of activity.
    pub(crate) activity_type: String,
    /// The technology area that it is mostly about.
    pub(crate) primary_area: String,
    /// Further technology areas.
    pub(crate) additional_areas: String,
    /// Its title.
    pub(crate) title: String,
    /// What it was.
    pub(crate) description: String,
    /// What only the program reads: an export leaves it empty.
    pub(crate) private_description: String,
    /// For whom it was.
    pub(crate) audience: String,
    /// Its day.
    pub(crate) date: String,
    /// The person's part in it.
    pub(crate) role: String,
    /// How many it stands for.
    pub(crate) quantity: String,
    /// Where it can be seen.
    pub(crate) url: String,
}

/// An activity type of the portal: `[[type.ID.portal]]`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct PortalActivity {
    /// Its name on the portal.
    pub(crate) name: String,
    /// Other activity types of the portal that may fit better, which only the person can tell.
    #[serde(default)]
    pub(crate) also: Vec<String>,
    /// Ids of metrics: it is meant where one of them is stated. Left out: always.
    #[serde(default)]
    pub(crate) when: Vec<String>,
    /// The roles that it knows; left out: all of the portal's.
    #[serde(default)]
    pub(crate) roles: Vec<String>,
    /// The numbers that it asks for.
    #[serde(default)]
    pub(crate) numbers: Vec<NumberField>,
}

/// A number that the portal asks for.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct NumberField {
    /// Its name on the portal.
    pub(crate) name: String,
    /// Ids of the metrics that fill it: the first one that is stated does. Left out: the profile has no such number.
    #[serde(default)]
    pub(crate) metrics: Vec<String>,
    /// Whether `count` fills it where no metric does; left out: false.
    #[serde(default)]
    pub(crate) or_count: bool,
}

/// What is asked of somebody who is nominated: `[form]`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Form {
    /// When it was so, as "November 2026".
    pub(crate) as_of: String,
    /// Its questions, in their order.
    pub(crate) question: Vec<Question>,
}

/// A question: `[[form.question]]`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Question {
    /// What is asked.
    pub(crate) heading: String,
    /// What an answer tells.
    pub(crate) tell: String,
    /// Ids of the activity types that belong to an answer.
    #[serde(default)]
    pub(crate) types: Vec<String>,
    /// Whether what is planned belongs to the answer; left out: false.
    #[serde(default)]
    pub(crate) planned: bool,
}

impl Portal {
    /// The activity type of the portal that a contribution may be filed as, where it knows one: the first that is meant by the metrics
    /// that are stated.
    pub(crate) fn activity(&self, contribution: &Contribution<'_>, vocabulary: &Vocabulary) -> Option<&PortalActivity> {
        let is_stated = |metric: &String| contribution.impact.iter().any(|(id, _)| vocabulary.metric(*id).id == *metric);
        let activities = self.activities.get(usize::from(contribution.activity_type.0))?;
        activities.iter().find(|activity| activity.when.is_empty() || activity.when.iter().any(is_stated))
    }

    /// The roles of an activity type of the portal.
    pub(crate) fn roles_of<'p>(&'p self, activity: &'p PortalActivity) -> &'p [String] {
        if activity.roles.is_empty() { &self.roles } else { &activity.roles }
    }
}
