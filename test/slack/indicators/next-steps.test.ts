import { describe, expect, it } from 'vitest';
import type { Reading, Signal } from '../../../src/domain/indicators/signals.ts';
import { refuseBlocks } from '../../../src/sandbox/api/block-kit.ts';
import { buttonsIn, textOf } from '../../../src/sandbox/reading.ts';
import { stepBlocks } from '../../../src/slack/indicators/next-steps.ts';
import { describeProblems } from '../../../src/slack/sending/deliveries-report.ts';
import { monday, practice } from '../../world.ts';

const reading = (signal: Signal): Reading => ({
  ...{ indicator: { id: 'a', name: 'A', kind: 'rate', side: 'higher' }, period: '2025/26', signal },
  ...{ figure: undefined, comparison: undefined },
});
const signals: Signal[] = [
  { kind: 'inside', steady: true },
  { kind: 'worth a conversation' },
  { kind: 'not known', why: 'there are no figures' },
];
const signs = {
  knownSince: new Date('2026-01-05T09:00:00Z'),
  replyAt: monday,
  roleAt: null,
  contact: null,
};

describe('next steps on Home', () => {
  const all = Array.from({ length: 345 }, (_, index) =>
    practice(
      `Y${1000 + index}`,
      `Practice number ${1000 + index} ${'of a very long name '.repeat(4)}`,
    ),
  );
  const facts = {
    practices: all,
    signs: new Map(all.filter((_, at) => at % 2 === 0).map(({ code }) => [code, signs])),
    readings: new Map(
      all.map(({ code }, at) => [
        code,
        [reading(signals[at % 3] ?? { kind: 'not known', why: '' })],
      ]),
    ),
    now: monday,
  };
  const blocks = stepBlocks(facts);

  it(
    'of the largest CCG are ten blocks that Slack takes, a handful of practices each, and how ' +
      'many more',
    () => {
      expect([blocks.length, refuseBlocks(blocks, 'home')]).toEqual([10, undefined]);
      expect(textOf(blocks)).toContain(
        '*Offer help, in a conversation*: 4 of them here, and 111 more',
      );
      expect(buttonsIn(blocks).filter(({ label }) => /^All \d+$/.test(label))).toHaveLength(4);
    },
  );

  it('each practice shown is one tap away, and the rest two', () =>
    expect(buttonsIn(blocks).map(({ actionId }) => actionId.split('.')[0])).toEqual(
      Array(4)
        .fill([...Array(4).fill('show_practice'), 'show_practices'])
        .flat(),
    ));

  it('say nothing that ranks, and there are none without practices', () => {
    expect(textOf(blocks)).not.toMatch(/score|rank|outlier|red|amber|green/i);
    expect(stepBlocks({ ...facts, practices: [] })).toEqual([]);
  });
});

describe('messages that did not get out', () => {
  it('are counted with the reasons; what was no longer needed is nothing to tell', () =>
    expect(
      describeProblems([
        { state: 'held', reason: 'weekly_limit', number: 3 },
        { state: 'held', reason: 'quiet', number: 1 },
        { state: 'uncertain', reason: null, number: 2 },
        { state: 'failed', reason: 'no_account', number: 1 },
        { state: 'cancelled', reason: 'replied', number: 40 },
      ]),
    ).toBe(
      '4 held back (weekly limit, quiet time), 2 that may have arrived and 1 not delivered ' +
        '(no active Slack account).',
    ));

  it('are not spoken of where there are none', () => expect(describeProblems([])).toBe(''));
});
