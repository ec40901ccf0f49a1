// Two lines over time: who takes part, and the pulse. Whole CCG only, and only from tables that may
// be shown.

import { percentOf } from '../surveys/results/question.ts';
import { surveyTemplates } from '../surveys/survey-templates.ts';
import { joinList } from '../text/words.ts';
import { formatShortDay } from '../time/calendar.ts';
import type { RoundFacts, SummaryFacts } from './facts.ts';
import { byRole, MIN_PEOPLE } from './participation.ts';
import { publicTables } from './public-results.ts';
import type { Section } from './shapes.ts';

/** More is not read. */
const MAX_POINTS = 6;

/** What the questions of the pulse are about, where a line's name has room for 20 characters. */
const PULSE = { template: 'member_pulse', names: ['Informed', 'Heard', 'Knows whom to call'] };

type TrendLine = { readonly name: string; readonly values: readonly number[] };
type TrendColumn = { readonly day: string; readonly title: string };

export const participationOverTime = ({ register, rounds }: SummaryFacts): Section | undefined => {
  const holders = new Set(register.holdings.map(({ person }) => person.id));
  const isTold = (round: RoundFacts) =>
    byRole(round, holders).every(({ people }) => people.length >= MIN_PEOPLE);
  const told = latest(rounds, (round) => round.unit === 'person' && isTold(round));
  const replied = (round: RoundFacts, group: 0 | 1) => {
    const { people } = byRole(round, holders)[group];
    return percentOf(
      people.filter(({ outcome }) => outcome === 'answered' || outcome === 'not_now').length,
      [people.length],
    );
  };
  return overTime(
    'Taking part over time',
    'Replies, in % of people reached',
    told.map(columnOf),
    [
      { name: 'People with a role', values: told.map((round) => replied(round, 0)) },
      { name: 'Others', values: told.map((round) => replied(round, 1)) },
    ],
    ['“Not now” is a reply.'],
  );
};

export const pulseOverTime = ({ rounds }: SummaryFacts): Section | undefined => {
  const pulse = surveyTemplates.find(({ key }) => key === PULSE.template);
  if (!pulse) return undefined;
  const asked = JSON.stringify(pulse.questions);
  const isPulse = ({ survey, audience }: RoundFacts) =>
    JSON.stringify(survey.questions) === asked &&
    audience.kind === 'everyone' &&
    audience.practiceCode === undefined;
  const told = latest(rounds, (round) => isPulse(round) && countsOf(round).every(Boolean));
  const lines = pulse.questions.map(({ options }, question) => ({
    name: PULSE.names[question] ?? '',
    values: told.map((round) => favourable(countsOf(round)[question] ?? [], options.length)),
  }));
  const meaning = pulse.questions.map(
    ({ text, options }, question) =>
      `${PULSE.names[question]}: ${text} ` +
      `${joinList(options.slice(0, goodOnes(options.length)), 'or')}`,
  );
  return overTime(
    'The pulse over time',
    'Favourable answers, in %',
    told.map(columnOf),
    lines,
    meaning,
  );
};

/** The pulse's answers go from the best to the worst: the better half of them. */
const goodOnes = (options: number) => Math.floor(options / 2);

const favourable = (counts: readonly number[], options: number) =>
  percentOf(
    counts.slice(0, goodOnes(options)).reduce((sum, chosen) => sum + chosen, 0),
    counts,
  );

/** The counts for each question, where they may be shown. */
const countsOf = (round: RoundFacts): (readonly number[] | undefined)[] => {
  const tables = publicTables(round);
  return round.survey.questions.map((_, question) => {
    const shown = tables.find((table) => table.question === question)?.groups[0]?.shown;
    return shown?.kind === 'counts' ? shown.counts : undefined;
  });
};

/** The latest closed rounds of a kind, the oldest first. */
const latest = (
  rounds: readonly RoundFacts[],
  isOfKind: (round: RoundFacts) => boolean,
): RoundFacts[] =>
  rounds
    .filter((round) => round.closedAt !== null && isOfKind(round))
    .slice(0, MAX_POINTS)
    .reverse();

const columnOf = ({ title, closedAt }: RoundFacts): TrendColumn => ({
  title,
  day: closedAt ? formatShortDay(closedAt) : '',
});

const overTime = (
  title: string,
  chartTitle: string,
  columns: readonly TrendColumn[],
  series: readonly TrendLine[],
  notes: readonly string[],
): Section | undefined => {
  if (columns.length < 2) return undefined;
  const isOne = new Set(columns.map(({ title: survey }) => survey)).size === 1;
  const rows = columns.map(({ day, title: survey }, index) => [
    day,
    ...(isOne ? [] : [survey]),
    ...series.map(({ values }) => `${values[index] ?? 0}%`),
  ]);
  return {
    title,
    shapes: [
      { shape: 'lines', title: chartTitle, categories: columns.map(({ day }) => day), series },
      {
        shape: 'table',
        rows: [
          ['Closed', ...(isOne ? [] : ['Survey']), ...series.map(({ name }) => name)],
          ...rows,
        ],
      },
      { shape: 'text', lines: notes },
    ],
  };
};
