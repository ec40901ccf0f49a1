// A survey as people are asked it: who asks, who will see what, and a question with its answers;
// and the same for a lead to look at first.

import type { Ccg } from '../../domain/ccg.ts';
import type { SurveyPrompt } from '../../domain/sending/prompt.ts';
import type { Round } from '../../domain/surveys/surveys.ts';
import { pluralise } from '../../domain/text/words.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { PromptFacts } from '../sending/prompt-message.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  divider,
  escapeMrkdwn,
  header,
  section,
} from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

/** What a survey is made of before anybody has been asked. */
type PlannedRound = Pick<
  Round,
  'title' | 'survey' | 'anonymous' | 'threshold' | 'closesAt' | 'chases'
>;

type Introduction = Pick<PromptFacts, 'ccg' | 'now' | 'chase'> & {
  readonly prompt: Pick<SurveyPrompt, 'askedBy' | 'seconds' | 'practiceName'>;
};

/**
 * The message as people will first see it, then the questions that follow in its place. Its buttons
 * do nothing.
 */
export const surveyPreview = (facts: Introduction, round: PlannedRound): Block[] => {
  const ask = (question: number) =>
    askQuestion(round, question, (label, option) =>
      button('preview', label, { what: `${question}.${option}` }),
    );
  const later = round.survey.questions.slice(1).flatMap((_, index) => ask(index + 1));
  const { comment } = round.survey;
  return [
    header(round.title),
    ...intro(facts, round),
    ...ask(0),
    actionsBlock(button('preview', 'Not now', { what: 'not now' })),
    ...(later.length > 0
      ? [divider, contextBlock('Each tap brings the next question, in the same message:'), ...later]
      : []),
    ...(comment
      ? [
          divider,
          contextBlock('At the end, with thanks:'),
          actionsBlock(button('preview', 'Add a comment', { what: 'comment' })),
          contextBlock(escapeMrkdwn(comment)),
        ]
      : []),
  ];
};

export const intro = ({ prompt, ccg, now, chase }: Introduction, round: PlannedRound): Block[] => [
  ...(chase ? [section(`You may have missed this. ${howOften(chase, round)}`)] : []),
  section(
    `${escapeMrkdwn(prompt.askedBy)} asks, for ${escapeMrkdwn(ccg.name)}: ` +
      `${pluralise(round.survey.questions.length, 'question')}, about ${prompt.seconds} ` +
      `seconds. Open until ${formatDay(round.closesAt, now)}.`,
  ),
  ...(prompt.practiceName ? [section(oneForAll(prompt.practiceName))] : []),
  contextBlock(whoSees(round, ccg)),
];

const oneForAll = (practice: string) =>
  `You answer for ${escapeMrkdwn(practice)}. One of its leads is enough.`;

const howOften = (chase: number, { chases }: PlannedRound) => {
  if (chase < chases)
    return 'If it is not for you, “Not now” is an answer, and we will not ask again.';
  return chase === 1 ? 'We ask once more, and then no more.' : 'This is the last time we ask.';
};

/** Who will see an answer, said before the first tap. */
const whoSees = (round: PlannedRound, ccg: Ccg) =>
  round.anonymous
    ? '*Anonymous.* Answers are counted without names, and shown only after it closes, for ' +
      `groups of at least ${round.threshold}. So an answer cannot be changed once you have ` +
      'tapped it.'
    : `*With your name.* The engagement leads of ${escapeMrkdwn(ccg.name)} see who answered ` +
      'what. You can change your answers, or take them back, until it closes.';

export const askQuestion = (
  { survey: { questions } }: PlannedRound,
  question: number,
  choice: (label: string, option: number) => ReturnType<typeof button>,
): Block[] => {
  const { text, options, ends } = questions[question] ?? { text: '', options: [] };
  const context = questions.length > 1 ? `${question + 1} of ${questions.length}:  ` : '';
  return [
    section(`${context}*${escapeMrkdwn(text)}*`),
    actionsBlock(...options.map(choice)),
    ...(ends
      ? [contextBlock(escapeMrkdwn(`${options[0]} is ${ends[0]}, ${options.at(-1)} is ${ends[1]}`))]
      : []),
  ];
};
