// A small project with the real launcher, in a folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with the launcher, and `files` beside it; removed after the test. */
export const makeProject = (files: Readonly<Record<string, string>> = {}): string => {
  const root = mkdtempSync(join(tmpdir(), 'ccg-engage-launch-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync('src/launch', join(root, 'src/launch'), { recursive: true });
  const some = {
    'package.json': '{"optionalDependencies":{}}',
    'package-lock.json': '{}',
    ...files,
  };
  for (const [name, text] of Object.entries(some)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
};

/**
 * An npm whose `npm ci` is the given JavaScript. By its name the launcher takes it for the npm
 * that runs it.
 */
export const withNpm = (code: string) => ({ 'npm/npm-cli.js': code });

/** JavaScript for `npm ci` that installs all that the launcher looks for. */
export const INSTALLS = `
  const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
  mkdirSync('node_modules/vitest', { recursive: true });
  mkdirSync('src/store/generated/prisma', { recursive: true });
  writeFileSync('src/store/generated/prisma/client.ts', '');
  appendFileSync('installations', 'x');
  import(process.cwd() + '/src/launch/mark-installed.mjs');`;

export type Launched = {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Resolves once the output matches. */
  said(words: RegExp): Promise<void>;
};

/** Runs the project's launcher; what it leaves behind is ended after the test. */
export const launch = (
  root: string,
  args: string[],
  env: Record<string, string> = {},
): Launched => {
  const child = spawn(process.execPath, ['src/launch/launch.mjs', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', npm_execpath: join(root, 'npm/npm-cli.js'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return watch(child);
};

const watch = (child: ChildProcess): Launched => {
  let output = '';
  const ended = new Promise<number | NodeJS.Signals | null>((done) =>
    child.once('close', (code, signal) => done(code ?? signal)),
  );
  const said = (words: RegExp) =>
    new Promise<void>((done, fail) => {
      const look = () => words.test(output) && done();
      look();
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', look);
      ended.then(() => fail(new Error(`It ended without saying ${words}:\n${output}`)));
    });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      output += data;
    });
  return { child, output: () => output, ended, said };
};

export const readText = (root: string, name: string): string =>
  readFileSync(join(root, name), 'utf8');
