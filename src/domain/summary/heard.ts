// What members said in the latest round that has closed and may be shown, for the whole CCG, and
// what comes of it.
import type { ResultTable, Shown } from '../surveys/anonymity.ts';
import { latestResponses } from '../surveys/responses.ts';
import { joinList } from '../text/words.ts';
import { formatDay } from '../time/calendar.ts';
import type { RoundFacts, SummaryFacts } from './facts.ts';
import { publicTables, saysSomething } from './public-results.ts';
import type { Section, Shape } from './shapes.ts';

export const whatWeHeard = (facts: SummaryFacts): Section | undefined => {
  const latest = facts.rounds.find((round) => saysSomething(publicTables(round)));
  const responses = youSaidWeWill(facts);
  if (!latest)
    return responses.length > 0 ? { title: 'What we heard', shapes: responses } : undefined;
  const lines = publicTables(latest).map((table) => describeTable(latest, table));
  return {
    title: `What we heard: ${latest.title}`,
    shapes: [{ shape: 'text', lines }, ...responses],
  };
};

const youSaidWeWill = ({ rounds, now }: SummaryFacts): Shape[] => {
  const responses = latestResponses(rounds, now).map(
    ({ title, words, day }) => `“${title}”, ${formatDay(day, now)}: ${words}`,
  );
  return responses.length > 0
    ? [{ shape: 'text', lines: ['You said, we will:', ...responses] }]
    : [];
};

/**
 * One question and its answers in a sentence: “Was it worth your time? Yes 12 · Partly 5 · No 2”.
 */
export const describeTable = (
  { survey, threshold }: Pick<RoundFacts, 'survey' | 'threshold'>,
  { question, groups }: ResultTable,
): string => {
  const { text, options } = survey.questions[question] ?? { text: '', options: [] };
  return `${text} ${joinList(groups.map(({ shown }) => describeShown(shown, options, threshold)))}`;
};

export const describeShown = (
  shown: Shown,
  options: readonly string[],
  threshold: number,
): string => {
  switch (shown.kind) {
    case 'counts':
      return options.map((label, option) => `${label} ${shown.counts[option] ?? 0}`).join(' · ');
    case 'nearly_all':
      return `Nearly all said: ${options[shown.option] ?? ''}`;
    case 'hidden':
    case 'withheld':
      return `Not shown: fewer than ${threshold} answers, or too few to hide who gave them`;
  }
};
