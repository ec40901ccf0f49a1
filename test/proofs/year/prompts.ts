// What the engagement leads ask of people in the year, through the forms as they fill them in.
import { addDays, londonDay } from '../../../src/domain/time/calendar.ts';
import { leads, type Person } from './ccg.ts';
import { as, expectWords, note, type Stage, say, working } from './context.ts';

const [lead = { name: '' }] = leads;

type Fields = Readonly<Record<string, string>>;

/** Fills in a form, reads what it will ask of people, and sends it. */
const ask = async (stage: Stage, command: 'survey' | 'remind', fields: Fields): Promise<void> => {
  const priya = as(stage, lead);
  await priya.type(command);
  const refused = (await priya.submit(fields)).errors;
  if (refused) {
    note(stage, `${command}s refused for want of room`);
    expectWords(stage, JSON.stringify(refused), 'Give it more time');
    return void (await priya.act('close'));
  }
  const preview = await priya.readsModal();
  expectWords(stage, preview, 'of members’ time in all');
  if (/ moves? to /.test(preview)) note(stage, `${command}s that something gave way to`);
  await priya.submit();
  await priya.act('close');
  note(stage, `${command}s sent`);
};

const pulse = (stage: Stage) => ask(stage, 'survey', { template: 'member_pulse', audience: 'everyone', names: 'anonymous' });

const afterMeeting = (stage: Stage) =>
  ask(stage, 'survey', { template: 'meeting_follow_up', audience: 'level:practice_lead', names: 'named' });

/** By the end of this week, so that it goes before what can wait. */
const rota = (stage: Stage) =>
  ask(stage, 'remind', {
    text: 'Please send us your practice’s rota for the holidays.',
    audience: 'profession:gp',
    by: londonDay(addDays(stage.now, 3)),
  });

const directory = (stage: Stage) =>
  ask(stage, 'remind', { text: 'Please look through the new directory of services.', audience: 'everyone' });

/** A pulse every four weeks, with meetings, dates and things to remember between. */
export const askInWeek = async (stage: Stage, week: number): Promise<void> => {
  if (week % 13 === 8) await directory(stage);
  if (week % 8 === 5) await afterMeeting(stage);
  if (week % 4 === 0) await pulse(stage);
  if (week % 8 === 2 || week % 13 === 8) await rota(stage);
};

/** Some people say at the start of the year on which days they work, and some practices would rather be asked less. */
export const sayOwnTime = async (stage: Stage): Promise<void> => {
  for (const person of stage.dice.some(working(stage), 24)) {
    const days = stage.dice.some(['1', '2', '3', '4', '5'], 3).sort().join(',');
    await fillIn(stage, person, { days });
    note(stage, 'people with days of their own');
  }
  for (const { name } of stage.dice.some(stage.practices, 3)) {
    await say(stage, lead, `who ${name}`);
    await as(stage, lead).tap('Lighter touch');
    note(stage, 'practices with a lighter touch');
  }
};

const fillIn = async (stage: Stage, person: Person, values: Fields) => {
  await say(stage, person, 'quiet');
  await as(stage, person).tap('Days I work, and time away');
  await as(stage, person).submit(values);
  expectWords(stage, await as(stage, person).readsModal(), 'Understood.');
  await as(stage, person).act('close');
};

/** Two weeks away, without anybody who stands in. */
export const goAway = async (stage: Stage, person: Person): Promise<void> => {
  const until = addDays(stage.now, 14);
  await fillIn(stage, person, { from: londonDay(addDays(stage.now, 1)), until: londonDay(until) });
  person.awayUntil = until;
  note(stage, 'times away');
};

export const goQuiet = async (stage: Stage, person: Person): Promise<void> => {
  await say(stage, person, 'quiet');
  await as(stage, person).tap(stage.dice.oneOf(['A week', 'A month']) ?? 'A week');
  note(stage, 'quiet times');
};
