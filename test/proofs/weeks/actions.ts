// Doing each step of people's weeks as the bot does it: through the gate where people act, through
// the store where leads ask.
import { randomUUID } from 'node:crypto';
import { planInBudget, planWhereFree } from '../../../src/domain/sending/planning.ts';
import { lastMoment, REMINDER_SECONDS } from '../../../src/domain/sending/reminders.ts';
import { fixGroups, invitedFrom } from '../../../src/domain/surveys/answer-groups.ts';
import { surveyTemplates } from '../../../src/domain/surveys/survey-templates.ts';
import { addDays, endOfDay, londonDay } from '../../../src/domain/time/calendar.ts';
import { sql } from '../../support/database/database.ts';
import {
  type FieldValues,
  submit as submitModal,
  tap as tapButton,
} from '../../support/dispatch.ts';
import type { Name } from '../sequences/sequence.ts';
import { slackIdOf, visit, type World } from '../sequences/two-ccgs.ts';
import type { WeekStep, WeekSteps } from './weeks.ts';

type Act<Given> = (world: World, given: Given, now: Date) => Promise<unknown>;

/** Does one step. Refusals are fine; whatever is thrown is a fault. */
export const doInWeek = (world: World, step: WeekStep, now: Date): Promise<unknown> =>
  (acts[step.does] as Act<unknown>)(world, step, now);

const tap = async (world: World, who: Name, name: string, value: object, now: Date) =>
  tapButton(await visit(world, who, now), name, value);

const submit = async (world: World, who: Name, name: string, fields: FieldValues, now: Date) =>
  submitModal(await visit(world, who, now), name, fields);

const dayAfter = (now: Date, days: number) => londonDay(addDays(now, days));

/** The latest message somebody has, of a kind and with an outcome. */
const latest = async (
  { databaseUrl, code }: World,
  who: string,
  about: 'roundId' | 'reminderId' | 'requestId',
  outcome: string,
) => {
  const [row] = await sql(
    databaseUrl,
    `SELECT p.id FROM "Prompt" p JOIN "Person" o ON o."ccgCode" = p."ccgCode" AND o.id = p."personId"
     JOIN "Delivery" d ON d."ccgCode" = p."ccgCode" AND d."promptId" = p.id AND d.state = 'sent'
     WHERE p."ccgCode" = $1 AND o."slackId" = $2 AND p."${about}" IS NOT NULL AND p.outcome::text = $3 ORDER BY d."sentAt" DESC LIMIT 1`,
    [code, who, outcome],
  );
  return row && String(row['id']);
};

const everyone = async (world: World) => {
  const [register, ccg] = await Promise.all([
    world.home.register(),
    world.store.ccgs.find(world.code),
  ]);
  if (!ccg) throw new Error('There is no such CCG.');
  const [lead] = await world.home.people.leads();
  return { register, members: register.members, settings: ccg.settings, openedBy: lead?.id ?? '' };
};

const openRound: Act<WeekSteps['is asked in a survey']> = async (
  world,
  { days, chases, anonymous },
  now,
) => {
  const { register, members, settings, openedBy } = await everyone(world);
  const [template] = surveyTemplates;
  if (!template) throw new Error('There is no template.');
  const { key, title, questions, comment } = template;
  const closesAt = endOfDay(dayAfter(now, days));
  const groups = anonymous ? fixGroups(invitedFrom(register, members), 5) : new Map();
  const survey = { questions, comment };
  const audience = { kind: 'everyone' as const };
  const round = {
    id: randomUUID(),
    template: key,
    title,
    survey,
    anonymous,
    threshold: 5,
    closesAt,
    audience,
    chases,
    openedBy,
    groups,
  };
  const asks = members.map(({ id }) => ({ personId: id, seconds: 30 }));
  await world.home.rounds.open(round, asks, planInBudget(settings, 30, closesAt, now), now);
};

const remind: Act<WeekSteps['is reminded']> = async (world, { days }, now) => {
  const { members, settings, openedBy } = await everyone(world);
  const doneBy = days === null ? null : endOfDay(dayAfter(now, days));
  const reminder = {
    id: randomUUID(),
    text: 'Please remember',
    link: null,
    named: false,
    doneBy,
    createdBy: openedBy,
  };
  const asks = members.map(({ id }) => ({ personId: id, seconds: REMINDER_SECONDS }));
  const plan = planInBudget(settings, REMINDER_SECONDS, lastMoment(doneBy, now), now);
  await world.home.reminders.send({ ...reminder, audience: { kind: 'everyone' } }, asks, plan, now);
};

const askByBot: Act<WeekSteps['is asked by the bot']> = async (world, { days }, now) => {
  const { members, settings } = await everyone(world);
  const lapsesAt = addDays(now, days);
  for (const { id } of members) {
    const plan = planWhereFree(settings, 10, lapsesAt, now);
    await world.home.requests.open(
      { kind: 'interests', toId: id, lapsesAt, recipients: [id], plan },
      now,
    );
  }
};

const reply =
  (
    about: Parameters<typeof latest>[2],
    name: string,
    more: object = {},
    outcome = 'waiting',
  ): Act<{ readonly who: Name }> =>
  async (world, { who }, now) => {
    const id = await latest(world, slackIdOf(world, who), about, outcome);
    return (
      id &&
      tap(world, who, name, { ...(name === 'answer' ? { prompt: id } : { id }), ...more }, now)
    );
  };

const acts: { readonly [Does in keyof WeekSteps]: Act<WeekSteps[Does]> } = {
  'is asked in a survey': openRound,
  'is reminded': remind,
  'is asked by the bot': askByBot,
  'asks for cover': (world, { who, to, days }, now) =>
    submit(
      world,
      who,
      'cover',
      { colleague: slackIdOf(world, to), until: dayAfter(now, days) },
      now,
    ),
  agrees: reply('requestId', 'accept'),
  answers: reply('roundId', 'answer', { question: 0, option: 0 }),
  'says not now': reply('roundId', 'not_now'),
  'says later': async (world, { who, later }, now) => {
    await reply('reminderId', 'not_now')(world, { who }, now);
    await reply('reminderId', 'remind_again', { later }, 'not_now')(world, { who }, now);
  },
  'goes quiet': (world, { who, weeks }, now) => tap(world, who, 'go_quiet', { weeks }, now),
  'says when': (world, { who, days, away }, now) => {
    const [from, until] = away
      ? [dayAfter(now, away[0]), dayAfter(now, away[0] + away[1])]
      : [null, null];
    return submit(world, who, 'own_time', { days: days.map(String), from, until }, now);
  },
  'is touched lightly': (world, { at: practice, on }, now) =>
    tap(world, 'Pia', 'lighter_touch', { practice, on, reason: 'busy' }, now),
};
