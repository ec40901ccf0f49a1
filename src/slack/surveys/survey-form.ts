import { randomUUID } from 'node:crypto';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { sayCost } from '../../domain/sending/send-preview.ts';
import { sayTimes } from '../../domain/sending/series.ts';
import { type Audience, audienceName } from '../../domain/surveys/audience.ts';
import type { Opening } from '../../domain/surveys/open-round.ts';
import { sayUnit } from '../../domain/surveys/practice-unit.ts';
import { readDates, type SurveyDates } from '../../domain/surveys/survey-dates.ts';
import type { MemberVisit, Say } from '../bolt/interaction.ts';
import { whyNotSent } from '../sending/lead-text.ts';
import { type Block, context, divider, safe, section } from '../ui/blocks.ts';
import { type Fields, type Form, modal, type SurveyChoice } from '../ui/modals.ts';
import { readAudience } from './audience-field.ts';
import { lookAhead } from './preview-round.ts';
import { readAsked } from './survey-fields.ts';
import { surveyPreview } from './survey-message.ts';
import { practicesHaveNames } from './unit-field.ts';

/** First step: what was put together is shown as people will see it, with what it will ask of them. */
export const surveyForm: Form<'survey'> = {
  form: 'survey',
  act: 'ask members',
  run: async (visit, fields) => {
    const { home, ccg, now } = visit;
    const ground = await home.ground();
    const asked = readAsked(fields);
    const audience = readAudience(fields, ground, ccg.settings);
    const dates = readDates(fields, ccg.settings, now);
    const errors = { ...wrongWords(visit, fields), ...besideField(asked), ...besideField(dates) };
    if ('errors' in audience) return { errors: { ...errors, ...audience.errors } };
    if (isRefusal(asked) || isRefusal(dates) || Object.keys(errors).length > 0) return { errors };
    const mixed = wrongMix(fields, audience);
    if (mixed) return { errors: mixed };
    const settled = { anonymous: fields.names === 'anonymous', unit: fields.unit, chases: fields.chases };
    const asking = { kind: 'survey' as const, ...asked, ...settled, days: dates.days };
    const opening = await lookAhead(visit, ground, { asking, audience }, dates.opensAt);
    if (isRefusal(opening)) return { errors: { audience: opening.refused } };
    const opens = dates.isNow ? null : fields.opens;
    const choice = { id: randomUUID(), asking, audience, repeat: fields.repeat, opens };
    return showPreview(visit, { choice, opening, dates, audience: audienceName(audience, ground, ccg.settings) });
  },
};

const besideField = (read: object | (Refusal & { readonly field: string })): Record<string, string> =>
  'field' in read && isRefusal(read) ? { [read.field]: read.refused } : {};

/** What a lead writes goes to many others: each text is looked at where it was written. */
const wrongWords = (visit: MemberVisit, { questions, title }: Fields<'survey'>): Record<string, string> => {
  const [inQuestions, inTitle] = [whyNotSent(visit, questions ?? ''), whyNotSent(visit, title ?? '')];
  return { ...(inQuestions ? { questions: inQuestions } : {}), ...(inTitle ? { title: inTitle } : {}) };
};

const wrongMix = ({ names, unit }: Fields<'survey'>, { kind }: Audience): Record<string, string> | undefined => {
  if (names === 'anonymous' && unit === 'practice') return { names: practicesHaveNames };
  return names === 'named' && kind === 'silent' ? { audience: tellsWhoIsSilent } : undefined;
};

const tellsWhoIsSilent =
  'With names, the answers would tell who had not replied before. Ask anonymously, send a reminder, or choose another group.';

type Draft = {
  readonly choice: SurveyChoice;
  readonly opening: Opening;
  readonly dates: SurveyDates;
  /** In words. */
  readonly audience: string;
};

/** What Slack keeps with a form. */
const MOST_CARRIED = 3000;

const showPreview = (visit: MemberVisit, draft: Draft): Say => {
  const { choice, dates } = draft;
  if (JSON.stringify(choice).length > MOST_CARRIED)
    return {
      errors: { questions: 'Together these are longer than Slack takes. Shorten the questions, the answers or the title.' },
    };
  const isLater = !dates.isNow || choice.repeat !== 'once';
  const submit = dates.isNow ? 'Send' : 'Plan it';
  const blocks = [...costBlocks(visit, draft, isLater), divider, ...messageBlocks(visit, draft)];
  return { modal: modal('survey_send', { title: 'Before you send', submit, carries: choice, blocks }) };
};

const costBlocks = ({ now }: MemberVisit, { choice, opening, dates, audience }: Draft, isLater: boolean): Block[] => {
  const { anonymous, chases } = choice.asking;
  const facts = [
    audience,
    anonymous ? 'anonymous' : 'with names',
    ['not asked again', 'asked once more', 'asked twice more'][chases],
  ];
  const [inAll = '', ...rest] = [...sayCost(opening.preview, now), ...sayUnit(opening.whom)].map(safe);
  return [
    section([`*${inAll}*`, ...rest].join('\n')),
    ...(isLater
      ? [section(safe(`${sayTimes(choice.repeat, dates.opensAt, now)}. It asks whoever is in the group on the day.`))]
      : []),
    context(safe(facts.join(' · '))),
  ];
};

const messageBlocks = ({ ccg, now, person }: MemberVisit, { opening: { preview, round } }: Draft): Block[] => {
  const practiceName = round.unit === 'practice' ? 'your practice' : null;
  const prompt = { askedBy: person.name, seconds: preview.seconds, practiceName };
  return [context('_As each of them will see it:_'), ...surveyPreview({ ccg, now, prompt }, round)];
};
