//! A draft to a profile: names become those of the guidance, unknown ones are reported with what was probably meant.

use std::borrow::Cow;

use crate::link;
use crate::profile::area_names::AreaNames;
use crate::profile::astray::warning_of_astray;
use crate::profile::draft::{Draft, EntryDraft, PersonDraft, Text, WaiverDraft};
use crate::profile::model::{AreaId, Channel, Contribution, DeclaredCategory, Profile, Waiver};
use crate::profile::numbers::numbers;
use crate::source::{Problem, Problems, Severity, Span};
use crate::text::{closest, named, offer};
use crate::vocabulary::{TypeId, Vocabulary};

/// Finds the edition, other than the one in use, that has a category: its name there, and the edition's id.
pub(crate) type Elsewhere<'e> = &'e dyn Fn(&str) -> Option<(String, String)>;

impl<'s> Draft<'s> {
    /// Resolves all names. The profile may be used only where no error is among the problems.
    pub(crate) fn resolve(self, vocabulary: &Vocabulary, elsewhere: Elsewhere<'_>) -> (Profile<'s>, Problems) {
        let mut resolver = Resolver {
            vocabulary,
            elsewhere,
            problems: self.problems,
            categories: Vec::new(),
            areas: AreaNames::new(vocabulary),
            astray: Vec::new(),
        };
        let mut profile = resolver.person(self.person);
        resolver.categories.clone_from(&profile.categories);
        profile.contributions = self.contributions.into_iter().filter_map(|draft| resolver.contribution(draft)).collect();
        profile.channels = self.channels.into_iter().filter_map(|draft| resolver.channel(draft)).collect();
        profile.waivers = self.waivers.into_iter().filter_map(|draft| resolver.waiver(draft)).collect();
        if let Some(warning) = warning_of_astray(&resolver.astray, resolver.lists_areas()) {
            resolver.problems.add(warning);
        }
        profile.area_names = resolver.areas.names;
        (profile, resolver.problems)
    }
}

struct Resolver<'v, 's> {
    vocabulary: &'v Vocabulary,
    elsewhere: Elsewhere<'v>,
    problems: Problems,
    categories: Vec<DeclaredCategory>,
    areas: AreaNames<'v, 's>,
    /// Header and line of each entry that belongs to none of several declared categories.
    astray: Vec<(Span, usize)>,
}

