// Installs what is missing, before every command of package.json. Plain JavaScript: it runs under whatever Node started npm, from 20.19 on.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const wantsTests = process.argv.includes('--with-tests');
const wantsDevelopment = wantsTests || process.env.NODE_ENV !== 'production';
const age = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const isStale = age('node_modules/.package-lock.json') < age('package-lock.json');
const isIncomplete = wantsDevelopment && !existsSync('node_modules/vitest');
if (isStale || isIncomplete) {
  console.log('Installing what is missing; this takes about a minute.');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const include = wantsDevelopment ? '--include=dev' : '--omit=dev';
  const [program, ...first] = npm;
  const { status } = spawnSync(program, [...first, 'ci', include, '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 18);
if (!isNewEnough && !existsSync('node_modules/.bin/node') && !existsSync('node_modules/.bin/node.cmd')) {
  console.error('npm has no Node 24 for this kind of machine. Please install Node 22.18 or newer and try again.');
  process.exit(1);
}
