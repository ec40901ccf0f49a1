import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { channels, readUsers } from '../../../src/sandbox/people.ts';
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { post, visitor } from '../../../src/sandbox/visitor.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import { type OpenStore, openStore } from '../../../src/store/postgres/open.ts';
import { type BotProcess, startProcess } from '../../support/bot/process.ts';
import { monday } from '../../world.ts';

describe.each([{ bots: 1 }, { bots: 2 }])(
  'kill -9 during a sending, with $bots at work',
  ({ bots }) => {
    let dataDir: string;
    let sandbox: Sandbox;
    let opened: OpenStore;
    let running: BotProcess[] = [];
    const as = (name: string) => visitor(sandbox.url, readUsers(), name);
    const start = async () => {
      const { SLACK_SIGNING_SECRET: _, ...variables } = sandbox.variables;
      const environment = { ...variables, DATA_DIR: dataDir, LOG_LEVEL: 'error' };
      running = await Promise.all(
        Array.from({ length: bots }, () =>
          startProcess('test/support/bot/bot.ts', environment, /ready/),
        ),
      );
    };
    const killAll = (signal: NodeJS.Signals) => Promise.all(running.map((bot) => bot.kill(signal)));
    const moveTo = (to: string) => post(`${sandbox.url}/control/clock`, { to });
    /** The prompts each person has received, by their name. */
    const received = () =>
      sandbox.desk.workspace.users.map(({ id, name }) => ({
        name,
        prompts: messagesIn(sandbox.desk.workspace, `D${id.slice(1)}`).filter(
          ({ metadata }) => metadata,
        ),
      }));
    const reached = () => received().filter(({ prompts }) => prompts.length > 0);

    beforeAll(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'ccg-engage-'));
      sandbox = await openSandbox({
        port: 0,
        users: readUsers(),
        channels,
        manifestPath: 'manifest.yml',
        startAt: monday,
      });
      opened = await openStore({ databaseUrl: undefined, dataDir });
      await setUpDemo(opened.store, monday);
      await start();
      await moveTo(monday.toISOString()); // returns when the bots have caught up and met everyone
    });
    afterAll(async () => {
      await killAll('SIGKILL');
      await opened?.close();
      await sandbox?.close();
      await rm(dataDir, { recursive: true });
    });

    it('nobody is asked twice, nobody is left out, and no answer is lost', async () => {
      const nair = as('Nair');
      await nair.type('survey');
      await nair.submit({ audience: 'everyone', chases: '0' });
      await nair.submit();
      await post(`${sandbox.url}/control/fault`, {
        method: 'chat.postMessage',
        kind: 'drop_after_commit',
        times: 4,
      });
      await post(`${sandbox.url}/control/fault`, {
        method: 'chat.postMessage',
        kind: 'timeout',
        times: 4,
      });
      void moveTo('2026-09-07T11:45:10Z');
      await expect.poll(() => reached().length, { timeout: 20_000 }).toBeGreaterThan(10);
      const early = as(reached().at(-1)?.name ?? '');
      await early.tap('Mostly');

      await killAll('SIGKILL');
      await start();
      for (const minute of ['47', '49', '51', '53']) {
        await pause(1200);
        await moveTo(`2026-09-07T11:${minute}:00Z`);
      }

      expect(reached()).toHaveLength(38);
      expect(received().filter(({ prompts }) => prompts.length > 1)).toEqual([]);
      const [round] = await opened.store.ccg(DEMO_CCG.code).rounds.recent(1);
      expect(round?.turnout).toHaveLength(38);
      expect(round?.turnout.filter(({ outcome }) => outcome === 'answered')).toHaveLength(1);
      await early.tap('Not really');
      expect(await early.reads()).toContain('3 of 3');
    });

    it('SIGTERM lets the bot leave in order', async () => {
      expect(await killAll('SIGTERM')).toEqual(Array.from({ length: bots }, () => 0));
    });
  },
);
