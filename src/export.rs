//! A record in the shape that others ask for. Each kind is a file of its own and a line in the list below.

pub(crate) mod model;
pub(crate) mod best;
pub(crate) mod words;
pub(crate) mod dossier;
pub(crate) mod portal;
pub(crate) mod csv;

use model::{Exported, Selection};

pub(crate) struct Export {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    /// A command that shows how it is used.
    pub(crate) example: &'static str,
    /// Its formats, as `--format` takes them; the first is the default.
    pub(crate) formats: &'static [ExportFormat],
}

pub(crate) struct ExportFormat {
    pub(crate) name: &'static str,
    pub(crate) render: fn(&Selection<'_>) -> Exported,
}

/// All kinds. A new one is a file in `export/` and its line here, which also feeds the command line and its help.
pub(crate) const EXPORTS: &[Export] = &[
    Export {
        name: "dossier",
        about: "what a nominator reads: the twelve months in numbers, highlights, all activities, the form's questions",
        example: "mvp-check export dossier > dossier.md",
        formats: &[ExportFormat { name: "markdown", render: dossier::markdown }],
    },
    Export {
        name: "portal",
        about: "each activity with the fields and limits of the award's portal",
        example: "mvp-check export portal --top 10",
        formats: &[
            ExportFormat { name: "markdown", render: portal::markdown::render },
            ExportFormat { name: "json", render: portal::json::render },
            ExportFormat { name: "csv", render: portal::csv::render },
        ],
    },
    Export {
        name: "csv",
        about: "a table for spreadsheets, which `import csv` reads again",
        example: "mvp-check export csv > activities.csv",
        formats: &[ExportFormat { name: "csv", render: csv::csv }],
    },
];

pub(crate) fn named(name: &str) -> Option<&'static Export> {
    EXPORTS.iter().find(|export| export.name == name)
}
