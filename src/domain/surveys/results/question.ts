// The results of one question: the whole CCG and, where it may be shown, people with a role beside
// others; the other groups in words.

import { type Profession, professions } from '../../people/people.ts';
import type { ClosedRound } from '../../summary/facts.ts';
import type { Section, Shape } from '../../summary/shapes.ts';
import { capitalise, joinList, type Words } from '../../text/words.ts';
import type { ResultTable, Shown } from '../anonymity.ts';

export type NamedAnswer = {
  readonly question: number;
  readonly option: number;
  readonly name: string;
};

/** A group of people with what may be shown of their answers. */
type Column = { readonly name: string; readonly shown: Shown };

export const questionResults = (
  round: ClosedRound,
  question: number,
  answers: readonly NamedAnswer[],
  words: Words,
): Section | undefined => {
  const asked = round.survey.questions[question];
  if (!asked) return undefined;
  const tables = (round.results ?? []).filter((table) => table.question === question);
  const compared = tables.filter(
    ({ cut, groups }) => cut === 'role' && groups.some(({ shown }) => shown.kind === 'counts'),
  );
  const whole = tables.filter(({ cut }) => cut === 'all');
  const rest = tables.filter((table) => ![...whole, ...compared].includes(table));
  const lines = [
    ...rest.flatMap((table) => describeCut(round, table, words)),
    ...formatNames(asked.options, question, answers),
    ...(tables.length === 0 ? ['Nobody answered this question.'] : []),
  ];
  const columns = [...whole, ...compared].flatMap(columnsOf);
  return { title: asked.text, shapes: [...drawColumns(asked.options, columns), ...text(lines)] };
};

const text = (lines: readonly string[]): Shape[] =>
  lines.length > 0 ? [{ shape: 'text', lines }] : [];

/** People with a role come before others. */
const columnsOf = ({ cut, groups }: ResultTable): Column[] =>
  groups
    .map(({ group, shown }) => ({ name: groupName(cut, group), shown }))
    .sort((a, b) => Number(a.name === OTHERS) - Number(b.name === OTHERS));

const OTHERS = 'Others';

/** What a group is called. */
export const groupName = (cut: string, group: string): string => {
  if (cut === 'all') return 'Everyone';
  if (cut === 'role') return group === 'everyday' ? OTHERS : 'With a role';
  return cut === 'profession' ? capitalise(professions[group as Profession] ?? group) : group;
};

/** A chart and the same figures as a table; in words where no figures may be shown. */
const drawColumns = (options: readonly string[], columns: readonly Column[]): Shape[] => {
  const counted = columns.flatMap(({ name, shown }) =>
    shown.kind === 'counts' ? [{ name, counts: shown.counts }] : [],
  );
  if (counted.length === 0)
    return text(columns.map(({ name, shown }) => `${name}: ${describeGroup(shown, options)}`));
  const isOne = counted.length === 1;
  return [
    {
      shape: 'bars',
      title: isOne ? 'Answers' : 'Answers, as % of each group',
      categories: options,
      series: counted.map(({ name, counts }) => ({
        name,
        values: isOne ? counts : counts.map((chosen) => percentOf(chosen, counts)),
      })),
    },
    {
      shape: 'table',
      rows: [
        ['Answer', ...columns.map(({ name }) => name)],
        ...options.map((label, option) => [
          label,
          ...columns.map(({ shown }) => cell(shown, option)),
        ]),
      ],
    },
  ];
};

/** “12 (60%)”. */
const cell = (shown: Shown, option: number): string => {
  if (shown.kind !== 'counts') return 'not shown';
  return `${shown.counts[option] ?? 0} (${percentOf(shown.counts[option] ?? 0, shown.counts)}%)`;
};

/** A share in whole per cent. */
export const percentOf = (part: number, counts: readonly number[]): number => {
  const all = counts.reduce((sum, chosen) => sum + chosen, 0);
  return all > 0 ? Math.round((100 * part) / all) : 0;
};

const describeCut = (
  round: ClosedRound,
  { question, cut, groups }: ResultTable,
  words: Words,
): string[] => {
  const options = round.survey.questions[question]?.options ?? [];
  const name = `By ${cut === 'locality' ? words.locality : cut}`;
  if (groups.every(({ shown }) => isHidden(shown))) return [`${name}: not shown`];
  const lines = groups.map(
    ({ group, shown }) => `${groupName(cut, group)}: ${describeGroup(shown, options)}`,
  );
  return [`${name}:`, ...lines.sort((a, b) => a.localeCompare(b))];
};

/** Why something is not shown is said once, below. */
const describeGroup = (shown: Shown, options: readonly string[]): string => {
  if (shown.kind === 'counts')
    return options.map((label, option) => `${label} ${shown.counts[option] ?? 0}`).join(' · ');
  return shown.kind === 'nearly_all'
    ? `nearly all said ${options[shown.option] ?? ''}`
    : 'not shown';
};

const isHidden = ({ kind }: Shown) => kind !== 'counts' && kind !== 'nearly_all';

/** Who chose what, in a named round. */
const formatNames = (
  options: readonly string[],
  question: number,
  answers: readonly NamedAnswer[],
): string[] =>
  options.flatMap((label, option) => {
    const who = answers
      .filter((answer) => answer.question === question && answer.option === option)
      .map(({ name }) => name);
    return who.length > 0 ? [`${label}: ${joinList(who)}`] : [];
  });
