import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { events, type Life, limits, live, type Sent } from '../../support/quiet-life.ts';
import { isAllowed, weekAndMonth } from '../../support/slow-calendar.ts';
import { settings } from '../../world.ts';

const counted = ({ sent }: Life) => sent.filter(({ kind }) => kind !== 'request');
const most = (groups: Iterable<readonly Sent[]>, measure: (group: readonly Sent[]) => number) =>
  Math.max(0, ...[...groups].map(measure));

describe('whatever is asked, and whatever people say of their time, with the bot up or down', () => {
  const always = (holds: (life: Life, limit: Partial<typeof settings>) => void) =>
    fc.assert(fc.property(events, limits, (given, limit) => holds(live(given, limit), limit)));

  it('nobody is written to outside their calendar, by the slow one', () =>
    always(({ sent }, limit) => {
      for (const { kind, at, person } of sent)
        expect([
          at,
          isAllowed(
            person,
            { ...settings, ...limit },
            kind === 'request' ? 'request' : 'prompt',
            at,
          ),
        ]).toEqual([at, true]);
    }));

  it('no week has more prompts than its limit, and no month more seconds of them', () =>
    always((life, { weekly_prompts = 1, monthly_seconds = 180 }) => {
      const weeks = Map.groupBy(counted(life), ({ at }) => weekAndMonth(at)[0]).values();
      const months = Map.groupBy(counted(life), ({ at }) => weekAndMonth(at)[1]).values();
      expect(most(weeks, (group) => group.length)).toBeLessThanOrEqual(weekly_prompts);
      expect(
        most(months, (group) => group.reduce((sum, { seconds }) => sum + seconds, 0)),
      ).toBeLessThanOrEqual(monthly_seconds);
    }));

  it(
    'nothing is sent after its end, and what gives way goes no later than its own, and moves ' +
      'nothing else',
    () =>
      always(({ sent, swaps }) => {
        for (const { at, before } of sent) expect(at < before).toBe(true);
        for (const { moved, before } of swaps) {
          expect(moved.dueAt < before).toBe(true);
          expect(moved).toMatchObject({ reason: 'gave_way' });
          expect(moved).not.toHaveProperty('displaces');
        }
      }),
  );

  it('does happen: things are sent, and things give way', () => {
    const lives = fc
      .sample(fc.tuple(events, limits), 60)
      .map(([given, limit]) => live(given, limit));
    expect(lives.flatMap(({ sent }) => sent).length).toBeGreaterThan(20);
    expect(lives.flatMap(({ swaps }) => swaps).length).toBeGreaterThan(0);
  });
});
