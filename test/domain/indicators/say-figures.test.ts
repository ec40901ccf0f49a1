import { describe, expect, it } from 'vitest';
import { maySeeFigures } from '../../../src/domain/indicators/access.ts';
import type { Indicator } from '../../../src/domain/indicators/catalogue.ts';
import { describeKeeper, describeReading } from '../../../src/domain/indicators/figure-text.ts';
import type { Reading } from '../../../src/domain/indicators/signals.ts';
import {
  abbey,
  haddad,
  holding,
  morgan,
  nair,
  osei,
  practiceLead,
  register,
  riverside,
  settings,
} from '../../world.ts';

const admissions: Indicator = {
  id: 'a',
  name: 'Emergency admissions',
  kind: 'rate',
  side: 'higher',
};
const prescribing: Indicator = { id: 'p', name: 'Prescribing', kind: 'proportion', side: 'both' };
const ratio: Indicator = { id: 'r', name: 'A ratio', kind: 'ratio', side: 'both' };
const reading = (indicator: Indicator, changes: Partial<Reading>): Reading => ({
  ...{
    indicator,
    period: '2025/26',
    comparison: undefined,
    signal: { kind: 'inside', steady: true },
  },
  figure: {
    practiceCode: 'Y',
    indicatorId: indicator.id,
    period: '2025/26',
    numerator: 20,
    denominator: 200,
    expected: 15.5,
  },
  ...changes,
});
const limits = { lower: 0.03445, upper: 0.16555 };

describe('figures in words', () => {
  it('a proportion with how sure it is, all together, and its limits', () =>
    expect(
      describeReading(
        reading(prescribing, {
          comparison: {
            measure: 'proportion',
            value: 0.1,
            target: 0.1,
            limits,
            around: 'target',
            place: 'inside',
          },
        }),
      ),
    ).toBe(
      '10.0%, or 6.6% to 14.9% with chance allowed for (20 among 200).\nAll practices ' +
        'together: 10.0%.\nLimits for a practice of its size: 3.4% to 16.6%.\nInside its ' +
        'limits.',
    ));

  it('a rate of which only the higher side counts, with its upper limit alone', () =>
    expect(
      describeReading(
        reading(admissions, {
          comparison: {
            measure: 'rate',
            value: 0.1,
            target: 0.05,
            limits,
            around: 'target',
            place: 'above',
          },
          signal: { kind: 'worth a conversation' },
        }),
      ),
    ).toBe(
      '100.0 per 1,000 (20 among 200).\nAll practices together: 50.0 per 1,000.\nLimits for ' +
        'a practice of its size: up to 165.6 per 1,000.\nOutside its limits in two periods ' +
        'running: worth a conversation.',
    ));

  it('a ratio beside what was expected', () =>
    expect(
      describeReading(
        reading(ratio, {
          comparison: {
            measure: 'ratio',
            value: 1.29,
            target: 1,
            limits: { lower: 0.7, upper: 2.1 },
            around: 'value',
            place: 'inside',
          },
          signal: { kind: 'inside', steady: false },
        }),
      ),
    ).toBe(
      '1.29 times what was expected (20 where 15.5 were expected).\nLimits around its own ' +
        'value: 0.70 to 2.10 times what was expected.\nOutside its limits in this period only, ' +
        'and one period alone says little.',
    ));

  it('without limits it says why, with what was counted where anything was', () => {
    const signal = {
      kind: 'not known',
      why: 'for 2025/26 only 6 practices have full figures, and limits need 10',
    } as const;
    expect(describeReading(reading(admissions, { signal }))).toBe(
      'Counted: 20 among 200.\nNot known: for 2025/26 only 6 practices have full figures, ' +
        'and limits need 10.',
    );
    expect(describeReading(reading(admissions, { signal, figure: undefined }))).toMatch(
      /^Not known: /,
    );
  });

  it(
    'contracts and performance management stay with the contract holder, by the word the CCG ' +
      'has for it',
    () =>
      expect(describeKeeper({ ...settings, contract_holder: 'the ICB' })).toContain(
        'Contracts and performance management stay with the ICB.',
      ),
  );
});

describe('who sees the figures of a practice', () => {
  const at = { practiceCode: riverside.code };
  const held = register({
    holdings: [
      holding(practiceLead, osei, 1, at),
      holding(practiceLead, morgan, 2, { ...at, confirmed: false }),
      holding(practiceLead, haddad, 1, { practiceCode: abbey.code }),
    ],
  });

  it.each([
    ['its own confirmed lead', osei, true],
    ['its own lead, to be confirmed', morgan, false],
    ['the lead of another practice', haddad, false],
    ['an engagement lead', nair, true],
  ])('%s: %s', (_, who, may) => expect(maySeeFigures(who, riverside, held)).toBe(may));
});
