import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { planPrompt } from '../../../src/domain/sending/planning.ts';
import { fixGroups, invitedFrom } from '../../../src/domain/surveys/answer-groups.ts';
import { surveyTemplates } from '../../../src/domain/surveys/survey-templates.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import type { Planner } from '../../../src/store/sending/create-prompts.ts';
import { type CcgStore, createStore, type Store } from '../../../src/store/store.ts';
import type { AnsweredPrompt } from '../../../src/store/surveys/answers.ts';
import { newDatabase, sql } from '../../support/database/database.ts';
import { monday, settings } from '../../world.ts';

const closesAt = addDays(monday, 14);
const plan: Planner = (person, reservations) =>
  planPrompt({ seconds: 30, person, reservations, before: closesAt }, settings, monday);

describe('rounds in the database', () => {
  let url: string;
  let store: Store;
  let ccgStore: CcgStore;
  beforeAll(async () => {
    url = await newDatabase();
    store = createStore(url);
    await setUpDemo(store, monday);
    ccgStore = store.ccg(DEMO_CCG.code);
  });
  afterAll(() => store?.close());

  const openRound = async (anonymous: boolean, id = randomUUID()) => {
    const register = await ccgStore.register();
    const [template] = surveyTemplates;
    if (!template) throw new Error('There is no template');
    const groups = anonymous ? fixGroups(invitedFrom(register, register.members), 10) : new Map();
    const round = {
      id,
      template: template.key,
      title: template.title,
      survey: template,
      anonymous,
      threshold: 10,
      closesAt,
      audience: { kind: 'everyone' as const },
      chases: 1,
      openedBy: register.members[0]?.id ?? '',
      groups,
    };
    await ccgStore.rounds.open(
      round,
      register.members.map((member) => ({ personId: member.id, seconds: 30 })),
      plan,
      monday,
    );
    return id;
  };
  const promptsOf = async (roundId: string): Promise<AnsweredPrompt[]> =>
    (await sql(
      url,
      'SELECT id, "roundId", "personId", groups, "practiceCode" FROM "Prompt" WHERE ' +
        '"roundId" = $1 ORDER BY id',
      [roundId],
    )) as unknown as AnsweredPrompt[];
  const number = async (table: string, roundId: string) =>
    Number(
      (await sql(url, `SELECT count(*) AS n FROM "${table}" WHERE "roundId" = $1`, [roundId]))[0]?.[
        'n'
      ],
    );

  it('opening a round twice with the same id opens it once', async () => {
    const id = randomUUID();
    await openRound(true, id);
    await openRound(true, id);
    expect(await number('Prompt', id)).toBe(40);
  });

  it('two rounds opened at the same moment give nobody two prompts in a week', async () => {
    await Promise.all([openRound(false), openRound(false), openRound(true)]);
    const crowded = await sql(
      url,
      'SELECT "personId", week, count(*) FROM "Delivery" WHERE place IS NOT NULL GROUP BY 1, ' +
        '2 HAVING count(*) > 1',
    );
    expect(crowded).toEqual([]);
  });

  it('an anonymous answer leaves a receipt without an answer, and a count without a person', async () => {
    const id = await openRound(true);
    const [prompt] = await promptsOf(id);
    if (!prompt) throw new Error('There is no prompt');
    expect(await ccgStore.answers.countAnonymously(prompt, 0, 1)).toBe('counted');
    expect(await number('Answer', id)).toBe(0);
    const [receipt] = await sql(url, 'SELECT * FROM "Receipt" WHERE "roundId" = $1', [id]);
    expect(Object.keys(receipt ?? {}).sort()).toEqual([
      'ccgCode',
      'personId',
      'question',
      'roundId',
    ]);
    const tallies = await sql(
      url,
      'SELECT cut, "group", option, count FROM "Tally" WHERE "roundId" = $1 AND count > 0',
      [id],
    );
    expect(tallies.map(({ cut, option, count }) => [cut, option, count]).sort()).toEqual([
      ['all', 1, 1],
      ['locality', 1, 1],
    ]);
    expect(
      await sql(url, 'SELECT outcome, "repliedAt" FROM "Prompt" WHERE id = $1', [prompt.id]),
    ).toEqual([{ outcome: 'answered', repliedAt: null }]);
  });

  it('a second tap counts nothing, whatever it chose', async () => {
    const id = await openRound(true);
    const [prompt] = await promptsOf(id);
    if (!prompt) throw new Error('There is no prompt');
    const results = await Promise.all(
      [0, 1, 2, 0].map((option) => ccgStore.answers.countAnonymously(prompt, 0, option)),
    );
    expect(results.filter((result) => result === 'counted')).toHaveLength(1);
    const [total] = await sql(
      url,
      `SELECT sum(count)::int AS n FROM "Tally" WHERE "roundId" = $1 AND cut = 'all'`,
      [id],
    );
    expect(total).toEqual({ n: 1 });
  });

  it('closing makes the tables once, and deletes receipts and counts', async () => {
    const id = await openRound(true);
    const prompts = await promptsOf(id);
    for (const [index, prompt] of prompts.slice(0, 24).entries())
      await ccgStore.answers.countAnonymously(prompt, 0, index % 3);
    for (const text of ['Zebra crossings', 'A longer agenda', 'More time'])
      await ccgStore.answers.comment(id, null, text);
    await Promise.all([ccgStore.rounds.close(id, closesAt), ccgStore.rounds.close(id, closesAt)]);
    expect([await number('Receipt', id), await number('Tally', id)]).toEqual([0, 0]);
    const round = await ccgStore.rounds.find(id);
    const whole = round?.results?.find(({ cut, question }) => cut === 'all' && question === 0);
    expect(whole?.groups[0]?.shown).toEqual({ kind: 'counts', counts: [8, 8, 8, 0] });
    expect(
      await sql(
        url,
        `SELECT count(*)::int AS n FROM "Change" WHERE kind = 'round_closed' AND about = $1`,
        [id],
      ),
    ).toEqual([{ n: 1 }]);
    expect((await ccgStore.rounds.comments(id)).map(({ text }) => text)).toEqual([
      'A longer agenda',
      'More time',
      'Zebra crossings',
    ]);
  });

  it(
    'after closing, comments lie in the order of the alphabet and were written by one ' +
      'transaction',
    async () => {
      const id = await openRound(true);
      for (const prompt of (await promptsOf(id)).slice(0, 10))
        await ccgStore.answers.countAnonymously(prompt, 0, 0);
      for (const text of ['c', 'a', 'b']) await ccgStore.answers.comment(id, null, text);
      await ccgStore.rounds.close(id, closesAt);
      const rows = await sql(
        url,
        'SELECT text, xmin::text AS writer, "personId" FROM "Comment" WHERE "roundId" = $1 ' +
          'ORDER BY ctid',
        [id],
      );
      expect(rows.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
      expect(new Set(rows.map(({ writer }) => writer)).size).toBe(1);
      expect(rows.every(({ personId }) => personId === null)).toBe(true);
    },
  );

  it('an answer that comes with the closing is counted whole or not at all', async () => {
    const id = await openRound(true);
    const prompts = await promptsOf(id);
    const answers = prompts.map((prompt) => ccgStore.answers.countAnonymously(prompt, 0, 0));
    const [, ...results] = await Promise.all([ccgStore.rounds.close(id, closesAt), ...answers]);
    const answered = await sql(
      url,
      `SELECT count(*)::int AS n FROM "Prompt" WHERE "roundId" = $1 AND outcome = 'answered'`,
      [id],
    );
    expect(answered).toEqual([{ n: results.filter((result) => result === 'counted').length }]);
    expect([await number('Receipt', id), await number('Tally', id)]).toEqual([0, 0]);
  });

  it('nothing can be added to a round that has closed', async () => {
    const id = await openRound(false);
    const [prompt] = await promptsOf(id);
    await ccgStore.rounds.close(id, closesAt);
    if (!prompt) throw new Error('There is no prompt');
    expect(await ccgStore.answers.storeByName(prompt, 0, 0, closesAt)).toBe('closed');
    expect(await ccgStore.answers.comment(id, null, 'late')).toBe('closed');
  });

  it('nothing can be taken back from a round that has closed', async () => {
    const id = await openRound(false);
    const [prompt] = await promptsOf(id);
    if (!prompt) throw new Error('There is no prompt');
    await ccgStore.answers.storeByName(prompt, 0, 0, monday);
    await ccgStore.rounds.close(id, closesAt);
    expect(await ccgStore.answers.withdraw(prompt, closesAt)).toBe('closed');
    expect(await number('Answer', id)).toBe(1);
  });

  it('a named answer can be changed and taken back', async () => {
    const id = await openRound(false);
    const [prompt] = await promptsOf(id);
    if (!prompt) throw new Error('There is no prompt');
    await ccgStore.answers.storeByName(prompt, 0, 0, monday);
    await ccgStore.answers.storeByName(prompt, 0, 2, monday);
    expect(await ccgStore.prompts.view(prompt.id)).toMatchObject({ answered: new Map([[0, 2]]) });
    await ccgStore.answers.takeBack(prompt, monday);
    expect(await ccgStore.prompts.view(prompt.id)).toMatchObject({
      answered: new Map(),
      outcome: 'waiting',
    });
  });
});
