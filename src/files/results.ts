// The results of closed rounds as one long table, for a spreadsheet: the stored tables as they were
// suppressed, and nothing beyond them.
import type { Shown } from '../domain/surveys/anonymity.ts';
import { answeredIn, mayShowComments, type ResultFacts } from '../domain/surveys/results/pages.ts';
import { groupName } from '../domain/surveys/results/question.ts';
import { londonDay } from '../domain/time/calendar.ts';
import { writeCsv } from './write-csv.ts';

const ofRound = ['survey', 'opened', 'closed', 'names', 'asked', 'reached', 'answered'] as const;
const ofLine = [
  'what',
  'question',
  'compared by',
  'group',
  'answer',
  'number',
  'person',
  'words',
] as const;

type Facts = Pick<ResultFacts, 'round' | 'answers' | 'comments'>;
type Line = { readonly [Column in (typeof ofLine)[number]]?: string };

/**
 * One line a figure, a named answer or a comment; what is said of the round stands before each, so
 * that lines can be filtered.
 */
export const resultsCsv = (rounds: readonly Facts[]): string =>
  writeCsv(
    [...ofRound, ...ofLine],
    rounds.flatMap((facts) =>
      linesOf(facts).map((line) => [
        ...aboutRound(facts),
        ...ofLine.map((column) => line[column] ?? ''),
      ]),
    ),
  );

const aboutRound = ({ round }: Facts): string[] => [
  round.title,
  londonDay(round.opensAt),
  round.closedAt ? londonDay(round.closedAt) : '',
  round.anonymous ? 'anonymous' : 'with names',
  round.unit === 'practice' ? 'practices' : 'people',
  `${round.turnout.length}`,
  `${answeredIn(round)}`,
];

const linesOf = (facts: Facts): Line[] => [
  ...figures(facts),
  ...namedAnswers(facts),
  ...comments(facts),
  ...(facts.round.response ? [{ what: 'you said, we will', words: facts.round.response }] : []),
];

const figures = ({ round }: Facts): Line[] =>
  (round.results ?? []).flatMap(({ question, cut, groups }) => {
    const { text = '', options = [] } = round.survey.questions[question] ?? {};
    const what = { what: 'answers', question: text, 'compared by': cut === 'all' ? '' : cut };
    return groups.flatMap(({ group, shown }) =>
      cells(shown, options).map((cell) => ({ ...what, group: groupName(cut, group), ...cell })),
    );
  });

const cells = (shown: Shown, options: readonly string[]): Line[] => {
  if (shown.kind === 'counts')
    return options.map((answer, option) => ({ answer, number: `${shown.counts[option] ?? 0}` }));
  return [
    shown.kind === 'nearly_all'
      ? { answer: options[shown.option] ?? '', number: 'nearly all' }
      : { number: 'not shown' },
  ];
};

/** There are none in an anonymous round. */
const namedAnswers = ({ round, answers }: Facts): Line[] =>
  answers.map(({ question, option, name }) => {
    const { text = '', options = [] } = round.survey.questions[question] ?? {};
    return { what: 'named answer', question: text, answer: options[option] ?? '', person: name };
  });

const comments = ({ round, comments }: Facts): Line[] =>
  mayShowComments(round)
    ? comments.map(({ text, author }) => ({ what: 'comment', words: text, person: author ?? '' }))
    : [];
