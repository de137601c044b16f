//! What is wrong in a text, and where.

use crate::source::span::Span;
use crate::text::counted;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    /// The file cannot be used as it is.
    Error,
    /// The file is used; this should be looked at.
    Warning,
}

/// One thing that is wrong in a source.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) severity: Severity,
    /// Where it is; `None` for the file as a whole.
    pub(crate) span: Option<Span>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// A second place, with its meaning.
    pub(crate) related: Option<(Span, String)>,
}

/// All that is wrong in one source. Of a file full of mistakes the first ones are kept and the rest is counted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problems {
    kept: Vec<Problem>,
    pub(crate) more_errors: usize,
    pub(crate) more_warnings: usize,
    errors: usize,
    warnings: usize,
}

impl Problems {
    /// Of each severity: nobody fixes more at one sitting.
    pub(crate) const MOST_KEPT: usize = 100;

    /// Adds one, or counts it where enough are kept.
    pub(crate) fn add(&mut self, problem: Problem) {
        self.add_with(problem.severity, || problem);
    }

    /// Adds one that takes time to put into words: of a flood only those that are kept are made.
    pub(crate) fn add_with(&mut self, severity: Severity, problem: impl FnOnce() -> Problem) {
        let (count, more) = match severity {
            Severity::Error => (&mut self.errors, &mut self.more_errors),
            Severity::Warning => (&mut self.warnings, &mut self.more_warnings),
        };
        *count += 1;
        if *count <= Self::MOST_KEPT {
            self.kept.push(problem());
        } else {
            *more += 1;
        }
    }

    pub(crate) fn error(&mut self, span: impl Into<Span>, message: impl Into<String>, help: impl Into<String>) {
        self.add(Problem::new(Severity::Error, span, message, help));
    }

    pub(crate) fn warning(&mut self, span: impl Into<Span>, message: impl Into<String>, help: impl Into<String>) {
        self.add(Problem::new(Severity::Warning, span, message, help));
    }

    pub(crate) fn count_errors(&mut self, more: usize) {
        self.errors += more;
        self.more_errors += more;
    }

    /// Kept or only counted.
    pub(crate) fn errors(&self) -> usize {
        self.errors
    }

    /// The kept ones in the order of the file. Reports show warnings: the last one there says how many more there are.
    pub(crate) fn sorted(mut self) -> Vec<Problem> {
        self.kept.sort_by_key(|problem| problem.span.map(|span| (span.start, span.end)));
        if self.more_warnings > 0 {
            let message = counted(self.more_warnings as f64, "more warning", "more warnings");
            self.kept.push(Problem { severity: Severity::Warning, span: None, message, help: None, related: None });
        }
        self.kept
    }
}

impl Problem {
    /// An empty help becomes `None`.
    pub(crate) fn new(severity: Severity, span: impl Into<Span>, message: impl Into<String>, help: impl Into<String>) -> Self {
        let help = help.into();
        Self {
            severity,
            span: Some(span.into()),
            message: message.into(),
            help: (!help.is_empty()).then_some(help),
            related: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_problems_the_first_hundred_are_kept() {
        let mut problems = Problems::default();
        for at in (0..150).rev() {
            problems.error(at..at + 1, "wrong", "");
        }
        assert_eq!((problems.errors(), problems.more_errors), (150, 50));
        let sorted = problems.sorted();
        assert_eq!(sorted.len(), 100);
        assert!(sorted.is_sorted_by_key(|problem| problem.span));
    }

    #[test]
    fn the_last_of_many_warnings_says_how_many_more_there_are() {
        let mut problems = Problems::default();
        for _ in 0..121 {
            problems.warning(0..1, "odd", "");
        }
        problems.error(0..1, "wrong", "");
        assert_eq!((problems.errors(), problems.more_errors), (1, 0));
        let sorted = problems.sorted();
        assert_eq!(sorted.len(), 102);
        assert_eq!(sorted.last().map(|problem| problem.message.as_str()), Some("21\u{a0}more warnings"));
    }
}
