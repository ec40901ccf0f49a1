// A survey as people will see it, for a lead to look at before it is sent.
import { z } from 'zod';
import {
  actionsBlock,
  type Block,
  contextBlock,
  divider,
  escapeMrkdwn,
  header,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { askQuestion, type Introduction, intro, type PlannedRound } from './question-blocks.ts';

/** Shows what people will see, and does nothing when tapped. */
export const previewButton = defineButton('preview', z.object({ what: z.string() }));

/** The message as people will first see it, then the questions that follow in its place. */
export const surveyPreview = (facts: Introduction, round: PlannedRound): Block[] => {
  const ask = (question: number) =>
    askQuestion(round, question, (label, option) =>
      previewButton(label, { what: `${question}.${option}` }),
    );
  const later = round.survey.questions.slice(1).flatMap((_, index) => ask(index + 1));
  const { comment } = round.survey;
  return [
    header(round.title),
    ...intro(facts, round),
    ...ask(0),
    actionsBlock(previewButton('Not now', { what: 'not now' })),
    ...(later.length > 0
      ? [divider, contextBlock('Each tap brings the next question, in the same message:'), ...later]
      : []),
    ...(comment
      ? [
          divider,
          contextBlock('At the end, with thanks:'),
          actionsBlock(previewButton('Add a comment', { what: 'comment' })),
          contextBlock(escapeMrkdwn(comment)),
        ]
      : []),
  ];
};
