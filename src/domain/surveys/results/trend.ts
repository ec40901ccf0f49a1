// The same question asked again: what share chose each answer, from round to round. Only from
// tables that may be shown.

import type { ClosedRound } from '../../summary/facts.ts';
import type { Section } from '../../summary/shapes.ts';
import { formatShortDay } from '../../time/calendar.ts';
import type { Round } from '../surveys.ts';
import { percentOf } from './question.ts';

/** More is not read. */
const MAX_POINTS = 6;

type TrendPoint = { readonly day: string; readonly counts: readonly number[] };

/**
 * Nothing where the question was not asked twice in the same words. `alike` are rounds that asked
 * the same people, in any order.
 */
export const trend = (
  round: ClosedRound,
  alike: readonly ClosedRound[],
  question: number,
): Section | undefined => {
  const asked = round.survey.questions[question];
  const earlier = alike.filter(({ id, opensAt }) => id !== round.id && opensAt <= round.opensAt);
  const points = [...earlier, round]
    .sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
    .flatMap((each) => pointOf(each, asked))
    .slice(-MAX_POINTS);
  if (!asked || points.length < 2) return undefined;
  const share = ({ counts }: TrendPoint, option: number) => percentOf(counts[option] ?? 0, counts);
  return {
    title: `Over time: ${asked.text}`,
    shapes: [
      {
        shape: 'lines',
        title: 'Share of each answer, in %',
        categories: points.map(({ day }) => day),
        series: asked.options.map((name, option) => ({
          name,
          values: points.map((point) => share(point, option)),
        })),
      },
      {
        shape: 'table',
        rows: [
          ['Closed', 'Answers', ...asked.options],
          ...points.map((point) => [
            point.day,
            `${point.counts.reduce((sum, chosen) => sum + chosen, 0)}`,
            ...asked.options.map((_, option) => `${share(point, option)}%`),
          ]),
        ],
      },
      {
        shape: 'text',
        lines: [
          'Not always the same people answer, and where few do, one answer moves a share a ' +
            'good deal.',
        ],
      },
    ],
  };
};

/** A round's whole-CCG counts for the same question with the same answers to choose from. */
const pointOf = (
  round: ClosedRound,
  asked: Round['survey']['questions'][number] | undefined,
): TrendPoint[] => {
  const question = round.survey.questions.findIndex(
    (each) => JSON.stringify(each) === JSON.stringify(asked),
  );
  const whole = round.results?.find((table) => table.question === question && table.cut === 'all')
    ?.groups[0]?.shown;
  return whole?.kind === 'counts' && round.closedAt
    ? [{ day: formatShortDay(round.closedAt), counts: whole.counts }]
    : [];
};
