// What people do by themselves in a week of the year: claiming, asking to take over, giving back, holidays, coming and going.
import { addDays, sayDay } from '../../../src/domain/time/calendar.ts';
import type { Person } from './ccg.ts';
import { as, colleaguesOf, expectWords, note, type Stage, say, working } from './context.ts';
import { roleOf, roles, titleFor } from './invariants.ts';
import { goAway, goQuiet } from './prompts.ts';

/** Most of those who see that a seat is taken do not ask for it. */
const OF_THOSE_WHO_ASK = 0.2;

type Doing = (stage: Stage, person: Person) => Promise<void>;

/** Somebody takes a free seat, or asks for a full one. What the bot must say follows from the truth. */
export const claim = async (stage: Stage, person: Person, role = roles[0]): Promise<void> => {
  if (!role?.jobs.includes(person.job)) return;
  const { truth, now } = stage;
  const title = titleFor(role, person);
  if (truth.holds(title, person.name)) return;
  const wasFull = truth.isFull(title);
  if (wasFull && !stage.dice.chance(OF_THOSE_WHO_ASK)) return; // they can see who holds it, and leave it at that
  const answered = await say(stage, person, `claim ${role.words}`);
  if (wasFull) return askToTakeOver(stage, person, answered);
  expectWords(stage, answered, title);
  expectWords(stage, answered, role.isConfirmedByLeads ? 'to be confirmed by' : 'You are now');
  note(stage, 'claims');
  truth.take(title, person.name, !role.isConfirmedByLeads, now);
};

const askToTakeOver = async (stage: Stage, person: Person, answered: string) => {
  expectWords(stage, answered, 'taken');
  await as(stage, person).tap('Ask to take over');
  note(stage, 'asked to take over');
};

const giveBack: Doing = async (stage, person) => {
  const seat = stage.dice.oneOf(stage.truth.seatsOf(person.name));
  if (!seat || stage.truth.seatsOf(person.name).length > 1) return;
  await say(stage, person, 'release');
  await as(stage, person).tap('Give back');
  note(stage, 'gave back');
  stage.truth.drop(seat.title, person.name);
};

const handOn: Doing = async (stage, person) => {
  const [seat, ...others] = stage.truth.seatsOf(person.name);
  const colleague = stage.dice.oneOf(colleaguesOf(stage, person));
  if (!seat || others.length > 0 || !colleague) return;
  const isAble = roleOf(seat.title).jobs.includes(colleague.job) && !stage.truth.holds(seat.title, colleague.name);
  const answered = await say(stage, person, `handover @${colleague.name}`);
  expectWords(stage, answered, isAble ? 'is asked whether they would like' : colleague.name);
  note(stage, 'offered');
};

const goOnHoliday: Doing = async (stage, person) => {
  const colleague = stage.dice.oneOf(colleaguesOf(stage, person));
  if (!colleague || person.awayUntil) return;
  const until = addDays(stage.now, 16);
  expectWords(
    stage,
    await say(stage, person, `cover @${colleague.name} until ${sayDay(until, stage.now)}`),
    'is asked to stand in for you',
  );
  person.awayUntil = until;
  note(stage, 'holidays');
};

/** The three ways of going: the bot hears of two at once, and of the third with the next roster. */
const ways = ['deactivated', 'left', 'dropped'] as const;

const go = async (stage: Stage, person: Person, way = stage.dice.oneOf(ways)) => {
  const how = way === 'dropped' && !person.isListed ? 'left' : way; // a roster can only drop whom one has named
  if (how === 'deactivated') await as(stage, person).act('deactivate');
  if (how === 'left') {
    await say(stage, person, 'leave');
    await as(stage, person).tap('Take me off the list');
  }
  note(stage, `people who went: ${how}`);
  if (how === 'dropped' && person.practice) stage.dropped.set(person.name, person.practice);
  else stage.truth.leaves(person.name);
  person.practice = null;
};

/** Somebody with a role beyond their practice is on no roster any more, and says nothing. */
const dropIfWider: Doing = async (stage, person) => {
  if (stage.truth.seatsOf(person.name).some(({ title }) => roleOf(title).key !== 'practice_lead'))
    await go(stage, person, 'dropped');
};

/** Somebody new comes to a practice and joins its list; a lead or the next roster confirms them. */
export const comeAndClaim: Doing = async (stage, person) => {
  const practice = stage.dice.oneOf(
    stage.practices.filter(({ name, closedOn }) => !closedOn && !stage.truth.isFull(`Practice lead for ${name}`)),
  );
  if (!practice) return;
  Object.assign(person, { practice, isNew: false });
  await as(stage, person).type(`join ${practice.name}`);
  await as(stage, person).submit({ practice: `98Y/${practice.code}`, profession: person.job });
  await as(stage, person).act('close');
  expectWords(stage, await say(stage, person, 'claim lead'), 'to be confirmed by');
  note(stage, 'newcomers');
  stage.truth.take(`Practice lead for ${practice.name}`, person.name, false, stage.now);
};

const aboutOneIn = (weeks: number, doing: Doing) => async (stage: Stage) => {
  const here = working(stage).filter(({ awayUntil }) => !awayUntil || awayUntil < stage.now);
  for (const person of here.filter(() => stage.dice.chance(1 / weeks))) {
    person.awayUntil = null;
    await doing(stage, person);
  }
};

/** What a week brings, by how many weeks pass for one person between two of the kind. */
export const liveAWeek = async (stage: Stage): Promise<void> => {
  await aboutOneIn(500, handOn)(stage);
  await aboutOneIn(400, giveBack)(stage);
  await aboutOneIn(120, goOnHoliday)(stage);
  await aboutOneIn(60, goAway)(stage);
  await aboutOneIn(200, goQuiet)(stage);
  await aboutOneIn(150, (_, person) => claim(stage, person, stage.dice.oneOf(roles)))(stage);
  await aboutOneIn(250, (_, person) => go(stage, person))(stage);
  await aboutOneIn(100, dropIfWider)(stage);
  const newcomer = stage.people.find(({ isNew }) => isNew);
  if (newcomer && stage.dice.chance(0.15)) await comeAndClaim(stage, newcomer);
};
