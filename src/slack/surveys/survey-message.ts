// A survey's message at each stage: a question, thanks with what can still be changed, or why there
// is nothing left to answer.
import { z } from 'zod';
import type { Ccg } from '../../domain/ccg.ts';
import type { SurveyPrompt } from '../../domain/sending/prompt.ts';
import { isClosed, nextQuestion, type Round } from '../../domain/surveys/surveys.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import { firstContact } from '../sending/first-contact.ts';
import type { PromptFacts } from '../sending/prompt-facts.ts';
import { notNow } from '../sending/reply-buttons.ts';
import {
  actionsBlock,
  contextBlock,
  escapeMrkdwn,
  header,
  type Message,
  section,
  textMessage,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { addComment } from './comment.ts';
import { askQuestion, intro } from './question-blocks.ts';

export const answer = defineButton(
  'answer',
  z.object({
    prompt: z.uuid(),
    question: z.int().min(0).max(2),
    option: z.int().min(0).max(4),
  }),
);
export const answerAgain = defineButton('answer_again', z.object({ id: z.uuid() }));
export const withdrawAnswers = defineButton('withdraw_answers', z.object({ id: z.uuid() }));

/** The message of a prompt that asks a survey. */
export const surveyMessage = (facts: PromptFacts<SurveyPrompt>, round: Round): Message => {
  const { prompt, now } = facts;
  if (isClosed(round, now)) return textMessage(closed(prompt, round));
  if (prompt.outcome === 'not_now') return textMessage(notAgain(round));
  if (prompt.outcome === 'spoken_for') return textMessage(answeredByColleague(prompt, round));
  const question = nextQuestion(round.survey, new Set(prompt.answered.keys()));
  return question === undefined ? thanks(facts, round) : openQuestion(facts, round, question);
};

const openQuestion = (
  facts: PromptFacts<SurveyPrompt>,
  round: Round,
  question: number,
): Message => {
  const { prompt } = facts;
  const isStart = prompt.answered.size === 0;
  const choices = askQuestion(round, question, (label, option) =>
    answer(label, { prompt: prompt.id, question, option }),
  );
  const blocks = [
    ...firstContact(facts),
    header(round.title),
    ...(isStart ? intro(facts, round) : []),
    ...choices,
    ...(isStart ? [actionsBlock(notNow('Not now', { id: prompt.id }))] : []),
  ];
  return { text: `${round.title}: ${round.survey.questions[question]?.text ?? ''}`, blocks };
};

const answeredByColleague = ({ answeredBy, practiceName }: SurveyPrompt, { title }: Round) =>
  `“${title}”: ${answeredBy ?? 'A colleague'} has answered for ` +
  `${practiceName ?? 'your practice'}, so nothing is needed from you. Thank you.`;

const closed = ({ outcome }: SurveyPrompt, { title }: Round) =>
  outcome === 'answered'
    ? `“${title}” has closed. Thank you for answering; what came out of it will be in the next ` +
      'summary.'
    : `“${title}” has closed. Thank you for your interest.`;

/** Named answers are deleted by now; of anonymous ones, nobody can tell whether there were any. */
const notAgain = ({ title, anonymous }: Round) =>
  `“${title}”: that is fine, we will not ask ` +
  `again.${anonymous ? '' : ' We keep no answer of yours.'}`;

const thanks = (facts: PromptFacts<SurveyPrompt>, round: Round): Message => {
  const { prompt, ccg, now } = facts;
  const next =
    `It closes on ${formatDay(round.closesAt, now)}; what came out of it will be in the next ` +
    'summary.';
  const buttons = thanksButtons(prompt, round);
  const blocks = [
    header(round.title),
    section(`*Thank you.* ${next}`),
    ...(round.anonymous ? [] : [contextBlock(namedAnswers(prompt, round))]),
    contextBlock(whoWillSee(round, ccg)),
    ...(buttons.length > 0 ? [actionsBlock(...buttons)] : []),
  ];
  return { text: `${ccg.name}: Thank you. ${next}`, blocks };
};

const thanksButtons = (prompt: SurveyPrompt, { survey, anonymous }: Round) => [
  ...(survey.comment ? [addComment('Add a comment', { id: prompt.id })] : []),
  ...(anonymous ? [] : changeButtons(prompt)),
];

const whoWillSee = ({ anonymous, threshold }: Round, { name }: Ccg) =>
  anonymous
    ? 'Nobody sees who chose what. Everyone sees the counts in the summary; the engagement ' +
      `leads also see those of groups of at least ${threshold} answers.`
    : `The engagement leads of ${escapeMrkdwn(name)} see your answers with your name; in the ` +
      'summary they are only counted.';

const changeButtons = ({ id }: SurveyPrompt) => [
  answerAgain('Change my answers', { id }),
  withdrawAnswers('Take back my answers', { id }, { confirm: TAKING_BACK }),
];

const TAKING_BACK = {
  title: 'Take back your answers?',
  text: 'Your answers and what you wrote are deleted, and you are not asked again.',
  yes: 'Take them back',
};

const namedAnswers = ({ answered }: SurveyPrompt, { survey }: Round) =>
  survey.questions
    .map(
      ({ text, options }, question) =>
        `${escapeMrkdwn(text)} *${escapeMrkdwn(options[answered.get(question) ?? -1] ?? '')}*`,
    )
    .join('\n');
