// The parts of a survey's message: who asks and who will see the answers, and a question with its
// answers.
import type { Button } from '@slack/types';
import type { Ccg } from '../../domain/ccg.ts';
import type { SurveyPrompt } from '../../domain/sending/prompt.ts';
import type { Round } from '../../domain/surveys/surveys.ts';
import { pluralise } from '../../domain/text/words.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { PromptFacts } from '../sending/prompt-facts.ts';
import { actionsBlock, type Block, contextBlock, escapeMrkdwn, section } from '../ui/blocks.ts';

/** What a round is made of before anybody has been asked. */
export type PlannedRound = Pick<
  Round,
  'title' | 'survey' | 'anonymous' | 'threshold' | 'closesAt' | 'chases'
>;

export type Introduction = Pick<PromptFacts, 'ccg' | 'now' | 'chase'> & {
  readonly prompt: Pick<SurveyPrompt, 'askedBy' | 'seconds' | 'practiceName'>;
};

/** Who asks, how long it takes, and who will see the answers. */
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

const whoSees = (round: PlannedRound, ccg: Ccg) =>
  round.anonymous
    ? '*Anonymous.* Answers are counted without names, and shown only after it closes, for ' +
      `groups of at least ${round.threshold}. So an answer cannot be changed once you have ` +
      'tapped it.'
    : `*With your name.* The engagement leads of ${escapeMrkdwn(ccg.name)} see who answered ` +
      'what. You can change your answers, or take them back, until it closes.';

/** A question, with a button for each of its answers. */
export const askQuestion = (
  { survey: { questions } }: PlannedRound,
  question: number,
  choice: (label: string, option: number) => Button,
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
