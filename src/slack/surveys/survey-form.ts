import { randomUUID } from 'node:crypto';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { describeCost } from '../../domain/sending/send-preview.ts';
import { describeTimes } from '../../domain/sending/series.ts';
import type { Audience } from '../../domain/surveys/audience.ts';
import { audienceName } from '../../domain/surveys/audience-names.ts';
import type { NewRoundDecision } from '../../domain/surveys/open-round.ts';
import { describeUnit } from '../../domain/surveys/practice-unit.ts';
import { readDates, type SurveyDates } from '../../domain/surveys/survey-dates.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { whyNotSent } from '../sending/lead-text.ts';
import { type Block, contextBlock, divider, escapeMrkdwn, section } from '../ui/blocks.ts';
import { type Fields, type Form, modal, type SurveyChoice } from '../ui/modals.ts';
import { readAudience } from './audience-field.ts';
import { previewRound } from './preview-round.ts';
import { readAsked } from './survey-fields.ts';
import { surveyPreview } from './survey-message.ts';
import { practicesHaveNames } from './unit-field.ts';

/**
 * First step: what was put together is shown as people will see it, with what it will ask of them.
 */
export const surveyForm: Form<'survey'> = {
  form: 'survey',
  permission: 'ask members',
  run: async (interaction, fields) => {
    const { ccgStore, ccg, now } = interaction;
    const audienceData = await ccgStore.audienceData();
    const asked = readAsked(fields);
    const audience = readAudience(fields, audienceData, ccg.settings);
    const dates = readDates(fields, ccg.settings, now);
    const errors = {
      ...wrongWords(interaction, fields),
      ...besideField(asked),
      ...besideField(dates),
    };
    if ('errors' in audience) return { errors: { ...errors, ...audience.errors } };
    if (isRefusal(asked) || isRefusal(dates) || Object.keys(errors).length > 0) return { errors };
    const mixed = wrongMix(fields, audience);
    if (mixed) return { errors: mixed };
    const settled = {
      anonymous: fields.names === 'anonymous',
      unit: fields.unit,
      chases: fields.chases,
    };
    const asking = { kind: 'survey' as const, ...asked, ...settled, days: dates.days };
    const opening = await previewRound(
      interaction,
      audienceData,
      { asking, audience },
      dates.opensAt,
    );
    if (isRefusal(opening)) return { errors: { audience: opening.refused } };
    const opens = dates.isNow ? null : fields.opens;
    const choice = { id: randomUUID(), asking, audience, repeat: fields.repeat, opens };
    return showPreview(interaction, {
      choice,
      opening,
      dates,
      audience: audienceName(audience, audienceData, ccg.settings),
    });
  },
};

const besideField = (
  read: object | (Refusal & { readonly field: string }),
): Record<string, string> =>
  'field' in read && isRefusal(read) ? { [read.field]: read.refused } : {};

/** What a lead writes goes to many others: each text is looked at where it was written. */
const wrongWords = (
  interaction: MemberInteraction,
  { questions, title }: Fields<'survey'>,
): Record<string, string> => {
  const [inQuestions, inTitle] = [
    whyNotSent(interaction, questions ?? ''),
    whyNotSent(interaction, title ?? ''),
  ];
  return {
    ...(inQuestions ? { questions: inQuestions } : {}),
    ...(inTitle ? { title: inTitle } : {}),
  };
};

const wrongMix = (
  { names, unit }: Fields<'survey'>,
  { kind }: Audience,
): Record<string, string> | undefined => {
  if (names === 'anonymous' && unit === 'practice') return { names: practicesHaveNames };
  return names === 'named' && kind === 'silent' ? { audience: tellsWhoIsSilent } : undefined;
};

const tellsWhoIsSilent =
  'With names, the answers would tell who had not replied before. Ask anonymously, send a ' +
  'reminder, or choose another group.';

type Draft = {
  readonly choice: SurveyChoice;
  readonly opening: NewRoundDecision;
  readonly dates: SurveyDates;
  /** In words. */
  readonly audience: string;
};

/** What Slack keeps with a form. */
const MAX_CARRIED = 3000;

const showPreview = (interaction: MemberInteraction, draft: Draft): Response => {
  const { choice, dates } = draft;
  if (JSON.stringify(choice).length > MAX_CARRIED)
    return {
      errors: {
        questions:
          'Together these are longer than Slack takes. Shorten the questions, the answers or ' +
          'the title.',
      },
    };
  const isLater = !dates.isNow || choice.repeat !== 'once';
  const submit = dates.isNow ? 'Send' : 'Plan it';
  const blocks = [
    ...costBlocks(interaction, draft, isLater),
    divider,
    ...messageBlocks(interaction, draft),
  ];
  return {
    modal: modal('survey_send', { title: 'Before you send', submit, carries: choice, blocks }),
  };
};

const costBlocks = (
  { now }: MemberInteraction,
  { choice, opening, dates, audience }: Draft,
  isLater: boolean,
): Block[] => {
  const { anonymous, chases } = choice.asking;
  const facts = [
    audience,
    anonymous ? 'anonymous' : 'with names',
    ['not asked again', 'asked once more', 'asked twice more'][chases],
  ];
  const [inAll = '', ...rest] = [
    ...describeCost(opening.preview, now),
    ...describeUnit(opening.whom),
  ].map(escapeMrkdwn);
  return [
    section([`*${inAll}*`, ...rest].join('\n')),
    ...(isLater
      ? [
          section(
            escapeMrkdwn(
              `${describeTimes(choice.repeat, dates.opensAt, now)}. It asks whoever is in ` +
                'the group on the day.',
            ),
          ),
        ]
      : []),
    contextBlock(escapeMrkdwn(facts.join(' · '))),
  ];
};

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
