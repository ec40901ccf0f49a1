// Who somebody is: attacks on it, each of which succeeded once.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_CCG } from '../../../src/demo.ts';
import { importers } from '../../../src/files/proposals.ts';
import type { User } from '../../../src/sandbox/workspace.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

const NOW = new Date('2026-09-07T08:00:00Z');
const OSEI = 'amara.osei@fernshire.example';
const ROSTER = ['email,name,profession,practice_code'];
const RIVERSIDE = [
  'rhys.morgan@fernshire.example,Dr Rhys Morgan,gp,Y99001',
  'helen.carver@fernshire.example,Helen Carver,nurse,Y99001',
  'martin.doyle@fernshire.example,Martin Doyle,practice_manager,Y99001',
];
const someone = (id: string, name: string, email: string, kind: User['kind'] = ''): User => ({
  ...{ id, name, email, kind, title: '' },
});

let world: TestWorld;

const importRoster = async (rows: readonly string[], answer?: boolean) => {
  const bytes = new TextEncoder().encode([...ROSTER, ...rows].join('\n'));
  const plan = await importers.roster(bytes, world.ccgStore, DEMO_CCG.code, NOW);
  await plan.apply(answer);
  return plan;
};
const open = async (moreUsers: readonly User[] = []) => {
  world = await openWorld({ moreUsers });
};

describe('somebody taken off a roster who joins again by hand', () => {
  beforeAll(async () => {
    await open();
    await importRoster(RIVERSIDE);
    await world.as('Osei').type('join riverside');
    await world.as('Osei').submit({ practice: '99Z/Y99001', profession: 'gp' });
    await world.as('Osei').type('claim lead');
  });
  afterAll(() => world?.close());

  it('holds a seat that is to be confirmed', async () =>
    expect(await world.as('Osei').reads()).toContain('to be confirmed'));

  it('sees no figures', async () => {
    await world.as('Osei').type('practices');
    expect(await world.as('Osei').reads()).toContain('That opens once');
  });

  it('stands on the lead’s Home as to be confirmed', async () => {
    await world.as('Nair').openHome();
    expect(await world.as('Nair').readsHome()).toContain('Dr Amara Osei');
  });

  it('is confirmed with the seat: one tap of a lead opens what the seat opens', async () => {
    const [seat] = await sql(
      world.databaseUrl,
      `SELECT h.id FROM "Holding" h JOIN "Person" p ON p."ccgCode" = h."ccgCode" AND p.id = ` +
        `h."personId" WHERE p.email = '${OSEI}' AND h.until IS NULL`,
    );
    await world.as('Nair').openHome();
    await world.as('Nair').tapHome('Confirm');
    const [membership] = await sql(
      world.databaseUrl,
      `SELECT m."confirmedAt" FROM "Membership" m JOIN "Person" p ON p."ccgCode" = m."ccgCode" ` +
        `AND p.id = m."personId" WHERE p.email = '${OSEI}' AND m.until IS NULL`,
    );
    expect([Boolean(seat), Boolean(membership?.['confirmedAt'])]).toEqual([true, true]);
  });
});

describe('a second account with the same e-mail address', () => {
  beforeEach(() => open([someone('U0SECOND', 'Second Account', OSEI.toUpperCase())]));
  afterEach(() => world?.close());

  it('is told that the other one is on the list, while both are active', async () => {
    await world.as('Osei').type('me');
    const second = world.as('Second');
    await second.type('join riverside');
    expect(await second.submit({ practice: '99Z/Y99001', profession: 'gp' })).toMatchObject({
      errors: { practice: expect.stringContaining('Another active Slack account') },
    });
  });

  it('takes over from one that was deactivated', async () => {
    await world.as('Osei').type('me');
    await world.as('Nair').act('deactivate', { user: world.as('Osei').id });
    await world.as('Second').type('me');
    expect(await world.as('Second').reads()).toContain('Riverside Surgery');
  });
});

