import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { replay } from '../../../src/domain/roles/replay.ts';
import { importers } from '../../../src/files/proposals.ts';
import { channels, readUsers } from '../../../src/sandbox/people.ts';
import { textOf } from '../../../src/sandbox/reading.ts';
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { post } from '../../../src/sandbox/visitor.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import { type OpenStore, openStore } from '../../../src/store/postgres/open.ts';
import { type BotProcess, startProcess } from '../../support/bot/process.ts';
import { newDatabase } from '../../support/database/database.ts';
import { monday } from '../../world.ts';

const CHANNEL = 'C0ENGAGE';
const BOTS = 4;
/** How long a laden machine may take until everyone has heard the truth. */
const REPLY_TIMEOUT_MS = 90_000;
const TAKEN = 'You are now Practice lead for High Wold Surgery';
const FULL = 'Both seats are taken: Practice lead for High Wold Surgery is ';

const crowd = Array.from({ length: 200 }, (_, index) => ({
  id: `U0CROWD${index}`,
  name: `Dr Crowd ${String(index).padStart(3, '0')}`,
  email: `crowd${index}@fernshire.example`,
  title: 'GP, High Wold Surgery',
}));
const roster = [
  'email,name,profession,practice_code',
  ...crowd.map(({ email, name }) => `${email},${name},gp,Y99009`),
];

describe('200 people who claim two seats at once, from four bots on one PostgreSQL', () => {
  let sandbox: Sandbox;
  let opened: OpenStore;
  let bots: BotProcess[] = [];
  const ccgStore = () => opened.store.ccg(DEMO_CCG.code);

  const startBots = async (databaseUrl: string) => {
    const { SLACK_SIGNING_SECRET: _, ...variables } = sandbox.variables;
    const environment = { ...variables, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' };
    const counting = {
      NODE_OPTIONS: `--import ${new URL('../../support/database/count-answers.ts', import.meta.url)}`,
    };
    const start = () =>
      startProcess('test/support/bot/bot.ts', { ...environment, ...counting }, /ready/);
    bots = await Promise.all(Array.from({ length: BOTS }, start));
    // returns when the bots have met everyone
    await post(`${sandbox.url}/control/clock`, { to: monday.toISOString() });
  };

  /** What only this person sees in the channel, oldest first. */
  const toldTo = (id: string): string[] =>
    messagesIn(sandbox.desk.workspace, CHANNEL)
      .filter(({ ephemeralTo }) => ephemeralTo === id)
      .map(({ text, blocks }) => textOf(blocks) || text);
  /** Those whose last word from the bot has these words in it. */
  const lastToldOf = (words: string) =>
    crowd.filter(({ id }) => toldTo(id).at(-1)?.includes(words)).map(({ name }) => name);
  const answersOf = (bot: BotProcess) => bot.output().match(/^answered$/gm)?.length ?? 0;
  const seats = async () =>
    (await ccgStore().register()).holdings.map(({ person, seat }) => ({ name: person.name, seat }));

  beforeAll(async () => {
    sandbox = await openSandbox({
      ...{ port: 0, channels, manifestPath: 'manifest.yml', startAt: monday },
      users: [...readUsers(), ...crowd],
    });
    const databaseUrl = await newDatabase();
    opened = await openStore({ databaseUrl, dataDir: '' });
    await setUpDemo(opened.store, monday);
    await (
      await importers.roster(
        new TextEncoder().encode(roster.join('\n')),
        ccgStore(),
        DEMO_CCG.code,
        monday,
      )
    ).apply();
    await startBots(databaseUrl);
    await Promise.all(
      crowd.map(({ id }) =>
        post(`${sandbox.url}/control/command`, { user: id, text: 'claim lead', channel: CHANNEL }),
      ),
    );
  });
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.kill('SIGKILL')));
    await opened?.close();
    await sandbox?.close();
  });

  it(
    'leave two holders, and tell the 198 others kindly who they are',
    async () => {
      // whoever first read that it takes longer is told the truth after it
      await expect
        .poll(() => [lastToldOf(TAKEN).length, lastToldOf(FULL).length], {
          timeout: REPLY_TIMEOUT_MS,
        })
        .toEqual([2, 198]);
      const holders = (await seats()).sort((a, b) => a.seat - b.seat);
      expect(holders.map(({ seat }) => seat)).toEqual([1, 2]);
      expect(holders.map(({ name }) => name).sort()).toEqual(lastToldOf(TAKEN).sort());
      const namesBoth = ({ id }: { id: string }) =>
        holders.every(({ name }) => toldTo(id).at(-1)?.includes(name));
      const others = crowd.filter(({ name }) => !holders.some((holder) => holder.name === name));
      expect(others.filter((each) => !namesBoth(each))).toEqual([]);
    },
    REPLY_TIMEOUT_MS + 10_000,
  );

  it('leave nobody with an apology, and tell nobody that they have what they do not', () => {
    const said = crowd.flatMap(({ id }) => toldTo(id));
    expect(said.filter((words) => words.includes('something went wrong'))).toEqual([]);
    expect(said.filter((words) => words.includes(TAKEN))).toHaveLength(2);
  });

  it('leave a history that adds up to the two', async () => {
    const { holdings } = await ccgStore().register();
    const held = replay(await ccgStore().history.all());
    expect(held.map(({ personId }) => personId).sort()).toEqual(
      holdings.map(({ person }) => person.id).sort(),
    );
    expect(
      held.every(
        ({ roleKey, practiceCode }) => roleKey === 'practice_lead' && practiceCode === 'Y99009',
      ),
    ).toBe(true);
  });

  it('are answered by all four', () => {
    const answers = bots.map(answersOf);
    expect(answers.every((number) => number > 0)).toBe(true);
    expect(answers.reduce((sum, number) => sum + number, 0)).toBeGreaterThanOrEqual(crowd.length);
  });

  it('leave every bot able to leave in order', async () => {
    expect(await Promise.all(bots.map((bot) => bot.kill('SIGTERM')))).toEqual([0, 0, 0, 0]);
  });
});
