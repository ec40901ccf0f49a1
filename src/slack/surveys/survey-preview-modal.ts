// Second step of asking members: the survey as people will see it, with what it asks of them.
import { describeCost } from '../../domain/sending/send-preview.ts';
import { describeTimes } from '../../domain/sending/series.ts';
import { describeUnit } from '../../domain/surveys/practice-unit.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { type Block, contextBlock, divider, escapeMrkdwn, section } from '../ui/blocks.ts';
import { defineModal, nothing } from '../ui/modals.ts';
import { surveyChoiceSchema } from './survey-choice.ts';
import type { Draft } from './survey-draft.ts';
import { surveyPreview } from './survey-preview.ts';

export const surveySendModal = defineModal('survey_send', {
  metadata: surveyChoiceSchema,
  fields: nothing,
});

/** What Slack takes as private_metadata, in characters. */
const MAX_METADATA = 3000;

export const drawPreview = (interaction: MemberInteraction, draft: Draft): Response => {
  const { choice, dates } = draft;
  if (JSON.stringify(choice).length > MAX_METADATA) return { errors: { questions: TOO_LONG } };
  return {
    modal: surveySendModal({
      title: 'Before you send',
      submit: dates.isNow ? 'Send' : 'Plan it',
      metadata: choice,
      blocks: [...costBlocks(interaction, draft), divider, ...messageBlocks(interaction, draft)],
    }),
  };
};

const TOO_LONG =
  'Together these are longer than Slack takes. Shorten the questions, the answers or the title.';

const costBlocks = ({ now }: MemberInteraction, draft: Draft): Block[] => {
  const { opening } = draft;
  const [cost = '', ...rest] = [
    ...describeCost(opening.preview, now),
    ...describeUnit(opening.whom),
  ].map(escapeMrkdwn);
  return [
    section([`*${cost}*`, ...rest].join('\n')),
    ...timesBlocks(draft, now),
    contextBlock(escapeMrkdwn(describeChoice(draft))),
  ];
};

const timesBlocks = ({ choice: { repeat }, dates }: Draft, now: Date): Block[] => {
  if (dates.isNow && repeat === 'once') return [];
  const times = describeTimes(repeat, dates.opensAt, now);
  return [section(escapeMrkdwn(`${times}. It asks whoever is in the group on the day.`))];
};

const describeChoice = ({ audience, choice: { asking } }: Draft) =>
  [
    audience,
    asking.anonymous ? 'anonymous' : 'with names',
    ['not asked again', 'asked once more', 'asked twice more'][asking.chases],
  ].join(' · ');

const messageBlocks = (
  { ccg, now, person }: MemberInteraction,
  { opening: { preview, round } }: Draft,
): Block[] => {
  const practiceName = round.unit === 'practice' ? 'your practice' : null;
  const prompt = { askedBy: person.name, seconds: preview.seconds, practiceName };
  return [
    contextBlock('_As each of them will see it:_'),
    ...surveyPreview({ ccg, now, prompt }, round),
  ];
};
