// Opens the HTML report, forecast and plan of each example in Debian's Chromium, on a phone, a tablet and a desk, in light and in dark, and fails where
// it scrolls sideways, asks for anything, logs anything, is hard to use for somebody, or draws other numbers than the JSON report has.
//
//   node page.mjs PATH_OF_MVP_CHECK                check all examples
//   node page.mjs PATH_OF_MVP_CHECK --pictures     the same, then write the pictures of docs/
//
// CHROMIUM names another browser than /usr/bin/chromium.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const WIDTHS = [375, 768, 1280];
const SCHEMES = ["light", "dark"];
const HEIGHT = 900;
// Pages that are checked at the same time.
const AT_ONCE = 2;
// Sums of many shares end a hair beside the number that they are.
const TOLERANCE = 1e-6;
const PICTURE = { width: 1280, height: 1096, margin: 14, mostBytes: 300 * 1024 };
// Without these Chromium looks for its maker's servers; the sandbox needs rights that a container has not.
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What the program prints; its exit code tells of gaps and mistakes, which are no failure here. */
function printed(binary, format, words) {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, stdio: ["ignore", "pipe", "ignore"] };
  try {
    return execFileSync(binary, ["--format", format, ...words], options);
  } catch (error) {
    if (typeof error.stdout !== "string" || error.stdout === "") throw error;
    return error.stdout;
  }
}

/** Pages by name, each with the JSON reports of those on it. */
function pages(binary, folder) {
  const isProfile = (name) => name.endsWith(".toml") && readFileSync(join(root, "examples", name), "utf8").includes("[profile]");
  const examples = readdirSync(join(root, "examples")).filter(isProfile).sort();
  assert.ok(examples.length >= 7, `${examples.length} examples`);
  const judged = examples.filter((name) => name !== "invalid.toml").map((name) => [name, [join("examples", name)]]);
  const made = Object.entries(edges()).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return [name, [join(folder, name)]];
  });
  const several = [
    ["several", ["profile.toml", "invalid.toml", "renewal.toml"].map((name) => join("examples", name))],
    ["team", [join("examples", "team")]],
  ];
  const reports = [...judged, ...made, ...several].map(([name, profiles], at) => {
    const file = join(folder, `${at}.html`);
    writeFileSync(file, printed(binary, "html", profiles));
    const report = JSON.parse(printed(binary, "json", profiles));
    return { name, file, reports: (report.reports ?? [report]).filter((one) => one.activity) };
  });
  // A forecast and a plan have no calendar.
  const ahead = ["forecast", "plan"].flatMap((command) => [...judged, ...made].map(([name, [profile]]) => {
    const file = join(folder, `${command}-${name}.html`);
    writeFileSync(file, printed(binary, "html", [command, profile]));
    return { name: `${command} ${name}`, file, reports: [] };
  }));
  return [...reports, ...ahead];
}

/** Profiles at the edges: nothing, only plans, everything long, a number beyond all others. */
function edges() {
  const head = "[profile]\nas-of = 2026-11-23\n";
  const long = "W".repeat(1990);
  const entry = (type, lines) => `[[contribution]]\ntype = "${type}"\n${lines}\n`;
  const longEntries = ["article", "talk", "video", "event", "workshop"].map((type, at) =>
    entry(type, `title = "${at}${long}"\ndate = 2026-0${at + 1}-11\nurl = "https://example.org/${"a".repeat(1900)}"\ntechnology-areas = ["${long}"]`));
  return {
    "empty.toml": head,
    "planned.toml": head + entry("talk", 'title = "To come"\ndate = 2027-01-01'),
    "long.toml": `[profile]\nas-of = 2026-11-23\nname = "${long}"\ntechnology-areas = [".NET"]\n${longEntries.join("")}`,
    "seen.toml": head + entry("video", 'title = "Seen"\ndate = 2026-11-20\nimpact = { views = 1_000_000_000_000 }')
      + entry("talk", 'title = "Heard"\ndate = 2026-02-20\nimpact = { attendees = 1_000_000_000_000 }'),
  };
}

/** Opens a page and gives what happened while it loaded. */
async function opened(browser, file, width, scheme) {
  const context = await browser.newContext({ viewport: { width, height: HEIGHT }, colorScheme: scheme });
  const page = await context.newPage();
  const seen = [];
  const address = pathToFileURL(file).href;
  page.on("console", (message) => seen.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => seen.push(`error: ${error}`));
  page.on("request", (request) => request.url() === address || seen.push(`request: ${request.url()}`));
  await page.goto(address, { waitUntil: "load" });
  return { context, page, seen };
}

