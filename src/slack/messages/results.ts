// The results of a closed round, for engagement leads: everyone first, then each cut that may be shown.
import type { ResultTable } from '../../domain/anonymity.ts';
import { type Profession, professions } from '../../domain/people.ts';
import { sayShown } from '../../domain/summary/heard.ts';
import { capital, count, list } from '../../domain/words.ts';
import type { NamedAnswer, RoundWithTurnout } from '../../store/rounds.ts';
import { type Block, context, divider, header, type Message, safe, section } from '../blocks.ts';

/** Longer lists of comments belong into an export. */
const MOST_COMMENTS = 20;

type Comment = { readonly text: string; readonly author: string | null };

export const resultsMessage = (
  round: RoundWithTurnout,
  answers: readonly NamedAnswer[],
  comments: readonly Comment[],
): Message => {
  const answered = round.turnout.filter(({ outcome }) => outcome === 'answered').length;
  return {
    text: `Results: ${round.title}`,
    blocks: [
      header(round.title),
      section(`${answered} of ${count(round.turnout.length, 'person', 'people')} reached answered.`),
      ...round.survey.questions.flatMap((_, question) => sayQuestion(round, question, answers)),
      ...sayComments(round, answered, comments),
      ...(round.anonymous ? [divider, context(ruleInForce(round))] : []),
    ],
  };
};

const ruleInForce = ({ threshold }: RoundWithTurnout) =>
  `Groups of fewer than ${threshold} answers are not shown, and neither is one more wherever the rest would give them away. Where all of a group agree it says “nearly all”.`;

const sayQuestion = (round: RoundWithTurnout, question: number, answers: readonly NamedAnswer[]): Block[] => {
  const { text, options } = round.survey.questions[question] ?? { text: '', options: [] };
  const tables = tablesOf(round, question).map((table) => section(sayTable(round, table)));
  const names = options.flatMap((label, option) => {
    const who = answers.filter((answer) => answer.question === question && answer.option === option).map(({ name }) => name);
    return who.length > 0 ? [`${safe(label)}: ${safe(list(who))}`] : [];
  });
  return [section(`*${safe(text)}*`), ...tables, ...(names.length > 0 ? [context(names.join('\n'))] : [])];
};

const tablesOf = ({ results }: RoundWithTurnout, question: number) =>
  [...(results ?? [])]
    .filter((table) => table.question === question)
    .sort((a, b) => Number(b.cut === 'all') - Number(a.cut === 'all'));

const sayTable = (round: RoundWithTurnout, { question, cut, groups }: ResultTable) => {
  const options = round.survey.questions[question]?.options ?? [];
  const lines = groups.map(
    ({ group, shown }) => `${safe(capital(nameOf(cut, group)))}: ${safe(sayShown(shown, options, round.threshold))}`,
  );
  return cut === 'all' ? lines.join('\n') : `_By ${cut}_\n${lines.join('\n')}`;
};

const nameOf = (cut: string, group: string) => {
  if (cut === 'all') return 'everyone';
  return cut === 'profession' ? (professions[group as Profession] ?? group) : group;
};

/** Comments of an anonymous round are shown only where enough people answered to hide who wrote them. */
const sayComments = ({ anonymous, threshold }: RoundWithTurnout, answered: number, comments: readonly Comment[]): Block[] => {
  if (comments.length === 0) return [];
  if (anonymous && answered < threshold) return [context('There are comments, but too few people answered to show them.')];
  const more = comments.length - MOST_COMMENTS;
  return [
    header('Comments'),
    ...comments.slice(0, MOST_COMMENTS).map(sayComment),
    ...(more > 0 ? [context(`and ${more} more`)] : []),
  ];
};

const sayComment = ({ text, author }: Comment) =>
  section([`> ${safe(text).replaceAll('\n', '\n> ')}`, ...(author ? [`_${safe(author)}_`] : [])].join('\n'));
