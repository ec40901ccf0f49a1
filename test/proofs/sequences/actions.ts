// Doing each step of a sequence as the bot does it: a tap or a modal through the gate, an import as
// the command line runs it, a job.

import type { RequestKind } from '../../../src/domain/roles/requests.ts';
import { addDays, londonDay } from '../../../src/domain/time/calendar.ts';
import type { JobContext } from '../../../src/schedule/job.ts';
import { askHolders } from '../../../src/schedule/jobs/ask-holders.ts';
import { expireDue } from '../../../src/schedule/jobs/expire-due.ts';
import { followAccount } from '../../../src/slack/bolt/identify.ts';
import { sql } from '../../support/database/database.ts';
import {
  type FieldValues,
  submit as submitModal,
  tap as tapButton,
} from '../../support/dispatch.ts';
import { LEADS, NAMES, type Name, type PracticeState, type Step, type Steps } from './sequence.ts';
import {
  importLocalities,
  importPractices,
  importRoster,
  readsOf,
  slackIdOf,
  visit,
  type World,
} from './two-ccgs.ts';

type Act<Given> = (world: World, given: Given, now: Date) => Promise<unknown>;

/** Does one step. Refusals are fine; whatever is thrown is a fault. */
export const perform = (world: World, step: Step, now: Date): Promise<unknown> =>
  (acts[step.does] as Act<unknown>)(world, step, now);

const tap = async (world: World, who: Name, name: string, value: object, now: Date) =>
  tapButton(await visit(world, who, now), name, value);

const submit = async (
  world: World,
  who: Name,
  name: string,
  fields: FieldValues,
  metadata: object,
  now: Date,
) => submitModal(await visit(world, who, now), name, fields, metadata);

const personOf = (world: World, name: Name) => world.home.people.bySlackId(slackIdOf(world, name));

const pick = <T>(list: readonly T[], nth: number): T | undefined =>
  list[nth % Math.max(1, list.length)];

const seatNo = async ({ home: ccgStore }: World, nth: number) =>
  pick((await ccgStore.register()).holdings, nth);

/** Does something as the holder of a seat, where somebody we know from Slack is. */
const asHolder = async (world: World, nth: number, now: Date, name: string, more: object = {}) => {
  const seat = await seatNo(world, nth);
  const who = [...NAMES, ...LEADS].find((each) => slackIdOf(world, each) === seat?.person.slackId);
  return seat && who && tap(world, who, name, { id: seat.id, ...more }, now);
};

type Question = {
  id: string;
  kind: RequestKind;
  roleKey: string;
  practiceCode: string;
  slackId: string;
};

/**
 * One of the latest questions that were put to somebody and not answered, also one that is over by
 * now.
 */
const questionNo = async ({ databaseUrl, code }: World, nth: number) => {
  const rows = await sql(
    databaseUrl,
    `SELECT p.id, r.kind, r."roleKey", r."practiceCode", o."slackId" FROM "Prompt" p
     JOIN "Request" r ON r."ccgCode" = p."ccgCode" AND r.id = p."requestId"
     JOIN "Person" o ON o."ccgCode" = p."ccgCode" AND o.id = p."personId"
     WHERE p."ccgCode" = $1 AND p.outcome = 'waiting' AND o."slackId" IS NOT NULL ORDER BY r.state, r."createdAt" DESC, p.id LIMIT 6`,
    [code],
  );
  return pick(rows as Question[], nth);
};

const reply = async (
  world: World,
  nth: number,
  now: Date,
  answer: (question: Question) => [string, object],
) => {
  const question = await questionNo(world, nth);
  const who = [...NAMES, ...LEADS].find((each) => slackIdOf(world, each) === question?.slackId);
  return question && who && tap(world, who, ...answer(question), now);
};

/** The button that means yes. */
const yesTo = ({ id, kind, roleKey: role, practiceCode: practice }: Question): [string, object] => {
  if (kind === 'term') return ['still_me', { id }];
  if (kind === 'interests') return ['affirm_interests', { prompt: id }];
  return kind === 'vacancy' ? ['claim_seat', { role, practice }] : ['accept', { id }];
};

const seatValue = ({ role, at }: Steps['claims'], locality: string | undefined) => ({
  role,
  ...(role === 'practice_lead'
    ? { practice: at }
    : role === 'leadership:locality_lead'
      ? { locality }
      : {}),
});

