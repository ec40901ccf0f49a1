// What may be said in public of a round that has closed: its whole CCG, never a comparison of
// groups.
import { makeTables, type ResultTable, type Tally } from '../surveys/anonymity.ts';
import type { RoundFacts } from './facts.ts';

/**
 * The tables for everyone. A named round's are held to the same rules: its people gave their names
 * to leads, not to the channel.
 */
export const publicTables = ({ anonymous, results, threshold }: RoundFacts): ResultTable[] => {
  const whole = (results ?? []).filter(({ cut }) => cut === 'all');
  return anonymous ? whole : makeTables(whole.flatMap(toTallies), threshold);
};

/** Whether anything is shown of it. */
export const saysSomething = (tables: readonly ResultTable[]): boolean =>
  tables.some(({ groups }) =>
    groups.some(({ shown }) => shown.kind === 'counts' || shown.kind === 'nearly_all'),
  );

const toTallies = ({ question, cut, groups }: ResultTable): Tally[] =>
  groups.flatMap(({ group, shown }) =>
    shown.kind === 'counts' ? [{ question, cut, group, counts: shown.counts }] : [],
  );
