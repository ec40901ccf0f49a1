import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { channels, readUsers } from '../../../src/sandbox/people.ts';
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { visitor } from '../../../src/sandbox/visitor.ts';
import { stopServer } from '../../../src/store/postgres/embedded/server.ts';
import { openStore } from '../../../src/store/postgres/open.ts';
import { type BotProcess, runProcess, startProcess } from '../../support/bot/process.ts';
import { monday } from '../../world.ts';

describe('a backup of a bot at work, by the command line', () => {
  let folder: string;
  let sandbox: Sandbox;
  let bot: BotProcess;
  const dataDir = (name: string) => join(folder, name);
  const ccg = (place: string, ...args: string[]) =>
    runProcess('src/cli.ts', { DATA_DIR: dataDir(place) }, args);
  const backup = () => join(folder, 'ccg.backup');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ccg-engage-'));
    sandbox = await openSandbox({
      port: 0,
      users: readUsers(),
      channels,
      manifestPath: 'manifest.yml',
      startAt: monday,
    });
    const opened = await openStore({ databaseUrl: undefined, dataDir: dataDir('data') });
    await setUpDemo(opened.store, monday);
    const { SLACK_SIGNING_SECRET: _, ...variables } = sandbox.variables;
    bot = await startProcess(
      'test/support/bot/bot.ts',
      { ...variables, DATA_DIR: dataDir('data'), LOG_LEVEL: 'error' },
      /ready/,
    );
    await opened.close();
  });
  afterAll(async () => {
    await bot?.kill('SIGTERM');
    await sandbox?.close();
    for (const place of ['data', 'new']) await stopServer(dataDir(place));
    await rm(folder, { recursive: true });
  });

  it(
    'is taken while the bot runs, says what it holds and where it is, and warns of what is in ' +
      'it',
    async () => {
      const amount =
        /Backed up \d+ tables and \d+ rows to \S+ccg\.backup\. It holds personal data: keep it where only you/;
      expect(await ccg('data', 'backup', backup())).toEqual({
        code: 0,
        output: expect.stringMatching(amount),
      });
      expect(await ccg('data', 'backup', backup())).toEqual({
        code: 1,
        output: expect.stringMatching(/is there already, .* left as/),
      });
      expect(await readdir(folder)).toEqual(['ccg.backup', 'data']);
    },
  );

  it('comes back into another folder, and what happened since is not in it', async () => {
    const osei = visitor(sandbox.url, readUsers(), 'Osei');
    await osei.type('claim');
    expect((await ccg('data', 'settings', 'organisation', 'ICB')).code).toBe(0);
    expect(await ccg('new', 'restore', backup())).toEqual({
      code: 0,
      output: expect.stringMatching(/^Restored \d+ tables and \d+/),
    });
    expect((await ccg('new', 'settings', 'organisation')).output).toContain('organisation = CCG');
    expect((await ccg('data', 'settings', 'organisation')).output).toContain('organisation = ICB');
  });

  it('is not restored over the bot’s data, and the bot has noticed nothing', async () => {
    const refused = { code: 1, output: expect.stringContaining('Restore into another DATA_DIR.') };
    expect(await ccg('data', 'restore', backup())).toEqual(refused);
    const { store, close } = await openStore({ databaseUrl: undefined, dataDir: dataDir('data') });
    expect(await store.ccgs.find(DEMO_CCG.code)).toMatchObject({ name: DEMO_CCG.name });
    await close();
    expect(bot.child.exitCode).toBe(null);
    expect(bot.output().trim()).toBe('ready');
  });
});