const aboutSeat =
  (name: 'claim_seat' | 'ask_to_take_over') =>
  async (world: World, given: Steps['claims'], now: Date): Promise<unknown> => {
    const practice = await world.home.practices.find(given.at);
    return tap(world, given.who, name, seatValue(given, practice?.locality ?? undefined), now);
  };

const account = async (world: World, who: Name, deleted: boolean, now: Date) => {
  if (deleted) world.inactive.add(who);
  else world.inactive.delete(who);
  return followAccount(
    { store: world.store, reads: readsOf(world, who), now: () => now },
    slackIdOf(world, who),
  );
};

const roleForm = (title: string, seats: number, term: string, rules: readonly string[]) => ({
  ...{ level: 'area_lead', title, seats: String(seats), term, professions: [], rules },
});

const pairs = <Value extends string>(rows: readonly string[], between: string) =>
  new Map(rows.map((row) => row.split(between) as [string, Value]));

const acts: { readonly [Does in keyof Steps]: Act<Steps[Does]> } = {
  claims: aboutSeat('claim_seat'),
  'asks to take over': aboutSeat('ask_to_take_over'),
  'is given back': (world, { nth }, now) => asHolder(world, nth, now, 'release_seat'),
  'is offered to': async (world, { nth, to }, now) => {
    const colleague = await personOf(world, to);
    return colleague && asHolder(world, nth, now, 'offer_seat', { to: colleague.id });
  },
  'is answered yes': (world, { nth }, now) => reply(world, nth, now, yesTo),
  'is answered not now': (world, { nth }, now) =>
    reply(world, nth, now, ({ id }) => ['decline', { id }]),
  'asks for cover': (world, { who, to, days }, now) =>
    submit(
      world,
      who,
      'cover',
      { colleague: slackIdOf(world, to), until: londonDay(addDays(now, days)) },
      {},
      now,
    ),
  'is back': (world, { who }, now) => tap(world, who, 'end_cover', {}, now),
  'confirms the seat': async (world, { who, nth }, now) => {
    const { holdings } = await world.home.register();
    const seat = pick(
      holdings.filter(({ confirmed }) => !confirmed),
      nth,
    );
    return seat && tap(world, who, 'confirm_seat', { id: seat.id }, now);
  },
  'confirms the membership': async (world, { who, nth }, now) => {
    const { members } = await world.home.register();
    const waiting = members.flatMap(({ id, memberships }) =>
      memberships.flatMap(({ practiceCode, confirmed }) =>
        confirmed ? [] : [{ person: id, practice: practiceCode }],
      ),
    );
    const membership = pick(waiting, nth);
    return membership && tap(world, who, 'confirm_member', membership, now);
  },
  leaves: (world, { who }, now) => tap(world, who, 'leave', {}, now),
  joins: (world, { who, at }, now) =>
    submit(world, who, 'join', { practice: `${world.code}/${at}`, profession: 'gp' }, {}, now),
  'is deactivated': (world, { who }, now) => account(world, who, true, now),
  'is active again': (world, { who }, now) => account(world, who, false, now),
  invites: (world, { who, at }, now) =>
    tap(world, who, 'invite_practice', { role: 'practice_lead', practice: at }, now),
  'edits the role': async (world, { who, role, seats, term, confirms }, now) => {
    const title = (await world.home.register()).roles.find(({ key }) => key === role)?.title ?? '';
    return submit(
      world,
      who,
      'role',
      roleForm(title, seats, term, confirms ? ['confirms', 'declares'] : []),
      { key: role },
      now,
    );
  },
  'takes out the role': (world, { who, role }, now) =>
    submit(world, who, 'role', roleForm('', 1, '', ['retire']), { key: role }, now),
  'adds the role green': (world, { who, seats }, now) =>
    submit(world, who, 'role', roleForm('Green', seats, '', []), { key: null }, now),
  'imports a roster of': (world, { lists }, now) => importRoster(world, pairs(lists, '@'), now),
  'imports practices': (world, { states }, now) =>
    importPractices(world, pairs<PracticeState>(states, '='), now),
  'imports localities': (world, { names }, now) => importLocalities(world, pairs(names, '='), now),
  'runs the jobs': async ({ store }, _, now) => {
    await expireDue({ store } as JobContext, now);
    await askHolders({ store } as JobContext, now);
  },
};
