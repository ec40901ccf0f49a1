import { createServer, type IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { verifySlackRequest } from '@slack/bolt';
import { beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { refuseBlocks } from '../../src/sandbox/api/block-kit.ts';
import { createLimits } from '../../src/sandbox/api/rate-limits.ts';
import { channels, readUsers } from '../../src/sandbox/people.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { post } from '../../src/sandbox/visitor.ts';
import { freePort } from '../support/bot/port.ts';

type Answer = { ok: boolean; error?: string; [field: string]: unknown };

describe('the sandbox is as strict as Slack', () => {
  let sandbox: Sandbox;
  let botPort: number;
  beforeEach(async () => {
    botPort = await freePort();
    sandbox = await openSandbox({
      port: 0,
      users: readUsers(),
      channels,
      manifestPath: 'manifest.yml',
      requestUrl: `http://127.0.0.1:${botPort}/slack/events`,
    });
    return () => sandbox.close();
  });
  const call = async (method: string, body: object = {}, token = 'xoxb-sandbox'): Promise<Answer> =>
    (
      await fetch(`${sandbox.url}/api/${method}`, {
        method: 'POST',
        headers: token ? { authorization: `Bearer ${token}` } : {},
        body: JSON.stringify(body),
      })
    ).json() as Promise<Answer>;
  const connect = async () => {
    const { url } = await call('apps.connections.open', {}, 'xapp-sandbox');
    const socket = new WebSocket(String(url));
    await new Promise((done) => socket.once('message', done));
    return socket;
  };

  it.each([
    ['no token', 'auth.test', {}, '', 'not_authed'],
    ['a wrong token', 'auth.test', {}, 'xoxb-other', 'invalid_auth'],
    [
      'a bot’s token for a socket',
      'apps.connections.open',
      {},
      'xoxb-sandbox',
      'not_allowed_token_type',
    ],
    ['a method there is not', 'chat.shout', {}, 'xoxb-sandbox', 'unknown_method'],
    [
      'a channel there is not',
      'chat.postMessage',
      { channel: 'C404', text: 'x' },
      'xoxb-sandbox',
      'channel_not_found',
    ],
    [
      'a channel without the bot',
      'chat.postMessage',
      { channel: 'C0GENERAL', text: 'x' },
      'xoxb-sandbox',
      'not_in_channel',
    ],
    [
      'a message without anything',
      'chat.postMessage',
      { channel: 'C0ENGAGE' },
      'xoxb-sandbox',
      'no_text',
    ],
    [
      'a change of a message there is not',
      'chat.update',
      { channel: 'C0ENGAGE', ts: '1.1', text: 'x' },
      'xoxb-sandbox',
      'message_not_found',
    ],
    [
      'a person there is not',
      'conversations.open',
      { users: 'U404' },
      'xoxb-sandbox',
      'user_not_found',
    ],
    [
      'the history of a channel, for which there is no scope',
      'conversations.history',
      { channel: 'C0ENGAGE' },
      'xoxb-sandbox',
      'missing_scope',
    ],
    [
      'a modal without a trigger',
      'views.open',
      {
        trigger_id: 'x',
        view: { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] },
      },
      'xoxb-sandbox',
      'invalid_trigger_id',
    ],
  ])('%s is refused with Slack’s own code', async (_, method, body, token, error) =>
    expect(await call(method, body, token)).toMatchObject({ ok: false, error }),
  );

  it('a scope that the manifest does not ask for is missing', async () => {
    (sandbox.desk.manifest.scopes as Set<string>).delete('chat:write');
    expect(await call('chat.postMessage', { channel: 'C0ENGAGE', text: 'x' })).toEqual({
      ok: false,
      error: 'missing_scope',
    });
  });

  it('a trigger opens one modal, within three seconds', async () => {
    const view = { type: 'modal', title: { type: 'plain_text', text: 'Hello' }, blocks: [] };
    const interaction = (at: number) => ({
      user: 'U0OSEI',
      at,
      channel: null,
      ts: null,
      noticed: () => {},
    });
    sandbox.desk.triggers
      .set('fresh', interaction(Date.now()))
      .set('old', interaction(Date.now() - 3100));
    expect(await call('views.open', { trigger_id: 'fresh', view })).toMatchObject({ ok: true });
    expect(await call('views.open', { trigger_id: 'fresh', view })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    expect(await call('views.open', { trigger_id: 'old', view })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  it('a response_url is good for five answers', async () => {
    sandbox.desk.responseUrls.set('token', {
      user: 'U0OSEI',
      at: Date.now(),
      channel: 'C0ENGAGE',
      ts: null,
      noticed: () => {},
      uses: 0,
    });
    const answers = [];
    for (let use = 0; use < 6; use += 1)
      answers.push((await post(`${sandbox.url}/response/token`, { text: 'x' })).ok);
    expect(answers).toEqual([true, true, true, true, true, false]);
  });

  it(
    'each envelope goes to one of the sockets, and a command that is not acknowledged has ' +
      'failed',
    async () => {
      const [first, second] = [await connect(), await connect()];
      const received: unknown[] = [];
      for (const socket of [first, second]) socket.on('message', (data) => received.push(data));
      expect(
        await post(`${sandbox.url}/control/command`, { user: 'U0OSEI', text: 'help' }),
      ).toMatchObject({
        ok: false,
        error: 'operation_timeout',
      });
      expect(received).toHaveLength(1);
      for (const socket of [first, second]) socket.terminate();
    },
  );

  it('a ticket is good for one socket', async () => {
    const { url } = await call('apps.connections.open', {}, 'xapp-sandbox');
    const closes = () =>
      new Promise((done) =>
        new WebSocket(String(url))
          .once('close', () => done('closed'))
          .once('message', () => done('hello')),
      );
    expect([await closes(), await closes()]).toEqual(['hello', 'closed']);
  });

  it('over HTTP, what it sends is signed as Slack signs it', async () => {
    const received = new Promise<{ request: IncomingMessage; body: string }>((done) => {
      const server = createServer(async (request, response) => {
        done({ request, body: await readText(request) });
        response.end();
        server.close();
      }).listen(botPort, '127.0.0.1');
    });
    const typed = post(`${sandbox.url}/control/command`, { user: 'U0OSEI', text: 'help' });
    const { request, body } = await received;
    const headers = {
      'x-slack-signature': String(request.headers['x-slack-signature']),
      'x-slack-request-timestamp': Number(request.headers['x-slack-request-timestamp']),
    };
    expect(() =>
      verifySlackRequest({ signingSecret: sandbox.variables.SLACK_SIGNING_SECRET, body, headers }),
    ).not.toThrow();
    expect(() => verifySlackRequest({ signingSecret: 'another', body, headers })).toThrow();
    expect(await typed).toEqual({ ok: true });
  });

  it('only what the manifest subscribes to is sent as an event', async () => {
    const socket = await connect();
    const received: unknown[] = [];
    socket.on('message', (data) => received.push(data));
    (sandbox.desk.manifest.events as Set<string>).delete('app_home_opened');
    await post(`${sandbox.url}/control/home`, { user: 'U0OSEI' });
    expect(received).toEqual([]);
    socket.terminate();
  });

  it('bad input on the control interface is answered with what was wrong', async () =>
    expect(
      post(`${sandbox.url}/control/fault`, { method: 'interaction', kind: '429', times: 1 }),
    ).rejects.toThrow('an interaction can suffer: duplicate, disconnect, timeout'));
});

describe('rate limits', () => {
  it('a method has so many calls a minute, and then says how long to wait', () => {
    let now = 0;
    const limits = createLimits(() => now);
    const waits = Array.from({ length: 51 }, () => limits.refuse('chat.update', 50, ''));
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(50);
    expect(waits[50]).toBe(60);
    now = 60_000;
    expect(limits.refuse('chat.update', 50, '')).toBeUndefined();
  });

  it('a channel takes a short burst, then one message a second', () => {
    let now = 0;
    const limits = createLimits(() => now);
    const post = (channel: string) => limits.refuse('chat.postMessage', 300, channel);
    expect(
      Array.from({ length: 6 }, () => post('C1')).filter((wait) => wait === undefined),
    ).toHaveLength(5);
    expect(post('C2')).toBeUndefined();
    now = 5000;
    expect(post('C1')).toBeUndefined();
  });
});

describe('Block Kit’s limits', () => {
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  const button = (action_id: string, label = 'x') => ({
    type: 'button',
    action_id,
    text: { type: 'plain_text', text: label },
  });
  const actions = (...elements: object[]) => ({ type: 'actions', elements });
  const chart = {
    type: 'data_visualization',
    title: 'x',
    chart: {
      type: 'bar',
      series: [{ name: 'a', data: [{ label: 'x', value: 1 }] }],
      axis_config: { categories: ['x'] },
    },
  };
  const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
  const many = (number: number, block: object) => Array.from({ length: number }, () => block);

  it.each([
    ['51 blocks', 'message', many(51, section('x')), 'invalid_blocks'],
    ['a section of 3,001 characters', 'message', [section('x'.repeat(3001))], 'invalid_blocks'],
    ['an empty section', 'message', [section('')], 'invalid_blocks'],
    [
      'a button of 76 characters',
      'message',
      [actions(button('a', 'x'.repeat(76)))],
      'invalid_blocks',
    ],
    [
      'two buttons with one action_id in a row',
      'message',
      [actions(button('a'), button('a'))],
      'invalid_blocks',
    ],
    ['three charts', 'message', many(3, chart), 'invalid_blocks'],
    ['two tables', 'message', many(2, table), 'invalid_blocks'],
    ['a chart in a modal', 'modal', [chart], 'invalid_blocks'],
    [
      'an input in a message',
      'message',
      [
        {
          type: 'input',
          label: { type: 'plain_text', text: 'x' },
          element: { type: 'plain_text_input', action_id: 'a' },
        },
      ],
      'invalid_blocks',
    ],
    [
      'more than 13,000 characters',
      'message',
      many(5, section('x'.repeat(2900))),
      'msg_blocks_too_long',
    ],
    ['a block there is not', 'message', [{ type: 'marquee' }], 'invalid_blocks'],
  ] as const)('%s is refused', (_, surface, blocks, error) =>
    expect(refuseBlocks(blocks, surface)?.error).toBe(error),
  );

  it('what keeps to them is taken', () =>
    expect(
      refuseBlocks(
        [section('x'), actions(button('a'), button('b')), chart, chart, table],
        'message',
      ),
    ).toBeUndefined());
});