async function assertFits(page, what) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= room, `${what}: scrolls sideways, ${wide} in ${room} pixels`);
}

async function assertAccessible(page, what) {
  // The policy of the page lets no script in; the one of the test goes in beside it.
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const found = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return found.violations.map((it) => `${it.id}: ${it.help}: ${it.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
  });
  assert.deepEqual(violations, [], what);
}

/** The calendar has a cell for each day of the window, and its sums are those of the report. */
async function assertCalendar(page, reports, what) {
  const calendars = await page.evaluate(() => [...document.querySelectorAll("article")].map((article) =>
    [...article.querySelectorAll("rect[data-date]")].map((cell) => [cell.dataset.date, Number(cell.dataset.amount)])));
  const drawn = calendars.filter((cells) => cells.length > 0);
  assert.equal(drawn.length, reports.length, what);
  reports.forEach((report, at) => {
    const cells = drawn[at];
    const day = 24 * 60 * 60 * 1000;
    const days = (Date.parse(report.window.until) - Date.parse(report.window.from)) / day + 1;
    assert.equal(cells.length, days, what);
    assert.equal(new Set(cells.map(([date]) => date)).size, days, what);
    const sum = (of) => of.reduce((all, [, amount]) => all + amount, 0);
    const close = (a, b) => assert.ok(Math.abs(a - b) <= TOLERANCE, `${what}: ${a} is not ${b}`);
    close(sum(cells), report.activity.amount);
    for (const { month, amount } of report.activity.months) close(sum(cells.filter(([date]) => date.startsWith(month))), amount);
  });
}

async function check(browser, { name, file, reports }) {
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      const what = `${name}, ${width} pixels, ${scheme}`;
      const { context, page, seen } = await opened(browser, file, width, scheme);
      await assertFits(page, what);
      // Closed and open differ only in what is shown; once closed is enough.
      if (width === WIDTHS.at(-1)) await assertAccessible(page, what);
      await assertCalendar(page, reports, what);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
      await assertFits(page, `${what}, all open`);
      await assertAccessible(page, `${what}, all open`);
      assert.deepEqual(seen, [], what);
      await context.close();
    }
  }
}

/** The pictures of the README: how a page begins, and its drawings. */
async function pictures(browser, binary, folder) {
  const file = join(folder, "picture.html");
  writeFileSync(file, printed(binary, "html", ["examples/profile.toml"]));
  const { context, page } = await opened(browser, file, PICTURE.width, "light");
  const docs = join(root, "docs");
  mkdirSync(docs, { recursive: true });
  const drawings = await page.locator(".pictures").boundingBox();
  const clips = {
    "report.png": { x: 0, y: 0, width: PICTURE.width, height: PICTURE.height },
    "pictures.png": {
      x: 0, y: drawings.y - PICTURE.margin, width: PICTURE.width, height: drawings.height + 2 * PICTURE.margin,
    },
  };
  for (const [name, clip] of Object.entries(clips)) {
    const path = join(docs, name);
    await page.screenshot({ path, clip, fullPage: true });
    assert.ok(statSync(path).size <= PICTURE.mostBytes, `${path} has ${statSync(path).size} bytes`);
  }
  await context.close();
  await timeline(browser, binary, folder, docs);
}

/** The picture of a forecast. */
async function timeline(browser, binary, folder, docs) {
  const file = join(folder, "timeline.html");
  writeFileSync(file, printed(binary, "html", ["forecast", "examples/profile.toml"]));
  const { context, page } = await opened(browser, file, PICTURE.width, "light");
  const path = join(docs, "timeline.png");
  await page.locator(".pictures").screenshot({ path });
  assert.ok(statSync(path).size <= PICTURE.mostBytes, `${path} has ${statSync(path).size} bytes`);
  await context.close();
}

const [binary, wish] = process.argv.slice(2);
assert.ok(binary && (wish === undefined || wish === "--pictures"), "usage: node page.mjs PATH_OF_MVP_CHECK [--pictures]");
const folder = mkdtempSync(join(tmpdir(), "mvp-check-browser-"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
try {
  const all = pages(resolve(binary), folder);
  const left = [...all];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) await check(browser, next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (wish === "--pictures") await pictures(browser, resolve(binary), folder);
  console.log(`${all.length} pages, each at ${WIDTHS.join(", ")} pixels in ${SCHEMES.join(" and ")}: nothing to complain about`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
