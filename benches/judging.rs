//! `cargo bench --bench judging`: the steps from a text to a report, each by itself.
//!
//! The last group renders 100 000 reports as lines of JSON, beside writing the same bytes to a file.

#![allow(clippy::unwrap_used)]

use std::fs::File;
use std::hint::black_box;
use std::io::{Seek, Write};
use std::path::Path;

use chrono::NaiveDate;
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use mvp_check::assess::assess;
use mvp_check::forecast::{Forecast, USUAL_MONTHS, in_months};
use mvp_check::format::{FORMATS, named};
use mvp_check::guidance::{Guidance, category_of_any_edition, shipped};
use mvp_check::profile::{self, Profile};
use mvp_check::record::Record;
use mvp_check::record::facts::Facts;
use mvp_check::report::{AsOfFrom, Judged, Look, ProfileFile, Report};
use mvp_check::source::Source;

mod made_up;

/// Entries of a person of a team.
const ENTRIES: usize = 60;
/// Different reports, and how often each is rendered: 100 000 in all.
const DIFFERENT: usize = 1_000;
const TIMES: usize = 100;
const LOOK: Look = Look { width: 100, color: false, quiet: false };

fn source(entries: usize, seed: u64) -> Source {
    Source::new("profile.toml", made_up::profile(entries, seed))
}

fn guidance() -> Guidance {
    shipped("workshop-2020").unwrap()
}

fn read<'s>(source: &'s Source, guidance: &Guidance) -> Profile<'s> {
    profile::read(source).resolve(&guidance.vocabulary, &category_of_any_edition).0
}

fn as_of() -> NaiveDate {
    made_up::AS_OF.parse().unwrap()
}

fn report<'a>(facts: &Facts<'a>, guidance: &'a Guidance, file: &'a ProfileFile) -> Report<'a> {
    let record = Record::on(as_of(), facts);
    let assessment = assess(guidance, &record);
    let (as_of_from, warnings) = (AsOfFrom::Profile, Vec::new());
    Report { file, guidance, record, assessment, as_of_from, warnings, since: None, forecast: None }
}

fn file() -> ProfileFile {
    ProfileFile { path: "profile.toml".into(), in_repository: "profile.toml".into() }
}

fn reading(criterion: &mut Criterion) {
    let guidance = guidance();
    let mut group = criterion.benchmark_group("reading");
    for entries in [ENTRIES, 1_000, 100_000] {
        let source = source(entries, 1);
        group.throughput(Throughput::Elements(entries as u64));
        group.sample_size(if entries > 10_000 { 10 } else { 50 });
        group.bench_function(BenchmarkId::from_parameter(entries), |bencher| bencher.iter(|| read(&source, &guidance)));
    }
}

fn assessing(criterion: &mut Criterion) {
    let guidance = guidance();
    let mut group = criterion.benchmark_group("assessing");
    for entries in [ENTRIES, 1_000] {
        let source = source(entries, 1);
        let profile = read(&source, &guidance);
        group.throughput(Throughput::Elements(entries as u64));
        group.bench_function(BenchmarkId::from_parameter(entries), |bencher| {
            bencher.iter(|| {
                let record = Record::on(as_of(), &Facts::new(&profile, &guidance.vocabulary));
                black_box(assess(&guidance, &record).verdict)
            });
        });
    }
}

fn formats(criterion: &mut Criterion) {
    let (guidance, source, file) = (guidance(), source(ENTRIES, 1), file());
    let profile = read(&source, &guidance);
    let facts = Facts::new(&profile, &guidance.vocabulary);
    let mut report = report(&facts, &guidance, &file);
    report.forecast = Some(Forecast::new(&guidance, &facts, as_of(), in_months(as_of(), USUAL_MONTHS)));
    let judged: [Judged<'_>; 1] = [Ok(report)];
    let mut group = criterion.benchmark_group("formats");
    for format in FORMATS {
        group.bench_function(format.name, |bencher| bencher.iter(|| format.render(&judged, &LOOK)));
    }
}

fn forecast(criterion: &mut Criterion) {
    let (guidance, source) = (guidance(), source(1_000, 1));
    let profile = read(&source, &guidance);
    let facts = Facts::new(&profile, &guidance.vocabulary);
    criterion.bench_function("forecast of 1 000 entries", |bencher| {
        bencher.iter(|| Forecast::new(&guidance, &facts, as_of(), in_months(as_of(), USUAL_MONTHS)));
    });
}

fn lines(criterion: &mut Criterion) {
    let (guidance, file) = (guidance(), file());
    let sources: Vec<Source> = (0..DIFFERENT).map(|at| source(ENTRIES, at as u64)).collect();
    let profiles: Vec<Profile<'_>> = sources.iter().map(|source| read(source, &guidance)).collect();
    let facts: Vec<Facts<'_>> = profiles.iter().map(|profile| Facts::new(profile, &guidance.vocabulary)).collect();
    let judged: Vec<Judged<'_>> = facts.iter().map(|facts| Ok(report(facts, &guidance, &file))).collect();
    let ndjson = named("ndjson").unwrap();
    let line = |judged: &Judged<'_>| ndjson.form.alone(judged, &LOOK);
    let texts: Vec<String> = judged.iter().map(line).collect();
    let bytes: usize = texts.iter().map(String::len).sum();

    let mut group = criterion.benchmark_group("100 000 reports as ndjson");
    group.sample_size(10).sampling_mode(SamplingMode::Flat).throughput(Throughput::Bytes((bytes * TIMES) as u64));
    group.bench_function("rendering", |bencher| {
        bencher.iter(|| (0..TIMES).flat_map(|_| &judged).map(|judged| black_box(line(judged)).len()).sum::<usize>());
    });
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lines.ndjson");
    let mut written = File::create(&path).unwrap();
    group.bench_function("writing the same bytes", |bencher| {
        bencher.iter(|| {
            for _ in 0..TIMES {
                // The same part of the file again and again: the disk is not what is measured.
                written.rewind().unwrap();
                texts.iter().for_each(|text| written.write_all(text.as_bytes()).unwrap());
            }
        });
    });
}

criterion_group!(benches, reading, assessing, formats, forecast, lines);
criterion_main!(benches);
