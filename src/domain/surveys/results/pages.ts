// The results of a closed round, a page at a time: each question, how it has changed, and what
// people wrote.
import type { ClosedRound, RoundFacts } from '../../summary/facts.ts';
import type { Section } from '../../summary/shapes.ts';
import type { Words } from '../../text/words.ts';
import { type NamedAnswer, questionResults } from './question.ts';
import { trend } from './trend.ts';

export type Comment = { readonly text: string; readonly author: string | null };

export type ResultFacts = {
  readonly round: RoundFacts;
  /** Rounds of the same kind that asked the same people. */
  readonly alike: readonly ClosedRound[];
  readonly answers: readonly NamedAnswer[];
  readonly comments: readonly Comment[];
  readonly words: Words;
};

/** A page with what the button that leads to it says. */
export type Page = { readonly name: string; readonly section: Section };

/** Longer lists of comments belong into the export. */
const MAX_COMMENTS = 20;

export const resultPages = (facts: ResultFacts): Page[] => {
  const { round, alike, answers, words } = facts;
  const questions = [...round.survey.questions.keys()].flatMap((question) => [
    ...page('Next question', questionResults(round, question, answers, words)),
    ...page('Over time', trend(round, alike, question)),
  ]);
  return [...questions, ...page('Comments', commentSection(facts))];
};

const page = (name: string, section: Section | undefined): Page[] =>
  section ? [{ name, section }] : [];

/** How many people answered. */
export const answeredIn = ({ turnout }: Pick<RoundFacts, 'turnout'>): number =>
  turnout.filter(({ outcome }) => outcome === 'answered').length;

/**
 * Comments of an anonymous round are kept, and shown, only where enough people answered to hide who
 * wrote them.
 */
export const mayShowComments = (
  round: Pick<RoundFacts, 'anonymous' | 'threshold' | 'turnout'>,
): boolean => !round.anonymous || answeredIn(round) >= round.threshold;

const commentSection = ({ round, comments }: ResultFacts): Section | undefined => {
  if (!round.survey.comment) return undefined;
  return {
    title: `Comments: ${round.survey.comment}`,
    shapes: describeComments(round, comments).map((line) => ({ shape: 'text', lines: [line] })),
  };
};

const describeComments = (round: RoundFacts, comments: readonly Comment[]): string[] => {
  if (!mayShowComments(round))
    return [`Fewer than ${round.threshold} people answered, so comments are not kept.`];
  if (comments.length === 0) return ['Nobody added a comment.'];
  const more = comments.length - MAX_COMMENTS;
  return [
    ...comments
      .slice(0, MAX_COMMENTS)
      .map(({ text, author }) => `“${text}”${author ? ` ${author}` : ''}`),
    ...(more > 0 ? [`and ${more} more, in the export`] : []),
  ];
};
