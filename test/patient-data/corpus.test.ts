import { describe, expect, it } from 'vitest';
import { commentsToRefuse, commentsToTake } from './corpus.ts';
import { check, measure, shareOf } from './measure.ts';
import { toRefuse, toTake } from './second-corpus.ts';

const SIZE = 2000;

describe('the check for patient data, on generated comments', () => {
  /**
   * The checker was written with seed 1 in sight; the others are there to see that it learnt no
   * comment by heart.
   */
  it.each([1, 20261125, 911])(
    'catches at least 98 % of 2,000 and stops at most 1 % of 2,000 harmless ones (seed %i)',
    (seed) => {
      const missed = measure(commentsToRefuse(seed, SIZE), 'missed');
      const stopped = measure(commentsToTake(seed, SIZE), 'stopped');
      expect(shareOf(missed), JSON.stringify(missed, null, 2)).toBeLessThanOrEqual(0.02);
      expect(shareOf(stopped), JSON.stringify(stopped, null, 2)).toBeLessThanOrEqual(0.01);
    },
  );

  it('catches at least 95 % of each kind', () => {
    for (const { kind, of, wrong } of measure(commentsToRefuse(1, SIZE), 'missed'))
      expect(wrong.length / of, `${kind}: ${wrong.join('\n')}`).toBeLessThanOrEqual(0.05);
  });
});

describe('the check for patient data, on comments written by hand', () => {
  it.each(['development', 'later', 'held-out'] as const)(
    'catches at least 85 %% of those with patient data and stops few harmless ones (%s)',
    (part) => {
      expect(1 - shareOf(measure(toRefuse(part), 'missed'))).toBeGreaterThanOrEqual(0.85);
      expect(shareOf(measure(toTake(part), 'stopped'))).toBeLessThanOrEqual(
        part === 'later' ? 0.03 : 0.02,
      );
    },
  );
});

describe('the generated comments', () => {
  it('are all different, as many of each kind, and the same for the same seed', () => {
    for (const make of [commentsToRefuse, commentsToTake]) {
      const comments = make(7, SIZE);
      expect(new Set(comments.map(({ text }) => text)).size).toBe(SIZE);
      const sizes = Object.values(Object.groupBy(comments, ({ kind }) => kind)).map(
        (of) => of?.length ?? 0,
      );
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(make(7, SIZE)).toEqual(comments);
      expect(make(8, SIZE)).not.toEqual(comments);
    }
  });

  it('would show a check that finds nothing, or stops everything', () => {
    const harmless = { kind: 'nhs_number', text: 'Nothing to add.' };
    const telling = { kind: 'words', text: 'Mrs Smith' };
    expect(check(harmless.text)).toEqual([]);
    expect(shareOf(measure([harmless], 'missed'))).toBe(1);
    expect(shareOf(measure([telling], 'stopped'))).toBe(1);
  });
});
