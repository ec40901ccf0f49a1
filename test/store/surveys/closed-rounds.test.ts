import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { surveyTemplates } from '../../../src/domain/surveys/survey-templates.ts';
import type { Planner } from '../../../src/store/sending/create-prompts.ts';
import { type CcgStore, createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase, sql } from '../../support/database/database.ts';
import { monday } from '../../world.ts';

const plan: Planner = () => ({ noRoom: 'outside_window' });

describe('rounds that are compared over time', () => {
  let url: string;
  let store: Store;
  let ccgStore: CcgStore;
  let lead: string;
  beforeAll(async () => {
    url = await newDatabase();
    store = createStore(url);
    await setUpDemo(store, monday);
    ccgStore = store.ccg(DEMO_CCG.code);
    lead = (await ccgStore.register()).members[0]?.id ?? '';
  });
  afterAll(() => store?.close());

  /** A round that has closed, without anybody in it. */
  const closedRound = async (title: string, change = '') => {
    const [survey] = surveyTemplates;
    if (!survey) throw new Error('There is no template');
    const id = randomUUID();
    const asked = {
      template: survey.key,
      title,
      survey,
      anonymous: false,
      threshold: 10,
      closesAt: monday,
    };
    const round = {
      id,
      ...asked,
      audience: { kind: 'everyone' as const },
      chases: 0,
      openedBy: lead,
      groups: new Map(),
    };
    await ccgStore.rounds.open(round, [], plan, monday);
    await ccgStore.rounds.close(id, monday);
    if (change) await sql(url, `UPDATE "Round" SET ${change} WHERE id = $1`, [id]);
    return id;
  };
  const alike = async (id: string) =>
    (await ccgStore.rounds.alike(id)).map(({ title }) => title).sort();

  it('are of one template and asked the same audience in the same way', async () => {
    const id = await closedRound('This');
    await closedRound('The same');
    await closedRound('Another template', `template = 'other'`);
    await closedRound('Another audience', `audience = '{"kind": "gps"}'`);
    await closedRound('A lead for each practice', `unit = 'practice'`);
    await closedRound('Still open', `"closedAt" = NULL`);
    expect(await alike(id)).toEqual(['The same', 'This']);
  });

  it('or are of one series, whatever was changed in it', async () => {
    const series = randomUUID();
    const id = await closedRound('First', `"seriesId" = '${series}', template = 'own'`);
    await closedRound(
      'Second',
      `"seriesId" = '${series}', template = 'own too', audience = '{"kind": "gps"}'`,
    );
    await closedRound(
      'Of another series',
      `"seriesId" = '${randomUUID()}', template = 'own three'`,
    );
    expect(await alike(id)).toEqual(['First', 'Second']);
  });

  it(
    'an answer to what was said is kept in place of the one before, and not while a round is ' +
      'open',
    async () => {
      const [id, open] = [
        await closedRound('Answered'),
        await closedRound('Open', `"closedAt" = NULL`),
      ];
      expect(await ccgStore.rounds.respond(open, 'Too early', lead, monday)).toBe(false);
      expect(await ccgStore.rounds.respond(id, 'Once', lead, monday)).toBe(true);
      expect(await ccgStore.rounds.respond(id, 'Twice', lead, monday)).toBe(true);
      expect(await ccgStore.rounds.find(id)).toMatchObject({
        response: 'Twice',
        respondedAt: monday,
      });
    },
  );

  it(
    'what comes of a survey for one practice is read by those who were asked, and what comes ' +
      'of others by everyone',
    async () => {
      const [someone, other] = (await ccgStore.register()).members;
      const asked = await closedRound(
        'For one practice',
        `audience = '{"kind": "everyone", "practiceCode": "Y99001"}'`,
      );
      const prompt =
        'INSERT INTO "Prompt" ("ccgCode", id, "personId", "roundId", seconds) VALUES ' +
        `('${DEMO_CCG.code}', $1, $2, $3, 30)`;
      await sql(url, prompt, [randomUUID(), someone?.id, asked]);
      const later = new Date(monday.getTime() + 60_000);
      for (const id of [asked, await closedRound('For everyone')])
        await ccgStore.rounds.respond(id, 'We will', lead, later);
      const read = async (id = '') =>
        (await ccgStore.rounds.respondedSince(monday, id)).map(({ title }) => title).sort();
      expect(await read(someone?.id)).toEqual(['For everyone', 'For one practice']);
      expect(await read(other?.id)).toEqual(['For everyone']);
    },
  );
});
