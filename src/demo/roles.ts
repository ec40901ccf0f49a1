import type { Visitor } from '../sandbox/visitor.ts';
import type { DemoContext } from './context.ts';

/**
 * Practices find their leads, clinicians take areas, and the engagement leads confirm those who
 * lead the CCG.
 */
export const playRoles = async (stage: DemoContext) => {
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
export const playHandingOn = async ({ as, until }: DemoContext, week: number) => {
  await until(week, 2, '10:00');
  await as('Tomasz Wolski').type('handover @Fiona Baird');
  await until(week, 2, '10:30');
  await as('Fiona Baird').tap('Yes, I take it on');
};

/** Somebody is away, and a colleague stands in. */
export const playCover = async ({ as, until }: DemoContext, week: number) => {
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
