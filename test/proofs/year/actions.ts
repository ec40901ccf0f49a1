// What people do by themselves in a week of the year: claiming, asking to take over, giving back,
// holidays, coming and going.
import { addDays, formatDay } from '../../../src/domain/time/calendar.ts';
import type { Person } from './ccg.ts';
import { as, colleaguesOf, expectWords, note, say, working, type YearContext } from './context.ts';
import { roleOf, roles, titleFor } from './invariants.ts';
import { goAway, goQuiet } from './prompts.ts';

/** Most of those who see that a seat is taken do not ask for it. */
const OF_THOSE_WHO_ASK = 0.2;

type Doing = (context: YearContext, person: Person) => Promise<void>;

/**
 * Somebody takes a free seat, or asks for a full one. What the bot must say follows from the truth.
 */
export const claim = async (
  context: YearContext,
  person: Person,
  role = roles[0],
): Promise<void> => {
  if (!role?.jobs.includes(person.job)) return;
  const { truth, now } = context;
  const title = titleFor(role, person);
  if (truth.holds(title, person.name)) return;
  const wasFull = truth.isFull(title);
  // they can see who holds it, and leave it at that
  if (wasFull && !context.dice.chance(OF_THOSE_WHO_ASK)) return;
  const answered = await say(context, person, `claim ${role.words}`);
  if (wasFull) return askToTakeOver(context, person, answered);
  expectWords(context, answered, title);
  expectWords(context, answered, role.isConfirmedByLeads ? 'to be confirmed by' : 'You are now');
  note(context, 'claims');
  truth.take(title, person.name, !role.isConfirmedByLeads, now);
};

const askToTakeOver = async (context: YearContext, person: Person, answered: string) => {
  expectWords(context, answered, 'taken');
  await as(context, person).tap('Ask to take over');
  note(context, 'asked to take over');
};

const giveBack: Doing = async (context, person) => {
  const seat = context.dice.oneOf(context.truth.seatsOf(person.name));
  if (!seat || context.truth.seatsOf(person.name).length > 1) return;
  await say(context, person, 'release');
  await as(context, person).tap('Give back');
  note(context, 'gave back');
  context.truth.drop(seat.title, person.name);
};

const handOn: Doing = async (context, person) => {
  const [seat, ...others] = context.truth.seatsOf(person.name);
  const colleague = context.dice.oneOf(colleaguesOf(context, person));
  if (!seat || others.length > 0 || !colleague) return;
  const isAble =
    roleOf(seat.title).jobs.includes(colleague.job) &&
    !context.truth.holds(seat.title, colleague.name);
  const answered = await say(context, person, `handover @${colleague.name}`);
  expectWords(context, answered, isAble ? 'is asked whether they would like' : colleague.name);
  note(context, 'offered');
};

const goOnHoliday: Doing = async (context, person) => {
  const colleague = context.dice.oneOf(colleaguesOf(context, person));
  if (!colleague || person.awayUntil) return;
  const until = addDays(context.now, 16);
  expectWords(
    context,
    await say(context, person, `cover @${colleague.name} until ${formatDay(until, context.now)}`),
    'is asked to stand in for you',
  );
  person.awayUntil = until;
  note(context, 'holidays');
};

/** The three ways of going: the bot hears of two at once, and of the third with the next roster. */
const ways = ['deactivated', 'left', 'dropped'] as const;

const go = async (context: YearContext, person: Person, way = context.dice.oneOf(ways)) => {
  // a roster can only drop whom one has named
  const how = way === 'dropped' && !person.isListed ? 'left' : way;
  if (how === 'deactivated') await as(context, person).act('deactivate');
  if (how === 'left') {
    await say(context, person, 'leave');
    await as(context, person).tap('Take me off the list');
  }
  note(context, `people who went: ${how}`);
  if (how === 'dropped' && person.practice) context.dropped.set(person.name, person.practice);
  else context.truth.leaves(person.name);
  person.practice = null;
};

/** Somebody with a role beyond their practice is on no roster any more, and says nothing. */
const dropIfWider: Doing = async (context, person) => {
  if (context.truth.seatsOf(person.name).some(({ title }) => roleOf(title).key !== 'practice_lead'))
    await go(context, person, 'dropped');
};

/** Somebody new comes to a practice and joins its list; a lead or the next roster confirms them. */
export const comeAndClaim: Doing = async (context, person) => {
  const practice = context.dice.oneOf(
    context.practices.filter(
      ({ name, closedOn }) => !closedOn && !context.truth.isFull(`Practice lead for ${name}`),
    ),
  );
  if (!practice) return;
  Object.assign(person, { practice, isNew: false });
  await as(context, person).type(`join ${practice.name}`);
  await as(context, person).submit({ practice: `98Y/${practice.code}`, profession: person.job });
  await as(context, person).act('close');
  expectWords(context, await say(context, person, 'claim lead'), 'to be confirmed by');
  note(context, 'newcomers');
  context.truth.take(`Practice lead for ${practice.name}`, person.name, false, context.now);
};

const aboutOneIn = (weeks: number, doing: Doing) => async (context: YearContext) => {
  const here = working(context).filter(({ awayUntil }) => !awayUntil || awayUntil < context.now);
  for (const person of here.filter(() => context.dice.chance(1 / weeks))) {
    person.awayUntil = null;
    await doing(context, person);
  }
};

/** What a week brings, by how many weeks pass for one person between two of the kind. */
export const liveAWeek = async (context: YearContext): Promise<void> => {
  await aboutOneIn(500, handOn)(context);
  await aboutOneIn(400, giveBack)(context);
  await aboutOneIn(120, goOnHoliday)(context);
  await aboutOneIn(60, goAway)(context);
  await aboutOneIn(200, goQuiet)(context);
  await aboutOneIn(150, (_, person) => claim(context, person, context.dice.oneOf(roles)))(context);
  await aboutOneIn(250, (_, person) => go(context, person))(context);
  await aboutOneIn(100, dropIfWider)(context);
  const newcomer = context.people.find(({ isNew }) => isNew);
  if (newcomer && context.dice.chance(0.15)) await comeAndClaim(context, newcomer);
};