describe('an e-mail address in a profile', () => {
  const address = 'new.starter@fernshire.example';
  beforeAll(async () => {
    await open([
      someone('U0GUEST', 'Gail Guest', address, 'guest'),
      someone('U0OUTSIDE', 'Olga Outside', address, 'external'),
      someone('U0ROBOT', 'Rob Robot', address, 'bot'),
      someone('U0UNSURE', 'Una Unsure', address, 'unconfirmed'),
    ]);
    await importRoster([...RIVERSIDE, `${OSEI},Dr Amara Osei,gp,Y99001`, `${address},N,gp,Y99001`]);
  });
  afterAll(() => world?.close());

  it.each([
    ['Guest', 'Guests of this workspace'],
    ['Outside', 'belongs to another workspace'],
    ['Robot', 'Apps cannot join'],
    ['Unsure', 'has not confirmed your e-mail address'],
  ])('%s is nobody of ours by it, and is told whom to ask', async (name, words) => {
    await world.as(name).type('me');
    expect(await world.as(name).reads()).toContain('You are not on a practice’s list');
    await world.as(name).type('join riverside');
    expect(await world.as(name).submit({ practice: '99Z/Y99001', profession: 'gp' })).toMatchObject(
      { errors: { practice: expect.stringContaining(words) } },
    );
  });
});

describe('an address that changes', () => {
  beforeEach(() => open());
  afterEach(() => world?.close());
  const renamed = 'amara.osei@nhs.example';

  it('is followed from Slack, so that a roster with the new one finds the same person', async () => {
    const osei = world.sandbox.desk.workspace.users.find(({ email }) => email === OSEI);
    Object.assign(osei ?? {}, { email: renamed });
    await world.store.accounts.followEmails(
      [{ slackId: osei?.id ?? '', name: '', email: renamed, isActive: true, kind: 'full' }],
      NOW,
    );
    const plan = await importRoster([...RIVERSIDE, `${renamed},Dr Amara Osei,gp,Y99001`]);
    expect(plan.isEmpty).toBe(true);
  });

  it('is asked about where only the roster knows it, and the seat stays if it is the same', async () => {
    await world.as('Osei').type('claim lead');
    const plan = await importRoster([...RIVERSIDE, `${renamed},Amara Osei,gp,Y99001`], true);
    expect(plan.question).toContain('same people');
    expect(plan.lines.join('\n')).toContain(`${OSEI}, now ${renamed}`);
    const [seat] = await sql(
      world.databaseUrl,
      `SELECT p.email FROM "Holding" h JOIN "Person" p ON p."ccgCode" = h."ccgCode" AND p.id = ` +
        `h."personId" WHERE h.until IS NULL AND h."practiceCode" = 'Y99001' AND p."slackId" ` +
        `= 'U0OSEI'`,
    );
    expect(seat).toEqual({ email: renamed });
  });
});

describe('what is not theirs', () => {
  beforeAll(() => open());
  afterAll(() => world?.close());

  it('an interest of somebody else is not ended, and no declaration is renewed', async () => {
    const { ccgStore } = world;
    const osei = await ccgStore.people.bySlackId('U0OSEI');
    const morgan = await ccgStore.people.bySlackId('U0MORGAN');
    if (!osei || !morgan) throw new Error('nobody there');
    const interest = { kind: 'financial', description: 'Shares', shown: true } as const;
    await ccgStore.interests.add({ personId: osei.id, ...interest }, NOW);
    const [{ id = '' } = {}] = (await ccgStore.interests.all()).get(osei.id)?.interests ?? [];
    expect(await ccgStore.interests.end(id, morgan.id, NOW)).toBe(false);
    expect((await ccgStore.interests.all()).get(osei.id)?.interests).toHaveLength(1);
    expect((await ccgStore.interests.all()).has(morgan.id)).toBe(false);
  });
});
