import { describe, expect, it } from 'vitest';
import {
  engagementOf,
  maySuitTouch,
  nextStepFor,
  nextSteps,
  nextStepWords,
  type StepFacts,
  stepOf,
} from '../../../src/domain/indicators/next-step.ts';
import type { Reading, Signal } from '../../../src/domain/indicators/signals.ts';
import type { Signs } from '../../../src/domain/people/contacts.ts';
import { monday, practice, riverside } from '../../world.ts';

const long = new Date('2026-01-05T09:00:00Z');
const quiet: Signs = { knownSince: long, replyAt: null, roleAt: null, contact: null };
const active: Signs = { ...quiet, replyAt: monday };
const light = practice('Y99003', 'Light Surgery', null, { lightSince: long });
const reading = (signal: Signal): Reading => ({
  ...{ indicator: { id: 'a', name: 'A', kind: 'rate', side: 'higher' }, period: '2025/26', signal },
  ...{ figure: undefined, comparison: undefined },
});
const inside = reading({ kind: 'inside', steady: true });
const worth = reading({ kind: 'worth a conversation' });
const unknown = reading({ kind: 'not known', why: 'there are no figures' });
const facts = (signs: Signs | undefined, ...readings: Reading[]): StepFacts => ({
  ...{ practices: [riverside, light], now: monday },
  signs: new Map(
    signs
      ? [
          [riverside.code, signs],
          [light.code, signs],
        ]
      : [],
  ),
  readings: new Map([
    [riverside.code, readings],
    [light.code, readings],
  ]),
});

describe('the next step for a practice', () => {
  it.each([
    ['active', 'inside', 'thank'],
    ['active', 'worth a conversation', 'help'],
    ['active', 'not known', 'ask'],
    ['quiet in chat', 'inside', 'leave'],
    ['quiet in chat', 'worth a conversation', 'help'],
    ['quiet in chat', 'not known', 'ask'],
    ['lighter touch', 'inside', 'leave'],
    ['lighter touch', 'worth a conversation', 'help'],
    ['lighter touch', 'not known', 'leave'],
  ] as const)('that is %s and whose figures are %s: %s', (engagement, limits, step) =>
    expect(stepOf(engagement, limits)).toBe(step),
  );

  it('is one of four, each in kind words', () =>
    expect(Object.values(nextStepWords)).toEqual([
      'offer help, in a conversation',
      'ask for the missing figures',
      'thank it, and learn from what works there',
      'leave it in peace, and keep the door open',
    ]));

  it(
    'one indicator worth a conversation is enough, and one that is not known is not made up ' +
      'for',
    () => {
      expect(nextStepFor(riverside, facts(active, inside, unknown, worth))).toBe('help');
      expect(nextStepFor(riverside, facts(active, inside, unknown))).toBe('ask');
      expect(nextStepFor(riverside, facts(active, inside, inside))).toBe('thank');
    },
  );

  it('asks nobody for figures that are there, where practices are too few to be compared', () => {
    const figure = {
      practiceCode: 'Y99001',
      indicatorId: 'a',
      period: '2025/26',
      numerator: 5,
      denominator: 900,
      expected: null,
    };
    const alone = {
      ...reading({ kind: 'not known', why: 'only 6 practices have full figures' }),
      figure,
    };
    expect(nextStepFor(riverside, facts(active, alone))).toBe('thank');
    expect(nextStepFor(riverside, facts(quiet, alone))).toBe('leave');
    expect(nextStepFor(riverside, facts(active, alone, unknown))).toBe('ask');
  });

  it('without any figures it is to ask for them: missing is neither well nor ill', () => {
    expect(nextStepFor(riverside, facts(active))).toBe('ask');
    expect(nextStepFor(riverside, { ...facts(active), readings: new Map() })).toBe('ask');
  });

  it(
    'a lighter touch by choice counts before everything else, and who is not heard of counts ' +
      'as quiet',
    () => {
      expect(engagementOf(light, facts(active))).toBe('lighter touch');
      expect(engagementOf(riverside, facts(active))).toBe('active');
      expect(engagementOf(riverside, facts(quiet))).toBe('quiet in chat');
      expect(engagementOf(riverside, facts(undefined))).toBe('quiet in chat');
    },
  );
});

describe('the practices to whom each step applies', () => {
  const [zeal, abbot, mill] = [
    practice('Y3', 'Zeal'),
    practice('Y1', 'Abbot'),
    practice('Y2', 'Mill'),
  ];
  const all = {
    ...{
      practices: [zeal, abbot, mill, light],
      signs: new Map([[abbot.code, active]]),
      now: monday,
    },
    readings: new Map([
      [zeal.code, [worth]],
      [abbot.code, [inside]],
      [mill.code, [worth, unknown]],
    ]),
  };

  it(
    'are listed by step, in alphabetical order, without steps that nobody needs; help comes ' +
      'first',
    () =>
      expect(nextSteps(all)).toEqual([
        { step: 'help', practices: [mill, zeal] },
        { step: 'thank', practices: [abbot] },
        { step: 'leave', practices: [light] },
      ]),
  );

  it('are none where there are none', () =>
    expect(nextSteps({ ...all, practices: [] })).toEqual([]));
});

describe('a lighter touch may suit', () => {
  const once = reading({ kind: 'inside', steady: false });

  it.each<[string, StepFacts, boolean]>([
    [
      'a practice that is quiet in chat, with every figure inside',
      facts(quiet, inside, inside),
      true,
    ],
    ['one that is active: not', facts(active, inside), false],
    ['one of which nobody is known: not', facts(undefined, inside), false],
    ['one with a figure that is missing, or too old: not', facts(quiet, inside, unknown), false],
    ['one with a figure worth a conversation: not', facts(quiet, inside, worth), false],
    ['one that is outside for the first time: not', facts(quiet, inside, once), false],
    ['one without figures: not', facts(quiet), false],
  ])('%s', (_, given, suits) => expect(maySuitTouch(riverside, given)).toBe(suits));

  it('one that has it already: not', () =>
    expect(maySuitTouch(light, facts(quiet, inside))).toBe(false));
});
