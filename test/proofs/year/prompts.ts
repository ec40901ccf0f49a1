// What the engagement leads ask of people in the year, through the forms as they fill them in.
import { addDays, londonDay } from '../../../src/domain/time/calendar.ts';
import { leads, type Person } from './ccg.ts';
import { as, expectWords, note, say, working, type YearContext } from './context.ts';

const [lead = { name: '' }] = leads;

type Fields = Readonly<Record<string, string>>;

/** Fills in a form, reads what it will ask of people, and sends it. */
const ask = async (
  context: YearContext,
  command: 'survey' | 'remind',
  fields: Fields,
): Promise<void> => {
  const priya = as(context, lead);
  await priya.type(command);
  const refused = (await priya.submit(fields)).errors;
  if (refused) {
    note(context, `${command}s refused for want of room`);
    expectWords(context, JSON.stringify(refused), 'Give it more time');
    return void (await priya.act('close'));
  }
  const preview = await priya.readsModal();
  expectWords(context, preview, 'of members’ time in all');
  if (/ moves? to /.test(preview)) note(context, `${command}s that something gave way to`);
  await priya.submit();
  await priya.act('close');
  note(context, `${command}s sent`);
};

const pulse = (context: YearContext) =>
  ask(context, 'survey', { template: 'member_pulse', audience: 'everyone', names: 'anonymous' });

const afterMeeting = (context: YearContext) =>
  ask(context, 'survey', {
    template: 'meeting_follow_up',
    audience: 'level:practice_lead',
    names: 'named',
  });

/** By the end of this week, so that it goes before what can wait. */
const rota = (context: YearContext) =>
  ask(context, 'remind', {
    text: 'Please send us your practice’s rota for the holidays.',
    audience: 'profession:gp',
    by: londonDay(addDays(context.now, 3)),
  });

const directory = (context: YearContext) =>
  ask(context, 'remind', {
    text: 'Please look through the new directory of services.',
    audience: 'everyone',
  });

/** A pulse every four weeks, with meetings, dates and things to remember between. */
export const askInWeek = async (context: YearContext, week: number): Promise<void> => {
  if (week % 13 === 8) await directory(context);
  if (week % 8 === 5) await afterMeeting(context);
  if (week % 4 === 0) await pulse(context);
  if (week % 8 === 2 || week % 13 === 8) await rota(context);
};

/**
 * Some people say at the start of the year on which days they work, and some practices would rather
 * be asked less.
 */
export const describeOwnTime = async (context: YearContext): Promise<void> => {
  for (const person of context.dice.some(working(context), 24)) {
    const days = context.dice.some(['1', '2', '3', '4', '5'], 3).sort().join(',');
    await fillIn(context, person, { days });
    note(context, 'people with days of their own');
  }
  for (const { name } of context.dice.some(context.practices, 3)) {
    await say(context, lead, `who ${name}`);
    await as(context, lead).tap('Lighter touch');
    note(context, 'practices with a lighter touch');
  }
};

const fillIn = async (context: YearContext, person: Person, values: Fields) => {
  await say(context, person, 'quiet');
  await as(context, person).tap('Days I work, and time away');
  await as(context, person).submit(values);
  expectWords(context, await as(context, person).readsModal(), 'Understood.');
  await as(context, person).act('close');
};

/** Two weeks away, without anybody who stands in. */
export const goAway = async (context: YearContext, person: Person): Promise<void> => {
  const until = addDays(context.now, 14);
  await fillIn(context, person, {
    from: londonDay(addDays(context.now, 1)),
    until: londonDay(until),
  });
  person.awayUntil = until;
  note(context, 'times away');
};

export const goQuiet = async (context: YearContext, person: Person): Promise<void> => {
  await say(context, person, 'quiet');
  await as(context, person).tap(context.dice.oneOf(['A week', 'A month']) ?? 'A week');
  note(context, 'quiet times');
};
