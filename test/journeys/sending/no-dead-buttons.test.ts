import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsIn, textOf } from '../../../src/sandbox/reading.ts';
import { post } from '../../../src/sandbox/visitor.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';

describe('a message never keeps buttons that no longer hold', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld({ delivery: { leaseMs: 1000, lookEveryMs: 100, looks: 2 } });
  });
  afterAll(() => world?.close());
  const letters = (name: string) =>
    messagesIn(world.sandbox.desk.workspace, `D${world.as(name).id.slice(1)}`).filter(
      ({ metadata }) => metadata,
    );
  const buttonsOf = (name: string) => letters(name).map(({ blocks }) => buttonsIn(blocks).length);
  const ask = async (values: Record<string, string>) => {
    const nair = world.as('Nair');
    await nair.type('survey');
    await nair.submit({ audience: 'level:area_lead', names: 'named', ...values });
    await nair.submit();
  };
  const minute = async (seconds = 60) => {
    await world.moveTo(new Date(world.sandbox.desk.clock.now() + seconds * 1000).toISOString());
  };

  it(
    'where Slack delivers a message so late that it was sent again, the first tap wins and ' +
      'both copies close',
    async () => {
      await world.as('Osei').type('claim diabetes');
      await post(`${world.sandbox.url}/control/fault`, {
        method: 'chat.postMessage',
        kind: 'delayed_commit',
        times: 1,
        delayMs: 1500,
      });
      await ask({ chases: '1' });
      await world.moveTo('2026-09-07T11:46:00Z');
      for (let tries = 0; tries < 40 && letters('Osei').length < 2; tries += 1) {
        await minute(1);
        await pause(100);
      }
      expect(letters('Osei')).toHaveLength(2);
      const [first] = letters('Osei');
      const [choice] = buttonsIn(first?.blocks ?? []);
      await world.as('Osei').act('tap', {
        channel: `D${world.as('Osei').id.slice(1)}`,
        ts: first?.ts,
        actionId: choice?.actionId,
      });
      await minute();
      await expect
        .poll(() => letters('Osei').map(({ blocks }) => textOf(blocks)))
        .toEqual([expect.stringContaining('2 of 3'), expect.stringContaining('2 of 3')]);
      for (const label of ['Mostly', 'Yes']) await world.as('Osei').tap(label);
      await minute();
      await expect
        .poll(() => letters('Osei').map(({ blocks }) => textOf(blocks)))
        .toEqual([expect.stringContaining('Thank you'), expect.stringContaining('Thank you')]);
    },
  );

  it('an answer to the reminder closes the invitation too', async () => {
    await world.as('Adeyemi').type('claim diabetes');
    await ask({ closes: '2026-10-06', chases: '1', audience: 'role:area_lead:diabetes' });
    await world.moveTo('2026-09-14T12:00:00Z');
    await world.moveTo('2026-09-21T12:00:00Z');
    const before = buttonsOf('Adeyemi').filter((number) => number > 2);
    expect(before).toHaveLength(2);
    await world.as('Adeyemi').tap('Not now');
    await minute();
    await expect.poll(() => buttonsOf('Adeyemi')).toEqual([0, 0]);
  });

  it('when a round closes, its messages close, for those who answered and those who did not', async () => {
    await world.moveTo('2026-10-16T12:00:00Z');
    await minute();
    const answers = (name: string) =>
      letters(name).flatMap(({ blocks }) =>
        buttonsIn(blocks).filter(({ actionId }) => /^(answer|not_now)/.test(actionId)),
      );
    await expect.poll(() => [...answers('Osei'), ...answers('Adeyemi')]).toEqual([]);
    expect(textOf(letters('Osei')[0]?.blocks ?? [])).toContain(
      'has closed. Thank you for answering',
    );
  });
});
