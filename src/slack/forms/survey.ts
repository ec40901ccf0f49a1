import { randomUUID } from 'node:crypto';
import { fixGroups, invitedFrom } from '../../domain/anonymity.ts';
import { sayCost } from '../../domain/asking.ts';
import { audienceName } from '../../domain/audience.ts';
import { endOfWorkingDay } from '../../domain/calendar.ts';
import { planInBudget } from '../../domain/planning.ts';
import { sayUnit, toAsks } from '../../domain/practice-unit.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { surveyTemplates } from '../../domain/survey-templates.ts';
import { secondsFor, type Template } from '../../domain/surveys.ts';
import { preview } from '../asking.ts';
import { readAudience } from '../audience-field.ts';
import { type Block, context, divider, notice, safe, section } from '../blocks.ts';
import { type Form, modal, type SurveyChoice } from '../forms.ts';
import { practicesHaveNames } from '../unit-field.ts';

/** First step: what was chosen is shown with what it will ask of people. */
export const surveyForm: Form<'survey'> = {
  form: 'survey',
  act: 'ask members',
  run: async (visit, fields) => {
    const { home, ccg, now } = visit;
    const ground = await home.ground();
    const template = surveyTemplates.find(({ key }) => key === fields.template);
    const audience = readAudience(fields, ground, ccg.settings);
    if (!template) return { errors: { template: 'This survey is no longer offered. Please choose another.' } };
    if ('errors' in audience) return audience;
    const asking = await preview(visit, ground, {
      audience,
      unit: fields.unit,
      seconds: secondsFor(template),
      before: endOfWorkingDay(now, fields.weeks, ccg.settings.extra_holidays),
    });
    if (isRefusal(asking)) return { errors: { audience: asking.refused } };
    const anonymous = fields.names === 'anonymous';
    if (anonymous && fields.unit === 'practice') return { errors: { names: practicesHaveNames } };
    if (!anonymous && audience.kind === 'silent') return { errors: { audience: tellsWhoIsSilent } };
    if (anonymous && asking.asked.length < ccg.settings.anonymity_threshold)
      return { errors: { audience: tooFew(asking.asked.length, ccg.settings.anonymity_threshold) } };
    const choice = {
      id: randomUUID(),
      template: template.key,
      title: fields.title || template.title,
      audience,
      anonymous,
      unit: fields.unit,
      weeks: fields.weeks,
      chase: fields.chase === 'yes',
    };
    const name = audienceName(audience, ground, ccg.settings);
    return {
      modal: modal('survey_send', {
        title: 'Before you send',
        submit: 'Send',
        carries: choice,
        blocks: previewBlocks(choice, template, name, [...sayCost(asking, now), ...sayUnit(asking.whom)]),
      }),
    };
  },
};

/** Second step: the round opens. */
export const surveySendForm: Form<'survey_send'> = {
  form: 'survey_send',
  act: 'ask members',
  run: async (visit, _, choice) => {
    const { home, ccg, person, now } = visit;
    const ground = await home.ground(choice.audience);
    const template = surveyTemplates.find(({ key }) => key === choice.template);
    if (!template) return { modal: notice('Ask members', 'This survey is no longer offered, so nothing was sent.') };
    const { id, audience, anonymous, unit, chase, title } = choice;
    const closesAt = endOfWorkingDay(now, choice.weeks, ccg.settings.extra_holidays);
    const asking = await preview(visit, ground, { audience, unit, seconds: secondsFor(template), before: closesAt });
    if (isRefusal(asking)) return { modal: notice('Ask members', asking.refused) };
    const people = asking.asked.map((each) => each.person);
    const threshold = ccg.settings.anonymity_threshold;
    const groups = anonymous ? fixGroups(invitedFrom(ground.register, people), threshold) : new Map();
    const survey = { questions: template.questions, comment: template.comment };
    const round = {
      id,
      template: template.key,
      title,
      survey,
      anonymous,
      unit,
      threshold,
      closesAt,
      audience,
      chases: chase ? 1 : 0,
      openedBy: person.id,
      groups,
    };
    await home.rounds.open(
      round,
      toAsks(people, asking.seconds, asking.whom),
      planInBudget(ccg.settings, asking.seconds, closesAt, now),
      now,
    );
    return { modal: notice('On its way', sayCost(asking, now).join(' ')), home: true };
  },
};

const tellsWhoIsSilent =
  'With names, the answers would tell who had not replied before. Ask anonymously, send a reminder, or choose another group.';

const tooFew = (asked: number, threshold: number) =>
  `Only ${asked} people would be asked, and anonymous answers are shown for at least ${threshold}. Choose a wider group, or ask with names.`;

const previewBlocks = (choice: SurveyChoice, template: Template, audience: string, cost: readonly string[]): Block[] => [
  section(`*${cost.map(safe).join('\n')}*`),
  context(
    `${safe(audience)} · ${choice.anonymous ? 'anonymous' : 'with names'} · open for ${choice.weeks === 1 ? 'one week' : `${choice.weeks} weeks`}`,
  ),
  divider,
  section(`*${safe(choice.title)}*`),
  ...template.questions.map(({ text, options }, index) =>
    section(`${index + 1}.  ${safe(text)}\n_${options.map(safe).join('  ·  ')}_`),
  ),
  context(`Then, if they like: ${safe(template.comment)}`),
];
