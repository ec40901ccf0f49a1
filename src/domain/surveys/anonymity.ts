// Anonymous answers: in which groups they are counted, and which of the counts may be shown.
// Thresholds as in the GP Patient Survey and the NHS Staff Survey (no results of fewer than 10
// people), with complementary suppression. That this holds is tried by
// test/domain/anonymity-attack.test.ts.

/** How often each option was chosen in one group of one cut. */
export type Tally = {
  readonly question: number;
  readonly cut: string;
  readonly group: string;
  readonly counts: readonly number[];
};

/** What may be shown of a group: its counts, that nearly all chose one option, or nothing. */
export type Shown =
  | { readonly kind: 'counts'; readonly counts: readonly number[] }
  | { readonly kind: 'nearly_all'; readonly option: number }
  | { readonly kind: 'hidden' }
  /**
   * Nothing of its whole table: in one of the groups nearly all agree, and the rest would tell
   * which and what.
   */
  | { readonly kind: 'withheld' };

export type ResultTable = {
  readonly question: number;
  readonly cut: string;
  readonly groups: readonly { readonly group: string; readonly shown: Shown }[];
};

/** A group of a table that is being made. */
type TableLine = { readonly tally: Tally; readonly shown: Shown };

/**
 * One of the rules that make a table safe. It is given the table as the rules before it left it.
 */
export type Protection = (table: readonly TableLine[], threshold: number) => readonly TableLine[];

/** A group under the threshold of answers is hidden. */
export const hideSmallGroups: Protection = (table, threshold) =>
  table.map((line) => (total(line.tally.counts) < threshold ? hide(line) : line));

/**
 * What the whole minus the shown groups leaves must be a group that may be shown, so the next
 * smallest are hidden with the hidden.
 */
export const hideDifferences: Protection = (table, threshold) => {
  const hidden = new Set(table.filter(({ shown }) => shown.kind === 'hidden'));
  for (const next of bySize(table)) {
    if (hidden.size === 0 || total(sumOf([...hidden])) >= threshold) break;
    hidden.add(next);
  }
  return table.map((line) => (hidden.has(line) ? hide(line) : line));
};

/**
 * Where all but `others` agree, in a group or in what is left of the whole, the counts would be
 * everybody's answers. The whole then says which option, and a cut nothing: which group it is would
 * follow from the rest. “Nearly all” must not mean “all”, so `others` is not 0.
 */
export const withholdAgreement =
  (others: number): Protection =>
  (table) => {
    const shown = table.filter((line) => line.shown.kind === 'counts');
    if (shown.length === 0) return table;
    const left = sumOf(table.filter((line) => line.shown.kind !== 'counts'));
    const agrees = [...shown.map(({ tally }) => tally.counts), left].some((counts) =>
      nearlyAgree(counts, others),
    );
    return agrees
      ? table.map((line) => ({
          ...line,
          shown: table.length === 1 ? nearlyAll(line) : { kind: 'withheld' },
        }))
      : table;
  };

/**
 * All but one: then anyone may be the one, and someone who knows the rule learns no more.
 */
const ALL_BUT = 1;

export const protections: readonly Protection[] = [
  hideSmallGroups,
  hideDifferences,
  withholdAgreement(ALL_BUT),
];

/**
 * The tables of an anonymous round, made once, at closing. What they promise: everyone stands in a
 * crowd of at least `threshold` people who answered the question, and whose answers could be
 * exchanged without a change in any table. So nobody learns the answers of a smaller group: not
 * from all the tables, not knowing who belongs where and who answered what, and not knowing these
 * rules. Where fewer than that answered, nothing is shown.
 *
 * Not promised, because no statistics can: that an option nobody chose stays unknown; that whoever
 * knows some of the answers cannot subtract them (where nearly all agree, the one who did not knows
 * that the others did); that people who are asked again answer otherwise.
 */
export const makeTables = (
  tallies: readonly Tally[],
  threshold: number,
  protect = protections,
): ResultTable[] =>
  [...Map.groupBy(tallies, ({ question, cut }) => `${question} ${cut}`).values()].map((groups) => {
    const plain: readonly TableLine[] = groups.map((tally) => ({
      tally,
      shown: { kind: 'counts', counts: tally.counts },
    }));
    const table = protect.reduce((lines, protection) => protection(lines, threshold), plain);
    return {
      question: groups[0]?.question ?? 0,
      cut: groups[0]?.cut ?? 'all',
      groups: table.map(({ tally, shown }) => ({ group: tally.group, shown })),
    };
  });

/** The tables of a named round: what everyone answered, as it is. */
export const plainTables = (tallies: readonly Tally[]): ResultTable[] => makeTables(tallies, 0, []);

const hide = (line: TableLine): TableLine => ({ ...line, shown: { kind: 'hidden' } });

const nearlyAll = ({ tally: { counts } }: TableLine): Shown => ({
  kind: 'nearly_all',
  option: counts.indexOf(Math.max(...counts)),
});

const nearlyAgree = (counts: readonly number[], others: number) =>
  total(counts) > 0 && total(counts) - Math.max(...counts) <= others;

/** By what everyone may know, never by answers: how many answered, then the name. */
const bySize = (table: readonly TableLine[]): TableLine[] =>
  [...table].sort(
    (a, b) =>
      total(a.tally.counts) - total(b.tally.counts) || (a.tally.group < b.tally.group ? -1 : 1),
  );

const sumOf = (lines: readonly TableLine[]): number[] =>
  lines[0]?.tally.counts.map((_, option) =>
    total(lines.map(({ tally }) => tally.counts[option] ?? 0)),
  ) ?? [];

const total = (counts: readonly number[]) => counts.reduce((sum, chosen) => sum + chosen, 0);
