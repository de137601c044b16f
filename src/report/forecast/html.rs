//! A forecast as one page that needs nothing else.

use askama::Template;

use crate::forecast::Forecast;
use crate::render::Rendered;
use crate::render::html::{Piece, pieces};
use crate::report::html::timeline::Timeline;
use crate::report::model::{RenderOptions, Report};
use crate::report::words::{forecast as words, legend, name, standing};
use crate::text::{capitalized, escape_control_chars};

#[derive(Template)]
#[template(path = "forecast.html", whitespace = "minimize")]
struct ForecastPage {
    title: String,
    name: String,
    standing: String,
    lines: Vec<String>,
    timeline: Timeline,
    closing: Vec<Vec<Piece>>,
    version: &'static str,
}

pub(crate) fn render(report: &Report<'_>, forecast: &Forecast<'_>, _: &RenderOptions) -> Rendered {
    let lines = [words::condition(forecast), words::days(report, forecast)];
    let page = ForecastPage {
        title: format!("{} · forecast · mvp-check", name(report)),
        name: name(report),
        standing: capitalized(&standing(report)),
        lines: lines.iter().map(|line| escape_control_chars(&capitalized(line)).into_owned()).collect(),
        timeline: Timeline::new(report, forecast),
        closing: [vec![legend(report, "")], words::closing(report, forecast)].concat().iter().map(|line| pieces(line)).collect(),
        version: env!("CARGO_PKG_VERSION"),
    };
    Ok(page.render()?)
}