impl<'v, 's> Resolver<'v, 's> {
    fn person(&mut self, person: PersonDraft<'s>) -> Profile<'s> {
        let mut categories: Vec<DeclaredCategory> = Vec::new();
        for stated in &person.categories {
            let Some(category) = self.category(stated) else { continue };
            if categories.contains(&category) {
                let message = format!("category {} is named twice", named(&category.name));
                self.problems.warning(stated.span, message, "name it once");
            } else {
                categories.push(category);
            }
        }
        let areas = self.areas.ids(person.areas, &mut self.problems);
        Profile {
            line: person.line,
            name: person.name,
            stage: person.stage,
            categories,
            areas,
            microsoft_employee: person.microsoft_employee,
            nominator: person.nominator,
            nominated_on: person.nominated_on,
            as_of: person.as_of,
            ..Profile::default()
        }
    }

    /// A category of this edition; one of another edition with a warning.
    fn category(&mut self, stated: &Text<'s>) -> Option<DeclaredCategory> {
        let known =
            self.vocabulary.categories.iter().position(|category| category.name.trim().eq_ignore_ascii_case(stated.value.trim()));
        if let Some(at) = known {
            return Some(DeclaredCategory { name: self.vocabulary.categories[at].name.clone(), known });
        }
        if let Some((name, edition)) = (self.elsewhere)(stated.value.trim()) {
            let message = format!("category {} is one of the edition `{edition}`, not of the one in use", named(&name));
            self.problems.warning(stated.span, message, format!("to be judged by that edition: --guidance {edition}"));
            return Some(DeclaredCategory { name, known: None });
        }
        self.problems.add_with(Severity::Error, || {
            let help = match self.vocabulary.categories.iter().find(|category| category.lists(&stated.value)) {
                Some(category) => format!("it is a technology area of the category `{}`", category.name),
                None => {
                    let names: Vec<&str> = self.vocabulary.categories.iter().map(|category| category.name.as_str()).collect();
                    offer(&stated.value, &names)
                }
            };
            let message = format!("unknown award category {}", named(&stated.value));
            Problem::new(Severity::Error, stated.span, message, help)
        });
        None
    }

    fn activity_type(&mut self, stated: &Text<'s>) -> Option<TypeId> {
        let found = self.vocabulary.type_id(&stated.value);
        if found.is_none() {
            let names: Vec<&str> = self.vocabulary.types.iter().map(|known| known.id.as_str()).collect();
            let by_alias = self.vocabulary.type_of_alias(&stated.value).map(|known| known.id.as_str());
            let help = match by_alias.or_else(|| closest(&stated.value, names.iter().copied())) {
                Some(name) => format!("did you mean `{name}`? `mvp-check list types` shows all of them"),
                None => offer(&stated.value, &names),
            };
            self.problems.error(stated.span, format!("unknown activity type {}", named(&stated.value)), help);
        }
        found
    }

    /// The declared category of an entry: its `category`, else the one that lists one of its areas.
    fn entry_category(&mut self, stated: Option<&Text<'s>>, areas: &[AreaId], place: (Span, usize)) -> Option<usize> {
        let Some(stated) = stated else {
            let found = self.category_of_areas(areas);
            if self.categories.len() > 1 && found.is_none() {
                self.astray.push(place);
            }
            return found;
        };
        let category = self.category(stated)?;
        let declared = self.categories.iter().position(|declared| declared.name == category.name);
        if declared.is_none() {
            let message = format!("category {} is not among the `categories` of [profile]", named(&category.name));
            self.problems.warning(stated.span, message, "declare it there, or leave it out here");
        }
        declared
    }

    fn lists_areas(&self) -> bool {
        self.categories.iter().filter_map(|category| category.known).any(|at| !self.vocabulary.categories[at].areas.is_empty())
    }

    /// The one declared category that lists one of these areas; `None` where none does, or several do.
    fn category_of_areas(&self, areas: &[AreaId]) -> Option<usize> {
        let lists_one = |category: &DeclaredCategory| {
            let listed = category.known.map(|at| &self.vocabulary.categories[at]);
            listed.is_some_and(|category| areas.iter().any(|area| category.lists(&self.areas.names[usize::from(area.0)])))
        };
        let mut listing = self.categories.iter().enumerate().filter(|(_, category)| lists_one(category)).map(|(at, _)| at);
        let first = listing.next()?;
        listing.next().is_none().then_some(first)
    }

    fn contribution(&mut self, draft: EntryDraft<'s>) -> Option<Contribution<'s>> {
        let activity_type = draft.activity_type.as_ref().and_then(|stated| self.activity_type(stated));
        let areas = self.areas.ids(draft.areas, &mut self.problems);
        let category = self.entry_category(draft.category.as_ref(), &areas, (draft.header, draft.line));
        let impact = numbers(draft.impact, activity_type, self.vocabulary, &mut self.problems);
        Some(Contribution {
            line: draft.line,
            title: self.title(draft.title)?,
            activity_type: activity_type?,
            date: draft.date?,
            until: draft.until,
            url: draft.url.and_then(|url| self.url(url)),
            role: draft.role,
            count: draft.count,
            category,
            areas,
            paid: draft.paid,
            impact,
            story: draft.story,
        })
    }

    fn channel(&mut self, draft: EntryDraft<'s>) -> Option<Channel<'s>> {
        let activity_type = draft.activity_type.as_ref().and_then(|stated| self.activity_type(stated));
        let category = self.entry_category(draft.category.as_ref(), &[], (draft.header, draft.line));
        let impact = numbers(draft.impact, activity_type, self.vocabulary, &mut self.problems);
        if let Some(url) = draft.url.as_ref().filter(|url| url.value.trim().is_empty()) {
            self.problems.error(url.span, "`url` is empty", "a channel is known by its address: url = \"https://...\"");
            return None;
        }
        Some(Channel {
            line: draft.line,
            title: self.title(draft.title)?,
            url: draft.url.and_then(|url| self.url(url))?,
            activity_type: activity_type?,
            date: draft.date?,
            until: draft.until,
            category,
            impact,
        })
    }

    fn title(&mut self, stated: Option<Text<'s>>) -> Option<Cow<'s, str>> {
        let stated = stated?;
        if stated.value.trim().is_empty() {
            self.problems.warning(stated.span, "the title is empty", "a reader knows an entry by its title");
        }
        Some(stated.value)
    }

    fn url(&mut self, stated: Text<'s>) -> Option<Cow<'s, str>> {
        if stated.value.trim().is_empty() {
            self.problems.warning(stated.span, "`url` is empty, as if it were not stated", "leave it out, or give the address");
            return None;
        }
        if !link::is_linked(&stated.value) {
            let message = format!("{} is no http, https or mailto address: it is shown, but not linked", named(&stated.value));
            self.problems.warning(stated.span, message, "give the whole address, as https://example.org/page");
        }
        Some(stated.value)
    }

    fn waiver(&mut self, draft: WaiverDraft<'s>) -> Option<Waiver<'s>> {
        let stated = draft.criterion?;
        let criterion = stated.value.as_ref();
        if !self.vocabulary.criteria.iter().any(|known| known == criterion) {
            let names: Vec<&str> = self.vocabulary.criteria.iter().map(String::as_str).collect();
            self.problems.error(stated.span, format!("unknown criterion {}", named(criterion)), offer(criterion, &names));
            return None;
        }
        if self.vocabulary.never_waived.iter().any(|known| known == criterion) {
            let message = format!("{} cannot be waived", named(criterion));
            self.problems.error(stated.span, message, "it is a condition of the program, not a gap to accept");
            return None;
        }
        Some(Waiver { criterion: criterion.to_owned(), reason: draft.reason?, until: draft.until })
    }
}
