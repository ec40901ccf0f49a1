// Installs what is missing. Runs under whatever Node started npm, from 20.19 on.
import { basename } from 'node:path';
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

/** @param {boolean} withTests @param {(program: string, args: string[]) => Promise<number>} run */
const runNpm = async (withTests, run) => {
  console.log('Installing what is missing; this takes about a minute.');
  const [program, ...first] = npm();
  const kinds = ['--include=optional', withTests ? '--include=dev' : '--omit=dev'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run(program, [...first, 'ci', ...kinds, ...quiet]);
  if (code > 128) return code; // stopped by a signal: whoever sent it knows
  if (code !== 0) console.error(`npm ci failed with exit code ${code}; npm’s reasons are above.`);
  return code === 0 ? complain(missingPackages('.')) : code;
};

/** The npm that runs this script, under its own Node: the project's is deleted on the way. */
const npm = () => {
  const { npm_execpath: script = '', npm_node_execpath: node = process.execPath } = process.env;
  return /** @type {[string, ...string[]]} */ (
    basename(script) === 'npm-cli.js' ? [node, script] : ['npm']
  );
};

/** @param {string[]} missing */
const complain = (missing) => {
  if (missing.length === 0) return 0;
  const names = missing.join(' and ');
  console.error(`npm left out ${names}, which it should bring for this machine. Please try again.`);
  return 1;
};

/** @param {Error} error */
const describeRefusal = ({ message }) =>
  `Not everything is installed, and nothing can be written to ${process.cwd()} (${message}). ` +
  'Run npm ci there once as somebody who may write to it, then start again.';
