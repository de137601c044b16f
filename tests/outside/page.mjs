// Opens the HTML report, forecast and plan of each example in Chromium, at the widths of a phone, a tablet and a desktop, in light and in
// dark. Fails if one scrolls sideways, loads or logs anything, breaks a rule of accessibility, or shows other numbers than the JSON report.
//
//   node page.mjs PROGRAM                check all examples
//   node page.mjs PROGRAM --pictures     also write the screenshots in docs/
//
// Set CHROMIUM to use another browser than /usr/bin/chromium.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const VIEWS = [{ width: 375, scheme: "light" }, { width: 768, scheme: "light" }, { width: 1280, scheme: "dark" }];
const HEIGHT = 900;
// Pages that are checked at the same time.
const AT_ONCE = 2;
// For rounding errors in sums.
const TOLERANCE = 1e-6;
const PICTURE = { width: 1280, height: 1096, mostBytes: 300 * 1024 };
// Without these, Chromium contacts its maker's servers. Its sandbox needs rights that a container does not have.
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What the program prints. Its exit code depends on gaps and mistakes, so it is ignored. */
function printed(binary, format, words) {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, stdio: ["ignore", "pipe", "ignore"] };
  try {
    return execFileSync(binary, ["--format", format, ...words], options);
  } catch (error) {
    if (typeof error.stdout !== "string" || error.stdout === "") throw error;
    return error.stdout;
  }
}

/** Pages by name, each with the JSON reports of the people on it. */
function pages(binary, folder) {
  const isProfile = (name) => name.endsWith(".toml") && readFileSync(join(root, "examples", name), "utf8").includes("[profile]");
  const examples = readdirSync(join(root, "examples")).filter(isProfile).sort();
  assert.ok(examples.length >= 7, `${examples.length} examples`);
  const checked = examples.filter((name) => name !== "invalid.toml").map((name) => [name, [join("examples", name)]]);
  const made = Object.entries(edges()).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return [name, [join(folder, name)]];
  });
  const several = [
    ["several", ["profile.toml", "invalid.toml", "renewal.toml"].map((name) => join("examples", name))],
    ["team", [join("examples", "team")]],
  ];
  const reports = [...checked, ...made, ...several].map(([name, profiles], at) => {
    const file = join(folder, `${at}.html`);
    writeFileSync(file, printed(binary, "html", profiles));
    const report = JSON.parse(printed(binary, "json", profiles));
    return { name, file, reports: (report.reports ?? [report]).filter((one) => one.activity) };
  });
  // A forecast and a plan have no calendar.
  const ahead = ["forecast", "plan"].flatMap((command) => [...checked, ...made].map(([name, [profile]]) => {
    const file = join(folder, `${command}-${name}.html`);
    writeFileSync(file, printed(binary, "html", [command, profile]));
    return { name: `${command} ${name}`, file, reports: [] };
  }));
  return [...reports, ...ahead];
}

/** Edge cases: an empty profile, only plans, long texts, huge numbers. */
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

/** Opens a page and records what happens while it loads. */
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
  // The page's policy blocks scripts, except for those of the test itself.
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const found = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return found.violations.map((it) => `${it.id}: ${it.help}: ${it.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
  });
  assert.deepEqual(violations, [], what);
}

/** The calendar has a cell for each day of the window, and its sums are the report's. */
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
  for (const { width, scheme } of VIEWS) {
    const what = `${name}, ${width} pixels, ${scheme}`;
    const { context, page, seen } = await opened(browser, file, width, scheme);
    await assertFits(page, what);
    await assertCalendar(page, reports, what);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
    await assertFits(page, `${what}, all open`);
    // The tablet has the colours of the phone.
    if (width !== 768) await assertAccessible(page, `${what}, all open`);
    assert.deepEqual(seen, [], what);
    await context.close();
  }
}

/** The screenshots in the README: the top of a report, its charts, and a forecast. */
async function pictures(browser, binary, folder) {
  const shots = [
    ["report.png", [], (page, path) => page.screenshot({ path, clip: { x: 0, y: 0, width: PICTURE.width, height: PICTURE.height } })],
    ["pictures.png", [], (page, path) => page.locator(".pictures").screenshot({ path })],
    ["timeline.png", ["forecast"], (page, path) => page.locator(".pictures").screenshot({ path })],
  ];
  for (const [name, command, shoot] of shots) {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, printed(binary, "html", [...command, "examples/profile.toml"]));
    const { context, page } = await opened(browser, file, PICTURE.width, "light");
    const path = join(root, "docs", name);
    await shoot(page, path);
    assert.ok(statSync(path).size <= PICTURE.mostBytes, `${path} has ${statSync(path).size} bytes`);
    await context.close();
  }
}

const [binary, wish] = process.argv.slice(2);
assert.ok(binary && (wish === undefined || wish === "--pictures"), "usage: node page.mjs PROGRAM [--pictures]");
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
  console.log(`${all.length} pages, each in ${VIEWS.length} views: passed`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
