// The one message of a prompt, at each of its stages. It is edited in place: no second message, no
// dead buttons.

import type { Ccg } from '../../domain/ccg.ts';
import type { Prompt, SurveyPrompt } from '../../domain/sending/prompt.ts';
import { isClosed, nextQuestion, type Round } from '../../domain/surveys/surveys.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import { greeting } from '../people/greeting.ts';
import { requestMessage } from '../roles/request-message.ts';
import { askQuestion, intro } from '../surveys/survey-message.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  escapeMrkdwn,
  header,
  type Message,
  section,
  textMessage,
} from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { reminderMessage } from './reminder-message.ts';

export type PromptFacts<P extends Prompt = Prompt> = {
  readonly prompt: P;
  readonly ccg: Ccg;
  readonly slashCommand: string;
  readonly now: Date;
  /** They have not replied, and are asked again: for the first or the second time. */
  readonly chase?: number;
  /** The delivery whose message it is, where it is one of several about the same. */
  readonly deliveryId?: string;
};

/** The message as the person should see it now. */
export const promptMessage = (facts: PromptFacts): Message => {
  const { prompt } = facts;
  switch (prompt.kind) {
    case 'survey':
      return surveyMessage({ ...facts, prompt }, prompt.round);
    case 'reminder':
      return withFirstContact(facts, reminderMessage({ ...facts, prompt }, prompt.reminder));
    case 'request':
      return withFirstContact(facts, requestMessage({ ...facts, prompt }, prompt.request));
  }
};

const withFirstContact = (facts: PromptFacts, { text, blocks }: Message): Message => ({
  text,
  blocks: [...firstContact(facts), ...blocks],
});

const surveyMessage = (facts: PromptFacts<SurveyPrompt>, round: Round): Message => {
  const { prompt, now } = facts;
  if (isClosed(round, now)) return textMessage(closed(prompt, round));
  if (prompt.outcome === 'not_now') return textMessage(notAgain(round));
  if (prompt.outcome === 'spoken_for') return textMessage(answeredByColleague(prompt, round));
  const question = nextQuestion(round.survey, new Set(prompt.answered.keys()));
  if (question === undefined) return thanks(facts, round);
  const isStart = prompt.answered.size === 0;
  const blocks = [
    ...firstContact(facts),
    header(round.title),
    ...(isStart ? intro(facts, round) : []),
    ...askQuestion(round, question, (label, option) =>
      button('answer', label, { prompt: prompt.id, question, option }),
    ),
    ...(isStart ? [actionsBlock(button('not_now', 'Not now', { id: prompt.id }))] : []),
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

/**
 * A named answer that was taken back is gone; whether there was an anonymous one, nobody can tell.
 */
const notAgain = ({ title, anonymous }: Round) =>
  `“${title}”: that is fine, we will not ask ` +
  `again.${anonymous ? '' : ' We keep no answer of yours.'}`;

const thanks = ({ prompt, ccg, now }: PromptFacts<SurveyPrompt>, round: Round): Message => {
  const next =
    `It closes on ${formatDay(round.closesAt, now)}; what came out of it will be in the next ` +
    'summary.';
  const extras = [
    ...(round.survey.comment ? [button('add_comment', 'Add a comment', { id: prompt.id })] : []),
    ...(round.anonymous ? [] : changing(prompt)),
  ];
  const given = round.anonymous ? [] : [contextBlock(namedAnswers(prompt, round))];
  const text = `Thank you. ${next}`;
  const blocks = [
    header(round.title),
    section(`*Thank you.* ${next}`),
    ...given,
    contextBlock(whoWillSee(round, ccg)),
    ...(extras.length > 0 ? [actionsBlock(...extras)] : []),
  ];
  return { text: `${ccg.name}: ${text}`, blocks };
};

const whoWillSee = ({ anonymous, threshold }: Round, { name }: Ccg) =>
  anonymous
    ? 'Nobody sees who chose what. Everyone sees the counts in the summary; the engagement ' +
      `leads also see those of groups of at least ${threshold} answers.`
    : `The engagement leads of ${escapeMrkdwn(name)} see your answers with your name; in the ` +
      'summary they are only counted.';

const changing = ({ id }: SurveyPrompt) => [
  button('answer_again', 'Change my answers', { id }),
  button('withdraw_answers', 'Take back my answers', { id }, { confirm: TAKING_BACK }),
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

const firstContact = ({ prompt, ccg, slashCommand }: PromptFacts): Block[] =>
  prompt.isFirstContact ? [greeting(ccg, 'your practice’s roster', slashCommand)] : [];
