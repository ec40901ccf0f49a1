// Slack away for ten minutes, an hour and the whole sending window, in each way it can be: all
// whose time still fits goes out afterwards by itself, and nobody has anything twice.
import { afterEach, describe, expect, it } from 'vitest';
import { post } from '../../src/sandbox/visitor.ts';
import { messagesIn } from '../../src/sandbox/workspace.ts';
import { type Gate, openGate } from '../support/bot/gate.ts';
import { passMinute } from '../support/bot/pass-minute.ts';
import { openWorld, type TestWorld } from '../support/bot/world.ts';

const MINUTE_MS = 60_000;
const ASKED = 38;
const WINDOW_OPENS = Date.parse('2026-09-07T11:45:00Z');
const NEXT_DAY = Date.parse('2026-09-08T11:45:00Z');
const FAULTS = ['500', 'timeout', '429', 'drop_before_commit', 'drop_after_commit'];
const METHODS = ['chat.postMessage', 'conversations.open', 'conversations.history'];
const AT_THE_GATE = ['refused', 'cut'] as const;

describe('an outage of Slack', () => {
  let world: TestWorld;
  let gate: Gate;
  afterEach(async () => {
    await world?.close();
    await gate?.close();
  });

  const begin = async (kind: string) => {
    const isGate = AT_THE_GATE.find((each) => each === kind);
    if (isGate) return gate.fail(isGate);
    for (const method of METHODS)
      await post(`${world.sandbox.url}/control/fault`, {
        method,
        kind,
        times: kind === '429' ? 20 : 1000,
      });
  };
  const end = async (kind: string) => {
    gate.mend();
    if (!FAULTS.includes(kind)) return;
    for (const method of METHODS)
      await post(`${world.sandbox.url}/control/fault`, { method, kind, times: 0 });
  };
  const copies = () =>
    world.sandbox.desk.workspace.users
      .map(({ id }) => messagesIn(world.sandbox.desk.workspace, `D${id.slice(1)}`))
      .map((messages) => messages.filter(({ metadata }) => metadata).length)
      .filter((number) => number > 0);
  const isThere = () => copies().length === ASKED;
  const move = async (from: number, minutes: number, until = () => false) => {
    for (let minute = 0; minute < minutes && !until(); minute += 1) {
      await passMinute(world.databaseUrl);
      await world.moveTo(new Date(from + minute * MINUTE_MS).toISOString());
    }
  };

  const cases = [10, 60, 75].flatMap((minutes) =>
    [...FAULTS, ...AT_THE_GATE].map((kind) => [minutes, kind] as const),
  );
  it.each(cases)(
    'of %i minutes (%s): everybody has theirs once afterwards',
    async (minutes, kind) => {
      gate = await openGate();
      world = await openWorld({
        through: gate.urlTo,
      });
      const ashworth = world.as('Ashworth');
      await ashworth.type('remind');
      await ashworth.submit({ text: 'Please bring your calendars.', audience: 'everyone' });
      await ashworth.submit();
      await begin(kind);
      // a time-out takes ten seconds each, so that fewer minutes are walked through
      await move(WINDOW_OPENS, kind === 'timeout' ? 2 : minutes);
      await end(kind);
      await move(WINDOW_OPENS + minutes * MINUTE_MS, 75 - minutes, isThere);
      await move(NEXT_DAY, 60, isThere);
      await move(NEXT_DAY + 60 * MINUTE_MS, 2);
      expect(copies()).toEqual(Array(ASKED).fill(1));
    },
  );
});
