// A headless Chromium: one that is installed, or the one packed inside an npm package.
import { existsSync } from 'node:fs';
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

const installed = () => [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));

export const openBrowser = async (): Promise<Browser> => {
  const path = installed();
  return path
    ? chromium.launch({ executablePath: path, args: QUIET })
    : chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...QUIET] });
};
