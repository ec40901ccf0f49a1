// Three months of NHS Fernshire CCG, act by act, as people would have lived them: typed, tapped and
// submitted.
import { buttonsIn } from '../sandbox/reading.ts';
import type { Visitor } from '../sandbox/visitor.ts';
import { playClosingTheLoop } from './closing-the-loop.ts';
import { playSharing } from './sharing.ts';

export type DemoContext = {
  as(name: string): Visitor;
  everyone: readonly Visitor[];
  /** To a day of the story, counted in weeks from its first Monday, and a time of day. */
  until(week: number, day: number, time: string): Promise<void>;
  /** That day as a form takes it. */
  day(week: number, day: number): string;
};

/** The story, from the first Monday on. */
export const tellStory = async (stage: DemoContext): Promise<void> => {
  await playRoles(stage);
  await playPulse(stage, 1, ['Mostly', 'Not really', 'Not sure']);
  await playHandingOn(stage, 3);
  await playReminder(stage, 4);
  await playMeeting(stage, 6);
  await playPulse(stage, 8, ['Yes, very much', 'Mostly', 'Yes']);
  await playClosingTheLoop(stage, 10);
  await playSharing(stage, 10);
  await playTopics(stage, 11);
  await playCover(stage, 12);
};

/**
 * Practices find their leads, clinicians take areas, and the engagement leads confirm those who
 * lead the CCG.
 */
const playRoles = async (stage: DemoContext) => {
  const { as, until } = stage;
  await until(0, 0, '10:00');
  for (const name of [
    'Rhys Morgan',
    'Leila Haddad',
    'Peter Lindqvist',
    'Callum Reid',
    'Tomasz Wolski',
    'Samuel Okafor',
  ])
    await as(name).type('claim lead');
  await until(0, 2, '16:00');
  for (const name of [
    'Ruth Ellery',
    'Eleni Pappas',
    'Arjun Mehta',
    'Farah Siddiqui',
    'Beatrice Lowe',
    'Daniel Roth',
    'Priti Joshi',
  ])
    await as(name).type('claim lead');
  for (const [name, role] of AREAS) await as(name).type(`claim ${role}`);
  for (const [name, role] of POSTS) await as(name).type(`claim ${role}`);
  await until(0, 3, '09:00');
  const nair = as('Priya Nair');
  for (const _ of POSTS.slice(1)) {
    await nair.openHome();
    await nair.tapHome('Confirm'); // one post still waits, for a newcomer to confirm
  }
  await playInterests(stage);
};

/** Those who look after an area say what interests they have; most have none. */
const playInterests = async ({ as }: DemoContext) => {
  for (const [name] of AREAS.slice(1)) await declareNone(as(name));
  const [[first]] = AREAS;
  await as(first).type('interests mine');
  await as(first).tap('Declare an interest');
  await as(first).submit({
    kind: 'non_financial_professional',
    description: 'Trustee of the county’s diabetes charity',
  });
  await as(first).act('close');
};

const declareNone = async (person: Visitor) => {
  await person.type('interests mine');
  await person.tap('None to declare');
};

/** A practice lead hands on to a colleague, who agrees. */
const playHandingOn = async ({ as, until }: DemoContext, week: number) => {
  await until(week, 2, '10:00');
  await as('Tomasz Wolski').type('handover @Fiona Baird');
  await until(week, 2, '10:30');
  await as('Fiona Baird').tap('Yes, I take it on');
};

/** Somebody is away, and a colleague stands in. */
const playCover = async ({ as, until }: DemoContext, week: number) => {
  await until(week, 1, '10:00');
  await as('Eleni Pappas').type('cover @Hugh Fenwick until in three weeks');
  await until(week, 1, '10:30');
  await as('Hugh Fenwick').tap('Yes, I stand in');
};

const AREAS = [
  ['Grace Adeyemi', 'diabetes'],
  ['Mei-Ling Chow', 'mental health'],
  ['Ingrid Solberg', 'frailty'],
  ['Kwame Mensah', 'cancer'],
  ['Sunita Rao', 'prescribing'],
  ['Bethan Price', 'respiratory'],
  ['Owen Bright', 'urgent care'],
] as const;

