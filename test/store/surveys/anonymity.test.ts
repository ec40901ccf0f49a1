import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  exchange,
  live,
  openAnonymousRound,
  type Visit,
  visits,
} from '../../proofs/anonymity/database.ts';
import { linkAnswers, linkComments } from '../../proofs/anonymity/links.ts';
import { type Contents, differences } from '../../support/database/contents.ts';

/** Many more in `npm run proofs`. */
const numRuns = fc.readConfigureGlobal()?.numRuns ? 20 : 1;

describe('somebody who holds the whole database, with what PostgreSQL keeps beside it', () => {
  let round: Awaited<ReturnType<typeof openAnonymousRound>>;
  beforeAll(async () => {
    round = await openAnonymousRound();
  });

  const personOf = ({ prompt }: Visit) => round.prompts[prompt]?.personId ?? '';
  const optionOf = (done: readonly Visit[], personId: string, question: number) =>
    done.find((visit) => personOf(visit) === personId)?.options[question];
  /** Of all ways to guess the one that, as it happens, is right most often. */
  const mostComments = (contents: Contents, done: readonly Visit[]) => {
    const ways = linkComments(contents, new Set(done.map(personOf)));
    return Math.max(
      ...ways.map(
        (way) => done.filter((visit) => way.get(visit.comment) === personOf(visit)).length,
      ),
    );
  };

  it(
    'can link answers and comments while a round is open, as the privacy page says, and after ' +
      'closing only as chance has it',
    () =>
      fc.assert(
        fc.asyncProperty(visits(28, 32), async (done) => {
          const { open, closed, onPages } = await live(round, done);
          const found = linkAnswers(open);
          expect(found.length).toBeGreaterThan(0);
          for (const { personId, question, option } of found)
            expect(optionOf(done, personId, question)).toBe(option);
          expect(mostComments(open, done)).toBe(done.length);
          expect(linkAnswers(closed)).toEqual([]);
          expect(mostComments(closed, done)).toBeLessThan(done.length / 2);
          expect(onPages, 'rows that were deleted and can still be read').toEqual([
            0,
            0,
            done.length,
          ]);
        }),
        { numRuns, endOnFailure: true },
      ),
  );

  it(
    'finds the very same after closing where people had given each other’s answers and ' +
      'comments',
    () =>
      fc.assert(
        fc.asyncProperty(visits(12, 20), async (done) => {
          const exchanged = exchange(done, round.prompts);
          const [one, other] = [await live(round, done, true), await live(round, exchanged, true)];
          expect(differences(one.closed, other.closed, one.before)).toEqual([]);
          const isSame = JSON.stringify(done) === JSON.stringify(exchanged);
          if (!isSame) expect(differences(one.open, other.open, one.before)).not.toEqual([]);
        }),
        { numRuns, endOnFailure: true },
      ),
  );

  it(
    'finds no comment where fewer people answered than may be shown, for that these people ' +
      'answered is still known',
    async () => {
      const few = fc.sample(visits(9, 9), 1).flat();
      const { closed, onPages } = await live(round, few);
      expect(closed.rows.filter(({ table }) => table === 'Comment')).toEqual([]);
      expect(onPages).toEqual([0, 0, 0]);
    },
  );
});
