// Validates what `--format junit` writes against ../junit.xsd, for every example by every edition, and shows that the schema refuses
// what it should. Run it from anywhere: `node junit.mjs [PROGRAM]`; without PROGRAM it is the debug build of this repository.

import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateXML } from 'xmllint-wasm';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.argv[2] ?? join(root, 'target', 'debug', 'mvp-check');
const schema = readFileSync(join(root, 'tests', 'junit.xsd'), 'utf8');
const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.toml')).map((name) => `examples/${name}`);

/** What the program writes of profiles: also where it ends with 1 or 2. */
function written(...args) {
  const ran = spawnSync(program, ['--format', 'junit', ...args], { cwd: root, encoding: 'utf8' });
  if (ran.error) throw ran.error;
  if (![0, 1, 2].includes(ran.status) || ran.stdout === '') throw new Error(`${args.join(' ')}: ${ran.status}\n${ran.stderr}`);
  return ran.stdout;
}

/** What is wrong in a document by the schema; empty where it is valid. */
async function mistakes(xml) {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [{ fileName: 'junit.xsd', contents: schema }],
  });
  return valid ? [] : errors.map((error) => error.message);
}

const valid = examples.map((example) => [example, written(example)]);
for (const edition of ['workshop-2020', 'program-2026']) {
  valid.push([`all examples by ${edition}`, written('--guidance', edition, ...examples)]);
}
valid.push(['a file that is not there', written('nowhere.toml')]);

// Each one is wrong in one place only.
const thin = written('examples/thin.toml');
const wrong = [
  ['not well-formed', ['</testsuites>', '']],
  ['no counts', [' tests="', ' test="']],
  ['a count that is none', [/ failures="\d+"/, ' failures="some"']],
  ['a level that is none', ['type="required"', 'type="urgent"']],
  ['two outcomes', ['</failure>', '</failure><skipped message="x"/>']],
  ['a case without a name', [/(<testcase [^>]*) name="[^"]*"/, '$1']],
  ['an empty message', [/message="[^"]*"/, 'message=""']],
  ['a timestamp with a zone', [/(timestamp="[^"]*)"/, '$1Z"']],
  ['a day that is none', [/timestamp="\d{4}-\d{2}-\d{2}/, 'timestamp="2026-02-30']],
  ['an element of another format', [/<testcase /, '<properties/><testcase ']],
  ['a suite without a case', [/<testcase[\s\S]*<\/testcase>/, '']],
].map(([name, [from, to]]) => [name, thin.replace(from, to)]);

let failed = 0;
for (const [name, xml] of valid) {
  const found = await mistakes(xml);
  failed += found.length > 0 ? 1 : 0;
  console.log(found.length > 0 ? `FAILED  ${name}: ${found.join('; ')}` : `valid   ${name}`);
}
for (const [name, xml] of wrong) {
  const isRefused = xml !== thin && (await mistakes(xml)).length > 0;
  failed += isRefused ? 0 : 1;
  console.log(isRefused ? `refused ${name}` : `FAILED  ${name}: not refused`);
}
console.log(`${valid.length + wrong.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
