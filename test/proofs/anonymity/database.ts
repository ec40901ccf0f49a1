// An anonymous round that is answered through the store, in any order; and what somebody who reads
// the whole database makes of it.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { planPrompt } from '../../../src/domain/sending/planning.ts';
import { fixGroups, invitedFrom } from '../../../src/domain/surveys/answer-groups.ts';
import { surveyTemplates } from '../../../src/domain/surveys/survey-templates.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import { createStore } from '../../../src/store/store.ts';
import type { AnsweredPrompt } from '../../../src/store/surveys/answers.ts';
import { type Contents, countOnPages, readContents } from '../../support/database/contents.ts';
import { copyOf, dropDatabase, newDatabase, sql } from '../../support/database/database.ts';
import { monday, settings } from '../../world.ts';

const THRESHOLD = 10;
const PEOPLE = 40;
const closesAt = addDays(monday, 14);

/**
 * A database of the demo's CCG with an anonymous round that has just been opened, and its prompts.
 * Nobody is connected to it.
 */
export const openAnonymousRound = async (): Promise<{ url: string; prompts: AnsweredPrompt[] }> => {
  const url = await newDatabase();
  const store = createStore(url);
  await setUpDemo(store, monday);
  const ccgStore = store.ccg(DEMO_CCG.code);
  const { members, ...register } = await ccgStore.register();
  const [survey] = surveyTemplates;
  if (!survey || members.length !== PEOPLE)
    throw new Error('The demo is not as this test knows it');
  const about = {
    id: randomUUID(),
    template: survey.key,
    title: survey.title,
    survey,
    openedBy: members[0]?.id ?? '',
  };
  const rules = {
    anonymous: true,
    threshold: THRESHOLD,
    closesAt,
    audience: { kind: 'everyone' as const },
    chases: 1,
  };
  const groups = fixGroups(invitedFrom({ members, ...register }, members), THRESHOLD);
  await ccgStore.rounds.open(
    { ...about, ...rules, groups },
    members.map(({ id }) => ({ personId: id, seconds: 30 })),
    (person, reservations) =>
      planPrompt({ seconds: 30, reservations, person, before: closesAt }, settings, monday),
    monday,
  );
  await store.close();
  await sql(url, NO_TIDYING);
  const prompts = await sql(
    url,
    'SELECT id, "roundId", "personId", groups FROM "Prompt" ORDER BY id',
  );
  return { url, prompts: prompts as unknown as AnsweredPrompt[] };
};

/**
 * PostgreSQL tidies up by itself, at moments of its own; then rows lie elsewhere, whatever anybody
 * answered.
 */
const NO_TIDYING = `
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
      EXECUTE format('ALTER TABLE %I SET (autovacuum_enabled = off)', name);
    END LOOP;
  END $$`;

/**
 * While somebody still looks at what was there before, PostgreSQL clears no old rows out of its
 * pages, which it does when it suits it.
 */
const watchFrom = async (url: string): Promise<{ end(): Promise<void> }> => {
  const watcher = new pg.Client({ connectionString: url });
  await watcher.connect();
  await watcher.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM "Round"');
  return watcher;
};

/**
 * What people do, one after another: each answers, and adds a comment at once, which is how it is
 * most easily told whose it is.
 */
export type Visit = {
  readonly prompt: number;
  readonly options: readonly (number | undefined)[];
  readonly comment: string;
};

const perhaps = fc.option(fc.nat(2), { nil: undefined, freq: 5 });

/** Some people in any order, with any answers; not everybody answers every question. */
export const visits = (fewest: number, most: number): fc.Arbitrary<Visit[]> =>
  fc
    .record({
      order: fc.shuffledSubarray([...Array(PEOPLE).keys()], { minLength: fewest, maxLength: most }),
      comments: fc.shuffledSubarray([...Array(PEOPLE).keys()], { minLength: PEOPLE }),
      options: fc.array(fc.tuple(fc.nat(2), perhaps, perhaps), {
        minLength: PEOPLE,
        maxLength: PEOPLE,
      }),
    })
    .map(({ order, comments, options }) =>
      order.map((prompt) => ({
        prompt,
        options: options[prompt] ?? [],
        comment: `Comment ${10 + (comments[prompt] ?? 0)}`,
      })),
    );

/**
 * The same people at the same moments, but everybody gives the answers and the comment of the next
 * one who counts in the same groups.
 */
export const exchange = (done: readonly Visit[], prompts: readonly AnsweredPrompt[]): Visit[] => {
  const groupsOf = ({ prompt }: Visit) => JSON.stringify(prompts[prompt]?.groups);
  const next = (visit: Visit, others: readonly Visit[]) =>
    others[(others.indexOf(visit) + 1) % others.length] ?? visit;
  return done.map((visit) => {
    const theirs = done.filter((other) => groupsOf(other) === groupsOf(visit));
    const options = visit.options.map((option, question) =>
      option === undefined
        ? undefined
        : next(
            visit,
            theirs.filter((other) => other.options[question] !== undefined),
          ).options[question],
    );
    return { ...visit, options, comment: next(visit, theirs).comment };
  });
};

/**
 * Lets it all happen in a copy of the database, and reads the whole of it: before, just before
 * closing, and after; then also its pages. `isWatched`: rows lie where they were written, which two
 * databases can only be compared by.
 */
export const live = async (
  { url, prompts }: Awaited<ReturnType<typeof openAnonymousRound>>,
  done: readonly Visit[],
  isWatched = false,
): Promise<Record<'before' | 'open' | 'closed', Contents> & { onPages: number[] }> => {
  const copy = await copyOf(url);
  const before = await readContents(copy);
  const watcher = isWatched ? await watchFrom(copy) : undefined;
  const store = createStore(copy);
  const ccgStore = store.ccg(DEMO_CCG.code);
  const roundId = prompts[0]?.roundId ?? '';
  // as every tap is noted
  const tap = (visit: Visit, what: string) =>
    store.idempotency.begin(`${visit.prompt} ${what}`, monday);
  for (const visit of done) {
    const prompt = prompts[visit.prompt] as AnsweredPrompt;
    for (const [question, option] of visit.options.entries()) {
      if (option === undefined) continue;
      await tap(visit, `answer ${question}`);
      await ccgStore.answers.countAnonymously(prompt, question, option);
    }
    await tap(visit, 'comment');
    await ccgStore.answers.comment(roundId, null, visit.comment);
  }
  const open = await readContents(copy);
  await ccgStore.rounds.close(roundId, closesAt);
  const closed = await readContents(copy);
  await watcher?.end();
  const onPages = await countOnPages(copy, ['Tally', 'Receipt', 'Comment']);
  await store.close();
  await dropDatabase(copy);
  return { before, open, closed, onPages };
};
