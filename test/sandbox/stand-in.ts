// A sandbox without the bot: what stands in for it acknowledges everything, and keeps what it was
// sent.
import { WebSocket } from 'ws';
import { channels, readUsers } from '../../src/sandbox/people.ts';
import { openSandbox } from '../../src/sandbox/sandbox.ts';
import { post, visitor } from '../../src/sandbox/visitor.ts';

export const plain = (text: string) => ({ type: 'plain_text', text });
export const option = (value: string) => ({ text: plain(value), value });

type Answer = { ok: boolean; error?: string; [field: string]: unknown };

export type StandIn = Awaited<ReturnType<typeof openWithStandIn>>;

export const openWithStandIn = async (journalPath?: string) => {
  const users = readUsers();
  const sandbox = await openSandbox({
    port: 0,
    users,
    channels,
    manifestPath: 'manifest.yml',
    ...(journalPath ? { journalPath } : {}),
  });
  const call = async (
    method: string,
    body: object = {},
    token = 'xoxb-sandbox',
  ): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${sandbox.url}/api/${method}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return response.json() as Promise<Answer>;
  };
  const received: Record<string, unknown>[] = [];
  const { url } = await call('apps.connections.open', {}, 'xapp-sandbox');
  const socket = new WebSocket(String(url)).on('message', (data) => {
    const { envelope_id, payload } = JSON.parse(String(data));
    if (!envelope_id) return;
    received.push(payload);
    socket.send(JSON.stringify({ envelope_id }));
  });
  await new Promise((done) => socket.once('message', done));
  return {
    sandbox,
    call,
    /** The payloads it was sent, in order. */
    received,
    as: (name: string) => visitor(sandbox.url, users, name),
    control: (what: string, body: object) => post(`${sandbox.url}/control/${what}`, body),
    state: async () =>
      (await (await fetch(`${sandbox.url}/control/state`)).json()) as {
        users: { id: string; deactivated: boolean }[];
      },
    /** Opens a modal for somebody, as after a command of theirs. */
    openModal: (user: string, blocks: readonly object[]) => {
      sandbox.desk.triggers.set('fresh', {
        user,
        at: Date.now(),
        channel: null,
        ts: null,
        noticed: () => {},
      });
      const [title, submit] = ['New lead', 'Save'].map(plain);
      return call('views.open', {
        trigger_id: 'fresh',
        view: { type: 'modal', title, submit, blocks },
      });
    },
    close: async () => {
      socket.terminate();
      await sandbox.close();
    },
  };
};
