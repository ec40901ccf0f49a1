// `node src/launch/launch.mjs [--with-tests] FILE ARGS…`: installs what is missing, then runs the
// file under Node 24. Plain JavaScript: it runs under whatever Node started npm.
import { runChild } from './child.mjs';
import { install } from './install.mjs';
import { canInstall, findNode, nodePackage } from './node-version.mjs';

const { node: version } = process.versions;
const args = process.argv.slice(2);
const withTests = args[0] === '--with-tests' || process.env['NODE_ENV'] !== 'production';
const command = args[0] === '--with-tests' ? args.slice(1) : args;

const WATCH = ['--import', new URL('end-with-parent.mjs', import.meta.url).href];

/**
 * Runs a Node, or npm, that ends with the launcher, even where that is killed.
 * @param {string} program
 * @param {string[]} rest
 * @param {NodeJS.Signals} lastSignal what ends it where the launcher is killed
 */
const run = (program, rest, lastSignal) => {
  const watch = program === 'npm' ? [] : WATCH;
  const env = {
    ...process.env,
    LAUNCHER_PID: String(process.pid),
    LAUNCHER_LAST_SIGNAL: lastSignal,
  };
  return runChild(program, [...watch, ...rest], { env });
};

/** npm goes on for a long time after SIGTERM, into the next start's installation. */
const runNpm = (/** @type {string} */ program, /** @type {string[]} */ rest) =>
  run(program, rest, 'SIGKILL');

const launch = async () => {
  if (!canInstall(version)) return refuse(tooOld);
  const code = await install(withTests, runNpm);
  if (code !== 0) return code;
  const node = findNode('.');
  return node ? run(node, command, 'SIGTERM') : refuse(noNode);
};

const tooOld = `This is Node ${version}. Please install Node 22.18 or newer and try again.`;

const noNode =
  `npm has no Node 24 that runs on this machine (${nodePackage()}), and Node ${version} ` +
  'is too old. Please install Node 22.18 or newer and try again.';

/** @param {string} sentence */
const refuse = (sentence) => {
  console.error(sentence);
  return 1;
};

process.exitCode = await launch();
