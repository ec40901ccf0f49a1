// `npm run fresh-clone -- --node 22.18.0 --npm 10.8.2 --user nobody`: clones the last commit into
// an empty folder, runs `npm start` there with an empty HOME until the sandbox answers, sends npm
// alone a signal, and waits until every process has ended. Where that Node runs TypeScript, it does
// so again without the project's own Node. Linux only: it reads /proc.
import { execFileSync, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runsTypeScript } from '../../src/launch/node-version.mjs';

const { values } = parseArgs({
  options: {
    node: { type: 'string' },
    npm: { type: 'string' },
    user: { type: 'string' },
    signal: { type: 'string', default: 'SIGTERM' },
    folder: { type: 'string', default: 'clone' },
    cache: { type: 'string' },
    seconds: { type: 'string', default: '300' },
  },
});

const base = mkdtempSync(join(tmpdir(), 'ccg-engage-fresh-'));
const home = join(base, 'home');
const clone = join(base, values.folder);
const logFile = join(base, 'start.log');
const port = 20_000 + Math.floor(Math.random() * 20_000);

/** Unpacks a package of the npm registry, and returns its folder. */
const unpack = (name: string, version: string) => {
  const folder = join(base, name);
  mkdirSync(folder);
  const pack = ['pack', '--silent', `${name}@${version}`];
  const file = execFileSync('npm', pack, { cwd: base, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', file, '-C', folder, '--strip-components=1'], { cwd: base });
  return folder;
};

/** A folder for PATH with the chosen versions of node and npm. */
const makeBin = () => {
  const bin = join(base, 'bin');
  mkdirSync(bin);
  if (values.node)
    symlinkSync(
      join(unpack(`node-linux-${process.arch}`, values.node), 'bin/node'),
      join(bin, 'node'),
    );
  if (values.npm) symlinkSync(join(unpack('npm', values.npm), 'bin/npm-cli.js'), join(bin, 'npm'));
  return bin;
};

const prepare = () => {
  mkdirSync(home);
  execFileSync('git', ['clone', '--quiet', '.', clone]);
  const bin = makeBin();
  if (values.user) execFileSync('chown', ['-R', values.user, base]);
  return bin;
};

const idOf = (option: string) =>
  Number(execFileSync('id', [option, String(values.user)], { encoding: 'utf8' }));

const pick = (name: string) => (process.env[name] ? { [name]: process.env[name] } : {});

/** Starts npm as somebody would at a terminal of a new machine: nothing of our environment. */
const startNpm = (bin: string) => {
  const log = openSync(logFile, 'a');
  const env = {
    HOME: home,
    PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`,
    LANG: 'C.UTF-8',
    SANDBOX_PORT: String(port),
    ...(values.cache ? { npm_config_cache: values.cache } : {}),
    // npm from the registry knows nothing of this machine's settings.
    ...pick('NODE_EXTRA_CA_CERTS'),
  };
  const account = values.user ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  return spawn('npm', ['start'], {
    cwd: clone,
    env,
    detached: true,
    stdio: ['ignore', log, log],
    ...account,
  });
};

/** Every process that was started with our empty HOME: all of the trial, wherever it hangs. */
const remaining = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(`/proc/${pid}/environ`).split('\0').includes(`HOME=${home}`))
    .map((pid) => `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').slice(0, 100)}`);

const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process has ended since
  }
};

const answers = () =>
  fetch(`http://127.0.0.1:${port}/control/state`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Asks until it is so. False once the time is up, or `whether` no longer holds. */
const until = async (
  question: () => boolean | Promise<boolean>,
  seconds: number,
  whether = () => true,
) => {
  for (
    const giveUpAt = Date.now() + seconds * 1000;
    Date.now() < giveUpAt && whether();
    await pause(200)
  )
    if (await question()) return true;
  return false;
};

/** Starts npm, waits for the sandbox, ends npm, and says what went on. @throws a sentence */
const tryStart = async (bin: string, what: string) => {
  const began = performance.now();
  const elapsed = () => `${((performance.now() - began) / 1000).toFixed(0)} s`;
  const npm = startNpm(bin);
  const ending = new Promise((done) => npm.once('exit', (code, signal) => done(code ?? signal)));
  if (!(await until(answers, Number(values.seconds), () => npm.exitCode === null)))
    throw new Error(`${what}: no sandbox after ${elapsed()}; npm ended with ${npm.exitCode}.`);
  console.log(`${what}: the sandbox answers after ${elapsed()}.`);
  npm.kill(values.signal as NodeJS.Signals);
  if (!(await until(() => remaining().length === 0, 30)))
    throw new Error(`${what}: 30 s after ${values.signal} there is\n${remaining().join('\n')}`);
  const code = await ending;
  if (code !== 0) throw new Error(`${what}: npm ended with ${code} after ${values.signal}.`);
  console.log(`${what}: all ended after ${values.signal} to npm (${elapsed()}).`);
};

/** What a machine without a Node 24 from npm does, once all is installed. */
const tryInstalledNode = async (bin: string) => {
  rmSync(join(clone, 'node_modules', `node-linux-${process.arch}`, 'bin/node'));
  await tryStart(bin, `Node ${values.node} itself`);
};

const tryAll = async () => {
  const bin = prepare();
  await tryStart(bin, 'A fresh clone');
  if (values.node && runsTypeScript(values.node)) await tryInstalledNode(bin);
};

const cleanUp = () => {
  for (const line of remaining()) process.kill(Number.parseInt(line, 10), 'SIGKILL');
  rmSync(base, { recursive: true, force: true });
};

const fault = await tryAll().catch((error: Error) => error.message);
if (fault) {
  console.error(`${read(logFile).split('\n').slice(-30).join('\n')}\n${fault}`);
  process.exitCode = 1;
}
cleanUp();