const POSTS = [
  ['Judith Pemberton', 'chair'],
  ['Hugh Fenwick', 'governing body gp'],
  ['Sofia Marino', 'governing body gp'],
  ['Nikhil Desai', 'locality lead'],
] as const;

/**
 * An anonymous pulse: opened on a Monday, answered by most within the week, closed two weeks later.
 */
const playPulse = async (
  { as, everyone, until, day }: DemoContext,
  week: number,
  lean: readonly string[],
) => {
  await until(week, 0, '09:30');
  await ask(as('Priya Nair'), 'survey', {
    template: 'member_pulse',
    names: 'anonymous',
    closes: day(week + 2, 0),
  });
  await until(week, 1, '12:50');
  const [early, late] = [
    everyone.filter((_, index) => index % 3 !== 1),
    everyone.filter((_, index) => index % 6 === 1),
  ];
  await answer(early, lean);
  await until(week + 1, 2, '13:00');
  await answer(late, lean);
};

const playReminder = async ({ as, everyone, until }: DemoContext, week: number) => {
  await until(week, 0, '11:00');
  const text =
    'Please look over your practice’s entry in the directory of services before the end of ' +
    'the month.';
  await ask(as('Tom Ashworth'), 'remind', { text, audience: 'level:practice_lead' });
  await until(week, 1, '12:50');
  for (const [index, person] of everyone.entries())
    await tapWhereSeen(person, index % 4 === 3 ? 'Not now' : 'Done');
};

const playMeeting = async ({ as, everyone, until, day }: DemoContext, week: number) => {
  await until(week, 2, '15:00');
  const survey = {
    template: 'meeting_follow_up',
    title: 'After our members’ meeting',
    names: 'named',
    chases: '0',
  };
  await ask(as('Priya Nair'), 'survey', {
    ...survey,
    audience: 'level:practice_lead',
    closes: day(week + 1, 2),
  });
  await until(week, 3, '12:50');
  const there = everyone.filter((_, index) => index % 5 !== 2);
  await answer(there, ['Yes', 'Partly', 'As now']);
};

/** Left open, so that a newcomer finds something to look at. */
const playTopics = async ({ as, everyone, until, day }: DemoContext, week: number) => {
  await until(week, 0, '10:00');
  const survey = {
    template: 'call_for_topics',
    names: 'anonymous',
    closes: day(week + 3, 0),
    chases: '0',
  };
  await ask(as('Priya Nair'), 'survey', { ...survey, audience: 'locality:Harbourside' });
  await until(week, 1, '12:50');
  const some = everyone.filter((_, index) => index % 3 === 0);
  await answer(some, ['Long-term conditions', 'Working through cases']);
};

/** Fills in the form, looks at what it asks of people, sends it and closes the window. */
const ask = async (
  lead: Visitor,
  command: 'survey' | 'remind',
  values: Readonly<Record<string, string>>,
) => {
  await lead.type(command);
  await lead.submit(values);
  await lead.submit();
  await lead.act('close');
};

/**
 * Each answers in their own way: most as the mood of the time is, some otherwise, a few say not
 * now.
 */
const answer = async (people: readonly Visitor[], lean: readonly string[]) => {
  for (const [index, person] of people.entries()) {
    if (index % 9 === 8) await tapWhereSeen(person, 'Not now');
    else await answerAs(person, index, lean);
  }
};

const answerAs = async (person: Visitor, index: number, lean: readonly string[]) => {
  for (const [question, favourite] of lean.entries()) {
    const options = await optionsBefore(person);
    const isContrary = (index * 5 + question * 2) % 7 < 3;
    await tapWhereSeen(
      person,
      (isContrary ? options[(index + question) % options.length] : favourite) ?? favourite,
    );
  }
};

const optionsBefore = async (person: Visitor): Promise<string[]> =>
  buttonsIn((await person.messages()).at(-1)?.blocks ?? [])
    .filter(({ actionId }) => actionId.startsWith('answer.'))
    .map(({ label }) => label);

const tapWhereSeen = async (person: Visitor, label: string) => {
  const last = (await person.messages()).at(-1);
  if (buttonsIn(last?.blocks ?? []).some((button) => button.label === label))
    await person.tap(label);
};
