// A headless Chromium: one that is installed, or the one packed inside an npm package.
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Chromium looks things up on the internet at every start unless told not to. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = () =>
  [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));

/**
 * The package unpacks into the system's folder for temporary files, where another user's copy may
 * be in the way; so it gets one of ours.
 */
const unpack = async (): Promise<string> => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = resolve('node_modules/.cache/chromium');
  mkdirSync(process.env['TMPDIR'], { recursive: true });
  const path = await packed.executablePath();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  return path;
};

export const openBrowser = async (): Promise<Browser> => {
  const path = installed();
  if (path) return chromium.launch({ executablePath: path, args: QUIET });
  return chromium.launch({ executablePath: await unpack(), args: [...packed.args, ...QUIET] });
};
