// A second, independent judge of our Web API calls and scopes: emulate's Slack, with strict scopes,
// granting just what manifest.yml asks for.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type RunningApp, startApp } from '../src/app.ts';
import { DEMO_CCG, setUpDemo } from '../src/demo.ts';
import { addDays, weekOf } from '../src/domain/time/calendar.ts';
import { createLog } from '../src/log.ts';
import { machineClock } from '../src/schedule/clock.ts';
import { listAccounts, readAccount } from '../src/slack/api/accounts.ts';
import { createClients } from '../src/slack/api/clients.ts';
import { find, send } from '../src/slack/api/send.ts';
import type { SlackContext } from '../src/slack/bolt/context.ts';
import { drawHome } from '../src/slack/home/draw.ts';
import { summaryMessage } from '../src/slack/summary/summary-message.ts';
import { createStore, type Store } from '../src/store/store.ts';
import { freePort } from './support/bot/port.ts';
import { newDatabase } from './support/database/database.ts';
import { summaryFacts } from './world.ts';

const scopes: string[] = parse(readFileSync('manifest.yml', 'utf8')).oauth_config.scopes.bot;
const seed = {
  tokens: {
    'xoxb-ours': { login: 'ccg-engage', scopes },
    'xoxb-poor': { login: 'ccg-engage', scopes: ['commands'] },
    'xoxb-curious': { login: 'ccg-engage', scopes: ['channels:read'] },
  },
  slack: {
    strict_scopes: true,
    users: [
      { name: 'amara', real_name: 'Dr Amara Osei', email: 'amara.osei@fernshire.example' },
      { name: 'ccg-engage' },
    ],
    channels: [{ name: 'engagement' }],
  },
};

describe('emulate, with strict scopes', () => {
  const log = createLog('silent');
  let slack: Emulator;
  let store: Store;
  let bot: RunningApp;
  let world: SlackContext;
  const clients = (token: string) => createClients({ token, apiUrl: `${slack.url}/api/`, log });
  const members = async () => (await store.ccg(DEMO_CCG.code).register()).members;
  const osei = async () =>
    (await members()).find(({ slackId }) => slackId) ??
    Promise.reject(new Error('Dr Osei was not found'));

  beforeAll(async () => {
    slack = await createEmulator({ service: 'slack', port: await freePort(), seed });
    store = createStore(await newDatabase());
    await setUpDemo(store, new Date());
    world = {
      ...clients('xoxb-ours'),
      store,
      slashCommand: '/ccg',
      log,
      now: () => new Date(),
      runJobsNow: () => {},
    };
    const credentials = {
      mode: 'http' as const,
      botToken: 'xoxb-ours',
      signingSecret: 'secret',
      port: await freePort(),
      apiUrl: `${slack.url}/api/`,
    };
    bot = await startApp({ credentials, store, clock: machineClock, slashCommand: '/ccg', log });
  });
  afterAll(async () => {
    await store?.close();
    await slack?.close();
  });

  it('lets the bot start, and find the people of the roster by their e-mail', async () => {
    await expect
      .poll(
        async () => (await members()).filter(({ slackId }) => slackId).map(({ name }) => name),
        { timeout: 10_000 },
      )
      .toEqual(['Dr Amara Osei']);
    await bot.stop(); // what follows is done by hand
  });

  it('tells a visitor’s name and e-mail', async () =>
    expect(await readAccount(world.reads, (await osei()).slackId ?? '')).toMatchObject({
      name: 'Dr Amara Osei',
      email: 'amara.osei@fernshire.example',
      isActive: true,
      kind: 'full',
    }));

  it('takes a prompt in a direct message with its metadata, and gives it back in the history', async () => {
    const { id } = await osei();
    const dueAt = new Date();
    const reminder = {
      id: randomUUID(),
      text: 'Please remember',
      link: null,
      doneBy: null,
      named: false,
      audience: { kind: 'everyone' as const },
      createdBy: id,
    };
    await store
      .ccg(DEMO_CCG.code)
      .reminders.send(
        reminder,
        [{ personId: id, seconds: 10 }],
        () => ({ dueAt, week: weekOf(dueAt), slot: 1, reason: null }),
        dueAt,
      );
    const [delivery] = await store.deliveries.leaseDue(
      dueAt,
      dueAt,
      { take: 1, until: addDays(dueAt, 1) },
      200,
    );
    if (!delivery) throw new Error('nothing was due');
    const sent = await send(world, delivery);
    expect(sent).toMatchObject({ kind: 'sent' });
    expect(await find(world, delivery)).toEqual(sent);
  });

  it('takes the Home tab', async () =>
    expect(drawHome(world, (await osei()).slackId ?? '')).resolves.toBeUndefined());

  it('takes a summary in the channel, charts and all', async () => {
    const { channels = [] } = await clients('xoxb-curious').reads.conversations.list();
    const register = await store.ccg(DEMO_CCG.code).register();
    const { text, blocks } = summaryMessage(
      summaryFacts({ name: DEMO_CCG.name, register, now: new Date() }),
    );
    expect(
      await world.writes.chat.postMessage({
        channel: channels[0]?.id ?? '',
        text,
        blocks: [...blocks],
      }),
    ).toMatchObject({
      ok: true,
    });
  });

  it('refuses what the manifest does not ask for, so it would notice', () =>
    expect(listAccounts(clients('xoxb-poor').reads)).rejects.toThrow('missing_scope'));
});
