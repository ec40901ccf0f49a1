// What a lead put together, read from the modal; what is wrong with it is shown beside its field.
import { randomUUID } from 'node:crypto';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { SurveyAsking } from '../../domain/sending/series.ts';
import type { Audience, AudienceData } from '../../domain/surveys/audience.ts';
import { audienceName } from '../../domain/surveys/audience-names.ts';
import type { NewRoundDecision } from '../../domain/surveys/open-round.ts';
import { readDates, type SurveyDates } from '../../domain/surveys/survey-dates.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { refuseContractWords } from '../sending/lead-text.ts';
import { readAsked } from './asked-survey.ts';
import { readAudience } from './audience-field.ts';
import { previewRound } from './preview-round.ts';
import type { SurveyChoice } from './survey-choice.ts';
import type { SurveyFields } from './survey-modal.ts';
import { practicesHaveNames } from './unit-field.ts';

export type Draft = {
  readonly choice: SurveyChoice;
  readonly opening: NewRoundDecision;
  readonly dates: SurveyDates;
  /** In words. */
  readonly audience: string;
};

type SurveyErrors = { readonly errors: Readonly<Record<string, string>> };

/** The survey as it would be asked if it opened on its day, or what is wrong with it. */
export const readDraft = async (
  interaction: MemberInteraction,
  fields: SurveyFields,
): Promise<Draft | SurveyErrors> => {
  const { ccgStore, ccg } = interaction;
  const audienceData = await ccgStore.audienceData();
  const read = readFields(interaction, fields, audienceData);
  if ('errors' in read) return read;
  const { audience, asking, dates } = read;
  const opening = await previewRound(interaction, audienceData, read, dates.opensAt);
  if (isRefusal(opening)) return { errors: { audience: opening.refused } };
  const opens = dates.isNow ? null : fields.opens;
  return {
    choice: { id: randomUUID(), asking, audience, repeat: fields.repeat, opens },
    opening,
    dates,
    audience: audienceName(audience, audienceData, ccg.settings),
  };
};

type ChosenSurvey = {
  readonly asking: SurveyAsking;
  readonly audience: Audience;
  readonly dates: SurveyDates;
};

const readFields = (
  interaction: MemberInteraction,
  fields: SurveyFields,
  audienceData: AudienceData,
): ChosenSurvey | SurveyErrors => {
  const { settings } = interaction.ccg;
  const asked = readAsked(fields);
  const audience = readAudience(fields, audienceData, settings);
  const dates = readDates(fields, settings, interaction.now);
  const errors = {
    ...refuseTexts(interaction, fields),
    ...besideField(asked),
    ...besideField(dates),
  };
  if ('errors' in audience) return { errors: { ...errors, ...audience.errors } };
  if (isRefusal(asked) || isRefusal(dates) || Object.keys(errors).length > 0) return { errors };
  const mixed = refuseMix(fields, audience);
  if (mixed) return { errors: mixed };
  const { names, unit, chases } = fields;
  const settled = { anonymous: names === 'anonymous', unit, chases };
  const asking = { kind: 'survey' as const, ...asked, ...settled, days: dates.days };
  return { asking, audience, dates };
};

const besideField = (
  read: object | (Refusal & { readonly field: string }),
): Record<string, string> =>
  'field' in read && isRefusal(read) ? { [read.field]: read.refused } : {};

/** What a lead writes goes to many others, so each text is checked. */
const refuseTexts = (
  interaction: MemberInteraction,
  { questions, title }: SurveyFields,
): Record<string, string> => {
  const inQuestions = refuseContractWords(interaction, questions ?? '');
  const inTitle = refuseContractWords(interaction, title ?? '');
  return {
    ...(inQuestions ? { questions: inQuestions } : {}),
    ...(inTitle ? { title: inTitle } : {}),
  };
};

/** Choices that are fine alone, and not together. */
const refuseMix = (
  { names, unit }: SurveyFields,
  { kind }: Audience,
): Record<string, string> | undefined => {
  if (names === 'anonymous' && unit === 'practice') return { names: practicesHaveNames };
  return names === 'named' && kind === 'silent' ? { audience: tellsWhoIsSilent } : undefined;
};

const tellsWhoIsSilent =
  'With names, the answers would tell who had not replied before. Ask anonymously, send a ' +
  'reminder, or choose another group.';
