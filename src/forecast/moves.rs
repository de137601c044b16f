//! What counts otherwise than on the day before: entries and channels that leave the window or enter it.

use std::ptr;

use crate::profile::{Channel, Contribution};
use crate::record::days::DaySpan;
use crate::record::{CountedChannel, Entry, Record};

/// Something of the profile that changed an outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Event<'a> {
    pub(crate) line: usize,
    pub(crate) title: &'a str,
    pub(crate) kind: EventKind,
    /// Whether all of it does, or only a day of it.
    pub(crate) is_whole: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventKind {
    /// Its oldest day is no longer in the window.
    Leaves,
    Enters,
    Passes,
}

impl<'a> Event<'a> {
    /// A contribution since which a limit has passed.
    pub(crate) fn passed(contribution: &'a Contribution<'a>) -> Self {
        Self { line: contribution.line, title: &contribution.title, kind: EventKind::Passes, is_whole: true }
    }
}

/// An entry or a channel that counts otherwise than on the day before.
pub(crate) enum Move<'r, 'a> {
    Entry(Option<&'r Entry<'a>>, Option<&'r Entry<'a>>),
    /// A channel, as it counted and as it counts.
    Channel(Option<&'r CountedChannel<'a>>, Option<&'r CountedChannel<'a>>),
}

/// Everything that moved from one day to the next, entries before channels, in the order of the file.
pub(crate) fn moves<'r, 'a>(before: &'r Record<'a>, after: &'r Record<'a>) -> Vec<Move<'r, 'a>> {
    let entries = pairs(&before.entries, &after.entries, |entry| ptr::from_ref(entry.contribution));
    let channels = pairs(&before.channels, &after.channels, |counted| ptr::from_ref(counted.channel));
    let entries = entries.into_iter().map(|(was, is)| Move::Entry(was, is));
    let channels = channels.into_iter().map(|(was, is)| Move::Channel(was, is));
    entries.chain(channels).filter(|it| it.event().is_some()).collect()
}

impl<'a> Move<'_, 'a> {
    /// What it does; `None` where the same days count.
    pub(crate) fn event(&self) -> Option<Event<'a>> {
        let (line, title, was, is) = match self {
            Self::Entry(was, is) => {
                let Contribution { line, title, .. } = was.or(*is)?.contribution;
                (line, title, was.map(|it| it.days), is.map(|it| it.days))
            }
            Self::Channel(was, is) => {
                let Channel { line, title, .. } = was.or(*is)?.channel;
                (line, title, was.map(|it| it.days), is.map(|it| it.days))
            }
        };
        let (kind, is_whole) = kind(was, is)?;
        Some(Event { line: *line, title, kind, is_whole })
    }

    /// The record of the day before with the move made, where something leaves; that of the day without it, where something enters.
    pub(crate) fn tried(&self, before: &Record<'a>, after: &Record<'a>) -> Option<Record<'a>> {
        let leaves = self.event()?.kind == EventKind::Leaves;
        let mut record = if leaves { before.clone() } else { after.clone() };
        match self {
            Self::Entry(was, is) => {
                let (from, to) = if leaves { (was, is) } else { (is, was) };
                replace(&mut record.entries, *from, *to, |entry| ptr::from_ref(entry.contribution));
            }
            Self::Channel(was, is) => {
                let (from, to) = if leaves { (was, is) } else { (is, was) };
                replace(&mut record.channels, *from, *to, |counted| ptr::from_ref(counted.channel));
                // What a channel covers counts otherwise with it.
                let (entries, others) = if leaves { (before, after) } else { (after, before) };
                let pairs = pairs(&entries.entries, &others.entries, |entry| ptr::from_ref(entry.contribution));
                let entry = |(own, other): (Option<&Entry<'a>>, Option<&Entry<'a>>)| {
                    let own = own?;
                    Some(other.filter(|other| other.days == own.days).unwrap_or(own).clone())
                };
                record.entries = pairs.into_iter().filter_map(entry).collect();
            }
        }
        Some(record)
    }
}

/// What became of the days that count, and whether of all of them.
fn kind(was: Option<DaySpan>, is: Option<DaySpan>) -> Option<(EventKind, bool)> {
    match (was, is) {
        // What goes on may lose its oldest day too.
        (Some(was), Some(is)) if was.last < is.last => Some((EventKind::Enters, false)),
        (Some(was), Some(is)) if was.first < is.first => Some((EventKind::Leaves, false)),
        (Some(_), None) => Some((EventKind::Leaves, true)),
        (None, Some(_)) => Some((EventKind::Enters, true)),
        _ => None,
    }
}

/// The same thing of two days side by side, where it is there on one of them. Both lists are in the order of the file, and so are
/// the addresses of what they are about, which are in one list of the profile.
fn pairs<'r, T, K>(was: &'r [T], is: &'r [T], key: impl Fn(&T) -> *const K) -> Vec<(Option<&'r T>, Option<&'r T>)> {
    let (mut was, mut is) = (was.iter().peekable(), is.iter().peekable());
    let mut pairs = Vec::new();
    loop {
        let pair = match (was.peek(), is.peek()) {
            (None, None) => return pairs,
            (Some(a), Some(b)) if key(a) == key(b) => (was.next(), is.next()),
            (Some(a), Some(b)) if key(a) > key(b) => (None, is.next()),
            (Some(_), _) => (was.next(), None),
            (None, Some(_)) => (None, is.next()),
        };
        pairs.push(pair);
    }
}

fn replace<T: Clone, K>(list: &mut Vec<T>, from: Option<&T>, to: Option<&T>, key: impl Fn(&T) -> *const K) {
    let Some(place) = from.and_then(|from| list.iter().position(|it| key(it) == key(from))) else { return };
    match to {
        Some(to) => list[place] = to.clone(),
        None => drop(list.remove(place)),
    }
}
