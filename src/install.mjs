// Installs what is missing, before every command of package.json. Plain JavaScript: it runs under whatever Node started npm, from 20.19 on.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOCK = '.installing';
const wantsDevelopment =
  process.argv.includes('--with-tests') || process.env.NODE_ENV !== 'production';

const age = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const isComplete = () =>
  age('node_modules/.package-lock.json') >= age('package-lock.json') &&
  existsSync('src/store/generated/prisma/client.ts') &&
  (!wantsDevelopment || existsSync('node_modules/vitest'));

const install = () => {
  console.log('Installing what is missing; this takes about a minute.');
  const [program, ...first] = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const options = [
    wantsDevelopment ? '--include=dev' : '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { status } = spawnSync(program, [...first, 'ci', ...options], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exitCode = status ?? 1;
};

/** Two terminals at once: the second waits for the first. A lock whose process is gone counts for nothing. */
const takeLock = async () => {
  for (;;) {
    try {
      return writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    } catch {
      if (!isAlive(Number(existsSync(LOCK) && readFileSync(LOCK, 'utf8'))))
        rmSync(LOCK, { force: true });
      else await pause(500);
    }
  }
};

const isAlive = (pid) => {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

if (!isComplete()) {
  await takeLock();
  if (!isComplete()) install();
  rmSync(LOCK, { force: true });
}

const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 18);
if (
  !isNewEnough &&
  !existsSync('node_modules/.bin/node') &&
  !existsSync('node_modules/.bin/node.cmd')
) {
  console.error(
    'npm has no Node 24 for this kind of machine. Please install Node 22.18 or newer and try again.',
  );
  process.exitCode = 1;
}
