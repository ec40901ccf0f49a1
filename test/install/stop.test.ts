// The bot gets a signal several times: from the terminal, from npm and from the launcher.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startProcess } from '../support/bot/process.ts';

it.each([
  ['src/main.ts', /Playing three months/],
  ['src/sandbox/main.ts', /is open/],
])('%s stops in order although the signal comes again and again', async (script, started) => {
  const folder = mkdtempSync(join(tmpdir(), 'ccg-engage-stop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { child, kill } = await startProcess(
    script,
    { DATA_DIR: folder, SANDBOX_PORT: '0' },
    started,
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const again = setInterval(() => child.kill('SIGTERM'), 10);
  onTestFinished(() => clearInterval(again));
  expect(await kill('SIGTERM')).toBe(0);
});
