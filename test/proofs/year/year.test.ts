import { afterAll, beforeAll, expect, it } from 'vitest';
import { titleOf } from '../../../src/domain/roles/register.ts';
import { addDays, londonDay } from '../../../src/domain/time/calendar.ts';
import { post } from '../../../src/sandbox/visitor.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';
import { claim, liveAWeek } from './actions.ts';
import {
  leads,
  makePeople,
  makePractices,
  type Practice,
  throwDice,
  usersOf,
  YEAR_CCG,
} from './ccg.ts';
import { moveTo, working, type YearContext } from './context.ts';
import { describeFigures, readFigures } from './figures.ts';
import { createExpected, roles } from './invariants.ts';
import { confirmOnHome, importFiles, invite, newMonth, setTerms } from './office.ts';
import { askInWeek, describeOwnTime } from './prompts.ts';
import { answerLetters } from './replies.ts';

const WEEKS = 52;
const WEEKS_OF_CLAIMS = 8;
const MONDAY = new Date('2026-09-07T08:00:00Z');
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

let world: TestWorld;
let context: YearContext;
beforeAll(async () => {
  const practices = makePractices();
  const people = makePeople(practices);
  world = await openWorld({ startAt: MONDAY.toISOString(), moreUsers: usersOf(people) });
  const diceFor = (occasion: string) => throwDice(seed, occasion);
  const empty = {
    truth: createExpected(),
    tally: new Map(),
    surprises: [],
    dropped: new Map<string, Practice>(),
  };
  context = { world, practices, people, dice: throwDice(seed), diceFor, now: MONDAY, ...empty };
  await world.store.ccgs.create(YEAR_CCG, MONDAY);
  await importFiles(context);
  for (const { name, email } of leads)
    await world.store.ccg(YEAR_CCG.code).people.addLead({ name, email, slackId: null }, MONDAY);
  await moveTo(context, '2026-09-07', '09:30'); // everyone is found in Slack
  await openConversations(people);
});
afterAll(() => world?.close());

/**
 * Slack lets 50 conversations be opened a minute, and its pauses are real time, in which weeks of
 * this year go by; so everybody has spoken with the bot before.
 */
const openConversations = async (people: readonly { readonly id: string }[]) => {
  for (const { id } of people) await post(`${world.sandbox.url}/control/direct`, { user: id });
  await sql(
    world.databaseUrl,
    `UPDATE "Person" SET "dmChannel" = 'D' || substr("slackId", 2) WHERE "slackId" IS NOT NULL`,
  );
};

const register = async () => {
  const current = await world.store.ccg(YEAR_CCG.code).register();
  return current.holdings
    .map(
      (holding) =>
        `${titleOf(current, holding)}: ` +
        `${holding.person.name}${holding.confirmed ? '' : ' (to be confirmed)'}`,
    )
    .sort();
};

const expectTruth = async (week: number) =>
  expect(await register(), `the register in week ${week}, dice ${seed}`).toEqual(
    context.truth.lines(context.now),
  );

/** In the first weeks seats are taken; after that the year goes its way. */
const live = async (week: number) => {
  if (week >= WEEKS_OF_CLAIMS) return liveAWeek(context);
  for (const person of context.dice.some(working(context), 12)) await claim(context, person);
  for (const role of roles.slice(1)) {
    const [somebody] = context.dice.some(working(context), 1);
    if (somebody) await claim(context, somebody, role);
  }
};

it(
  'after a year of people who come, move, go on holiday, step down and say nothing, the ' +
    'register equals the truth',
  async () => {
    const startedAt = Date.now();
    console.log(`SEED=${seed} throws the dice of this year again.`);
    const read = new Set<string>();
    await setTerms(context);
    await describeOwnTime(context);
    for (let week = 0; week < WEEKS; week += 1) {
      const day = (days: number) => londonDay(addDays(MONDAY, week * 7 + days));
      await moveTo(context, day(0), '09:45');
      if (week % 4 === 3) {
        await newMonth(context);
        await moveTo(context, day(0), '10:00');
        await expectTruth(week);
        await invite(context);
      }
      await askInWeek(context, week);
      await moveTo(context, day(1), '10:30');
      await live(week);
      await moveTo(context, day(3), '15:00');
      await answerLetters(context, read);
      await confirmOnHome(context);
      await moveTo(context, day(4), '15:00');
      await answerLetters(context, read);
    }
    await moveTo(context, londonDay(addDays(MONDAY, WEEKS * 7)), '09:45');
    await newMonth(context);
    const figures = await readFigures(world.databaseUrl);
    console.log(describeFigures(figures, context, seed, (Date.now() - startedAt) / 1000));
    await expectTruth(WEEKS);
    expect(context.surprises, `what people were told, dice ${seed}`).toEqual([]);
    expect(figures.mostInWeek).toBeLessThanOrEqual(1);
    expect(figures.gpMonth.most).toBeLessThanOrEqual(180);
    expect(figures.mostChases).toBeLessThanOrEqual(2);
    expect(figures.gpMonth.median).toBeGreaterThan(0);
    expect(context.truth.size()).toBeGreaterThan(40);
  },
);
