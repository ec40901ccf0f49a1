// Installs what is missing. Runs under whatever Node started npm, from 20.19 on.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runChild } from './child.mjs';
import { isInstalled, missingPackages } from './installed.mjs';
import { withLock } from './lock.mjs';

const LOCK = '.installing';
const WAITING = 'Another start is installing what is missing; waiting until it is done.';

/**
 * Installs what is missing in the current folder; two starts at once install once.
 * @param {boolean} withTests with what only the tests need
 * @param {(program: string, args: string[]) => Promise<number>} run
 * @returns {Promise<number>} the exit code: 0 where all is installed
 */
export const install = async (withTests, run = runChild) => {
  if (isInstalled('.', withTests)) return 0;
  try {
    const work = async () => (isInstalled('.', withTests) ? 0 : await runNpm(withTests, run));
    return await withLock(LOCK, work, () => console.log(WAITING));
  } catch (error) {
    console.error(describeRefusal(/** @type {Error} */ (error)));
    return 1;
  }
};

/**
 * @param {boolean} withTests
 * @param {(program: string, args: string[]) => Promise<number>} run
 */
const runNpm = async (withTests, run) => {
  console.log('Installing what is missing; this takes about a minute.');
  const [program, ...first] = npm();
  const logs = mkdtempSync(join(tmpdir(), 'ccg-engage-npm-'));
  const kinds = ['--include=optional', withTests ? '--include=dev' : '--omit=dev'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', `--logs-dir=${logs}`];
  const code = await run(program, [...first, 'ci', ...kinds, ...quiet]);
  // npm 10 may give up with exit code 0. Stopped by a signal: whoever sent it knows.
  const isDone = code === 0 && isInstalled('.', withTests);
  if (!isDone && code < 128) console.error(describeFailure(code, logs));
  else rmSync(logs, { recursive: true, force: true });
  return isDone ? 0 : code || 1;
};

/** npm shows its errors itself, save for requests that failed: those are in its log only. */
const describeFailure = (/** @type {number} */ code, /** @type {string} */ logs) => {
  const text = readdirSync(logs)
    .map((name) => readFileSync(join(logs, name), 'utf8'))
    .join('\n');
  const requests = text.match(/fetch \S+ \S+ attempt \d+ failed with .*/g) ?? [];
  const missing = missingPackages('.');
  return [
    `npm ci did not install everything (exit code ${code}); npm’s own words are above.`,
    ...(requests.length > 0 ? [`Its last failed request: ${requests.at(-1)}`] : []),
    ...(missing.length > 0 ? [`Missing for this machine: ${missing.join(', ')}.`] : []),
  ].join('\n');
};

/** The npm that runs this script, under its own Node: the project's is deleted on the way. */
const npm = () => {
  const { npm_execpath: script = '', npm_node_execpath: node = process.execPath } = process.env;
  return /** @type {[string, ...string[]]} */ (
    basename(script) === 'npm-cli.js' ? [node, script] : ['npm']
  );
};

/** @param {Error} error */
const describeRefusal = ({ message }) =>
  `Not everything is installed, and nothing can be written to ${process.cwd()} (${message}). ` +
  'Run npm ci there once as somebody who may write to it, then start again.';
