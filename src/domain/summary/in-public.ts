// What of a CCG's surveys may be spoken of in a channel: nothing that is about one practice or two.
import type { Register } from '../roles/register.ts';
import type { RoundFacts, SummaryFacts } from './facts.ts';

/** What is said of fewer practices is said of each of them. */
export const MIN_PRACTICES = 3;

/**
 * The facts without rounds that reached only a practice or two, and without what is planned for
 * one.
 */
export const inPublic = (facts: SummaryFacts): SummaryFacts => ({
  ...facts,
  rounds: facts.rounds.filter(
    (round) =>
      isForMany(round) && (round.turnout.length === 0 || reachedMany(round, facts.register)),
  ),
  planned: facts.planned.filter(isForMany),
});

const isForMany = ({ audience }: Pick<RoundFacts, 'audience'>) =>
  audience.practiceCode === undefined;

const reachedMany = ({ turnout }: RoundFacts, { members, practices }: Register): boolean => {
  const reached = new Set(turnout.map(({ personId }) => personId));
  const codes = members
    .filter(({ id }) => reached.has(id))
    .flatMap(({ memberships }) => memberships[0]?.practiceCode ?? []);
  return new Set(codes).size >= Math.min(MIN_PRACTICES, practices.length);
};
