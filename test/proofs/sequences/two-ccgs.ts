// A CCG of its own for one sequence, and its people at the bot's door: the true gate, handlers and
// store; only Slack's users.info is stood in for.
import type { WebClient } from '@slack/web-api';
import { importers } from '../../../src/files/proposals.ts';
import { identifyUser } from '../../../src/slack/bolt/identify.ts';
import type { Interaction } from '../../../src/slack/bolt/interaction.ts';
import type { CcgStore, Store } from '../../../src/store/store.ts';
import { sql } from '../../support/database/database.ts';
import { LEADS, LOCALITIES, NAMES, type Name, PRACTICES, type PracticeState } from './sequence.ts';

export type World = {
  readonly store: Store;
  readonly home: CcgStore;
  readonly code: string;
  readonly databaseUrl: string;
  /** Whose Slack account is not active. */
  readonly inactive: Set<Name>;
};

export const slackIdOf = ({ code }: Pick<World, 'code'>, name: Name): string =>
  `U${code}${name.toUpperCase()}`;
const emailOf = ({ code }: World, name: string) => `${name}@${code}.example`.toLowerCase();

/**
 * A new CCG with three practices in two localities, two people at each, and two engagement leads.
 */
export const openWorld = async (
  store: Store,
  databaseUrl: string,
  code: string,
  now: Date,
): Promise<World> => {
  await store.ccgs.create({ code, name: `NHS ${code} CCG`, channelId: 'C0ENGAGE' }, now);
  const world = { store, home: store.ccg(code), code, databaseUrl, inactive: new Set<Name>() };
  await importPractices(world, new Map(PRACTICES.map((practice) => [practice, 'open'])), now);
  await importLocalities(
    world,
    new Map(PRACTICES.map((practice, index) => [practice, LOCALITIES[index % 2] ?? ''])),
    now,
  );
  await importRoster(
    world,
    new Map(NAMES.map((name, index) => [name, PRACTICES[index % PRACTICES.length] ?? ''])),
    now,
  );
  for (const name of LEADS)
    await world.home.people.addLead({ name, email: emailOf(world, name), slackId: null }, now);
  // so that everyone's account is known
  for (const name of [...NAMES, ...LEADS]) await visit(world, name, now);
  return world;
};

/**
 * Forgets what was asked and held, so that time passing in a later sequence does not come back to
 * this one.
 */
export const closeWorld = async ({ databaseUrl, code }: World): Promise<void> => {
  for (const table of ['Delivery', 'Prompt', 'Request', 'Holding'])
    await sql(databaseUrl, `DELETE FROM "${table}" WHERE "ccgCode" = $1`, [code]);
};

/** Somebody at the door, found as the bot finds whoever types or taps. */
export const visit = (world: World, name: Name, now: Date): Promise<Interaction> =>
  identifyUser(
    { store: world.store, reads: readsOf(world, name), slashCommand: '/ccg' },
    slackIdOf(world, name),
    now,
  );

/** What Slack says of somebody's account. */
export const readsOf = (world: World, name: Name): WebClient => {
  const user = {
    id: slackIdOf(world, name),
    team_id: 'T0SANDBOX',
    deleted: world.inactive.has(name),
    profile: { email: emailOf(world, name), real_name: name },
  };
  const auth = { test: async () => ({ ok: true, team_id: 'T0SANDBOX' }) };
  return { auth, users: { info: async () => ({ ok: true, user }) } } as unknown as WebClient;
};

const importFile = async (
  { home: ccgStore, code }: World,
  kind: keyof typeof importers,
  lines: readonly string[],
  now: Date,
) =>
  (await importers[kind](new TextEncoder().encode(lines.join('\n')), ccgStore, code, now)).apply();

export const importPractices = (
  world: World,
  states: ReadonlyMap<string, PracticeState>,
  now: Date,
): Promise<void> => {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  const line = ([practice, state]: readonly [string, PracticeState]) => {
    const [left, status, ccg] = [
      state === 'closed' ? day : '',
      state === 'closed' ? 'C' : 'A',
      state === 'moved' ? '98Z' : world.code,
    ];
    return (
      `${practice},SURGERY ${practice},Y99,QZZ,2 MILL LANE,,,,,ZF1 ` +
      `1AA,19740401,${left},${status},B,${ccg},20130401,,01632 960101,,,,0,,${ccg},,4,`
    );
  };
  return importFile(world, 'practices', [...states].map(line), now);
};

export const importLocalities = (
  world: World,
  names: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> =>
  importFile(
    world,
    'localities',
    ['practice_code,locality', ...[...names].map((row) => row.join(','))],
    now,
  );

export const importRoster = (
  world: World,
  lists: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> => {
  const line = ([name, practice]: readonly [string, string]) =>
    `${emailOf(world, name)},${name},gp,${practice}`;
  return importFile(
    world,
    'roster',
    ['email,name,profession,practice_code', ...[...lists].map(line)],
    now,
  );
};
