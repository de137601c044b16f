// Checks the examples as an editor with a TOML extension does: by the schema that the first line of each file names.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const taplo = join(here, 'node_modules', '@taplo', 'cli', 'dist', 'cli.js');

// One mistake each: the file, the text, its replacement, and the expected message.
const mistakes = [
  ['profile.toml', 'type = "article"', 'type = "artcle"', '"artcle" is not one of'],
  ['profile.toml', 'stage = "candidate"', 'stage = "candidat"', '"candidat" is not one of'],
  ['profile.toml', 'language = "en"', 'langauge = "en"', "'langauge' was unexpected"],
  ['profile.toml', 'impact = { attendees = 38 }', 'impact = { stars = 38 }', '"stars" is not one of'],
  ['profile.toml', 'date = 2025-06-11', 'date = 1925-06-11', 'does not match'],
  ['profile.toml', 'title = "Configuration in .NET without surprises"', '', '"title" is a required property'],
  ['own-guidance.toml', 'role = "speaker"', 'role = "speeker"', '"speeker" is not one of'],
  ['community-guidance.toml', 'at-least = 12', 'at-most = 12', "'at-most' was unexpected"],
];

/** Whether all files are valid, and one message for each mistake. */
function lint(folder, names) {
  const run = spawnSync(process.execPath, [taplo, 'lint', '--colors', 'never', ...names], { cwd: folder, encoding: 'utf8' });
  if (run.error) throw run.error;
  return { isValid: run.status === 0, said: (run.stdout + run.stderr).split(/^error: /m) };
}

const failures = [];
const expect = (isMet, what, said = []) => {
  if (!isMet) failures.push([what, ...said].join('\n'));
};

const folder = mkdtempSync(join(tmpdir(), 'mvp-check-editor-'));
try {
  for (const part of ['examples', 'schemas']) cpSync(join(root, part), join(folder, part), { recursive: true });
  const examples = join(folder, 'examples');
  const valid = readdirSync(examples).filter((name) => name.endsWith('.toml') && name !== 'invalid.toml');
  const found = lint(examples, valid);
  expect(valid.length >= 7 && found.isValid, `these are valid: ${valid.join(', ')}`, found.said);
  expect(!lint(examples, ['invalid.toml']).isValid, 'invalid.toml is not valid');

  const copies = mistakes.map(([name, old, wrong], at) => {
    const text = readFileSync(join(examples, name), 'utf8');
    expect(text.includes(old), `${name} has no ${old}`);
    const copy = `mistake-${at}.toml`;
    writeFileSync(join(examples, copy), text.replace(old, wrong));
    return copy;
  });
  const { said } = lint(examples, copies);
  mistakes.forEach(([name, old, wrong, words], at) => {
    const own = said.filter((it) => it.includes(`${copies[at]}:`));
    expect(own.some((it) => it.includes(words)), `${name} with ${wrong || `no ${old}`}: expected: ${words}`, own);
  });
  console.log(`${valid.length + 1} examples and ${mistakes.length} mistakes: ${failures.length} failures`);
} finally {
  rmSync(folder, { recursive: true });
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
