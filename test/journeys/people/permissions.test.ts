// Who may do what, by walking: every command, button and modal there is, by every kind of person,
// through the one gate.
import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { CAVEAT } from '../../../src/domain/indicators/figure-text.ts';
import {
  type Permission,
  permissions,
  type UserRole,
} from '../../../src/domain/people/permissions.ts';
import { importers } from '../../../src/files/proposals.ts';
import { createLog } from '../../../src/log.ts';
import { channels, readUsers } from '../../../src/sandbox/people.ts';
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { listAccounts } from '../../../src/slack/api/accounts.ts';
import { createClients } from '../../../src/slack/api/clients.ts';
import { runCommand, runModal, runTap } from '../../../src/slack/bolt/dispatch.ts';
import { buttons, commands, modals } from '../../../src/slack/bolt/features.ts';
import { followAccount, identifyUser } from '../../../src/slack/bolt/identify.ts';
import type { Interaction, Response } from '../../../src/slack/bolt/interaction.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase, sql } from '../../support/database/database.ts';
import { type FieldValues, submit, tap } from '../../support/dispatch.ts';
import { asSurvey, nothingThere, submissionOf, type Target, tapOf } from '../../support/samples.ts';
import { monday } from '../../world.ts';

/**
 * Written down a second time, on purpose: a slip in the code's table is a difference to this one. A
 * letter means that they may. Stranger, To be confirmed, Member, Practice lead, Area lead,
 * Leadership, Engagement lead, Deactivated (who may nothing); member and engagement lead of another
 * CCG, in that CCG.
 */
const TABLE = `
  S T M P A L E · m e  read help
  S T M P A L E · m e  read privacy
  S T M P A L E · m e  join
  · T M P A L E · m e  look up
  · T M P A L E · m e  read own page
  · T M P A L E · m e  claim
  · T M P A L E · m e  release
  · T M P A L E · m e  hand over
  · T M P A L E · m e  take over
  · T M P A L E · m e  reply to a request
  · T M P A L E · m e  ask for cover
  · · M P A L E · m e  read interests
  · T M P A L E · m e  declare interests
  · T M P A L E · m e  go quiet
  · T M P A L E · m e  leave
  · T M P A L E · m e  answer
  · · M P A L E · m e  share a win
  · · M P A L E · m e  confirm
  · · · P · · E · · e  choose a lighter touch
  · · · · · · E · · e  confirm members
  · · · · · · E · · e  ask members
  · · · · · · E · · e  read summary
  · · · · · · E · · e  post summary
  · · · · · · E · · e  read vacancies
  · · · · · · E · · e  invite a practice
  · · · · · · E · · e  read results
  · · · · · · E · · e  close the loop
  · · · · · · E · · e  read practices
  · · · · · · E · · e  note a contact
  · · · P · · E · · e  look at figures
  · · · · · · E · · e  edit roles
  · · · · · · E · · e  change settings
  · · · · · · E · · e  read history
`;

const rows = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => line.trim().split('  '))
    .map(([letters = '', act = '']) => [act, letters.split(' ')] as const),
);
const mayBy = ({ letter }: Kind, act: Permission) => rows.get(act)?.includes(letter) ?? false;

const ELSEWHERE = { code: '98Z', name: 'NHS Elsewhere CCG', channelId: 'C0ELSE' };

type Kind = {
  readonly letter: string;
  readonly who: string;
  readonly slackId: string;
  readonly standings: readonly UserRole[];
  /** What the gate says to them. */
  readonly refusal: string;
};

const forLeadsOf = ({ name }: { name: string }) =>
  `That is for the engagement leads of ${name}. If you should be one, ask them to add you.`;

const stranger: Kind = {
  ...{ letter: 'S', who: 'a stranger', slackId: 'U0VALE', standings: ['stranger'] },
  refusal:
    'You are not on a practice’s list here yet. Type “/ccg join” and part of your practice’s ' +
    'name; it takes a minute.',
};
const deactivated: Kind = {
  ...{
    letter: 'D',
    who: 'somebody whose account is deactivated, a lead until then',
    slackId: 'U0ROTH',
    standings: [],
  },
  refusal: `Slack says that this account is not active, so ${DEMO_CCG.name} cannot take this from it.`,
};
const toBeConfirmed: Kind = {
  ...{
    letter: 'T',
    who: 'somebody to be confirmed',
    slackId: 'U0FRESH',
    standings: ['to_be_confirmed'],
  },
  refusal:
    `That opens once ${DEMO_CCG.name} has confirmed that you work at your practice. Nothing is ` +
    'needed from you.',
};
const known = (letter: string, who: string, slackId: string, ...userRoles: UserRole[]): Kind => ({
  ...{ letter, who, slackId, standings: userRoles },
  refusal: forLeadsOf(DEMO_CCG),
});
const knownElsewhere = (...who: Parameters<typeof known>): Kind => ({
  ...known(...who),
  refusal: forLeadsOf(ELSEWHERE),
});

const member = known('M', 'a member', 'U0BAIRD', 'member');

const elsewhere = [
  knownElsewhere('m', 'a member of another CCG', 'U0MOOR', 'member'),
  knownElsewhere('e', 'an engagement lead of another CCG', 'U0HEATH', 'engagement_lead'),
];
const kinds: readonly Kind[] = [
  stranger,
  toBeConfirmed,
  member,
  known('P', 'a practice lead', 'U0LINDQVIST', 'member', 'practice_lead'),
  known('A', 'a clinical area lead', 'U0CHOW', 'member', 'area_lead'),
  known('L', 'somebody in the leadership', 'U0PEMBERTON', 'member', 'leadership'),
  known('E', 'an engagement lead', 'U0ASHWORTH', 'engagement_lead'),
  deactivated,
  ...elsewhere,
];

const LET_IN = 'let in';
const refusals = new Set(kinds.map(({ refusal }) => refusal));

/** Refused is who hears one of the gate's sentences and nothing else. */
const answerOf = (say: Response) => {
  const said = say.reply?.text ?? '';
  return refusals.has(said) && Object.keys(say).length === 1 ? said : LET_IN;
};

/** A way in: something to type, to tap or to submit. */
type Entrance = {
  readonly what: string;
  readonly act: Permission;
  enter(visit: Interaction): Promise<Response>;
};

const typed = (text: string, act: Permission): Entrance => ({
  what: `/ccg ${text}`,
  act,
  enter: (visit) => runCommand(visit, text),
});

/**
 * Everything people can type, tap and submit, about a target. Leaving comes last, as nobody who
 * left can go on.
 */
const entrances = (target: Target): Entrance[] => {
  const { words } = target;
  const all = [
    ...commands.map(({ name, permission: act }) => typed(`${name} ${words}`.trim(), act)),
    ...commands.map(({ name: command, permission: act }): Entrance => {
      const value = JSON.stringify({ command });
      return {
        what: `the button for /ccg ${command}`,
        act,
        enter: (visit) => runTap(visit, 'run_command', value),
      };
    }),
    ...buttons.map(({ button, permission: act }): Entrance => {
      const { actionId, value } = tapOf(button, target);
      return {
        what: `the button ${actionId} ${value}`,
        act,
        enter: (visit) => runTap(visit, actionId, value),
      };
    }),
    ...modals.map(({ modal, permission: act }): Entrance => {
      const view = submissionOf(modal, target);
      return {
        what: `the modal ${JSON.stringify(view)}`,
        act,
        enter: (visit) => runModal(visit, view),
      };
    }),
  ];
  return leavingLast(all);
};

const leavingLast = (all: readonly Entrance[]) => [
  ...all.filter(({ act }) => act !== 'leave'),
  ...all.filter(({ act }) => act === 'leave'),
];

const newcomers = [
  { id: 'U0FRESH', name: 'Dr Freya Fresh', email: 'freya.fresh@locums.example', title: 'Locum GP' },
  {
    id: 'U0MOOR',
    name: 'Dr Una Moor',
    email: 'una.moor@elsewhere.example',
    title: 'GP, Moorland Practice',
  },
  {
    id: 'U0HEATH',
    name: 'Wilf Heath',
    email: 'wilf.heath@elsewhere.example',
    title: 'Engagement lead, elsewhere',
  },
];
const PRACTICE_ELSEWHERE =
  '"Y98001","MOORLAND PRACTICE","Y98","QZZ","1 FELL ROAD","","MOORTON","FERNSHIRE","","ZF7 ' +
  '1AA","19740401","","A","B","98Z","20130401","","01632 960 ' +
  '201","","","","0","","98Z","","4",""';
const ROSTER_ELSEWHERE =
  'email,name,profession,practice_code\nuna.moor@elsewhere.example,Dr Una Moor,gp,Y98001';

/**
 * Two CCGs and the people of the table, real but for Slack; without a bot beside it, so that only
 * the walk changes anything.
 */
const openTown = async () => {
  const users = [...readUsers(), ...newcomers];
  const sandbox = await openSandbox({
    port: 0,
    users,
    channels,
    manifestPath: 'manifest.yml',
    startAt: monday,
  });
  const url = await newDatabase();
  const store = createStore(url);
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl } = sandbox.variables;
  const { reads } = createClients({ token, apiUrl, log: createLog('silent') });
  await setUpDemo(store, monday);
  await setUpElsewhere(store);
  await store.accounts.link(await listAccounts(reads));
  const twoCcgs = { sandbox, store, url, reads, ...doorOf(sandbox, store, reads) };
  await peopleTown(twoCcgs);
  return { ...twoCcgs, close: () => store.close().then(() => sandbox.close()) };
};

const setUpElsewhere = async (store: Store) => {
  await store.ccgs.create(ELSEWHERE, monday);
  const shelf = store.ccg(ELSEWHERE.code);
  const bytes = (text: string) => new TextEncoder().encode(text);
  await (
    await importers.practices(bytes(PRACTICE_ELSEWHERE), shelf, ELSEWHERE.code, monday)
  ).apply();
  await (await importers.roster(bytes(ROSTER_ELSEWHERE), shelf, ELSEWHERE.code, monday)).apply();
  await shelf.people.addLead(
    { name: 'Wilf Heath', email: 'wilf.heath@elsewhere.example', slackId: null },
    monday,
  );
};

/**
 * The door, a second after the last who came through it: Slack takes only so many questions a
 * minute about who they are.
 */
const doorOf = ({ desk }: Sandbox, store: Store, reads: WebClient) => {
  const visit = async (slackId: string) => {
    await desk.clock.moveTo(desk.clock.now() + 1000);
    return identifyUser(
      { store, reads, slashCommand: '/ccg' },
      slackId,
      new Date(desk.clock.now()),
    );
  };
  return {
    visit,
    type: async (slackId: string, text: string) => runCommand(await visit(slackId), text),
    tap: async (slackId: string, name: string, value: object) =>
      tap(await visit(slackId), name, value),
    submit: async (slackId: string, name: string, fields: FieldValues, metadata: object) =>
      submit(await visit(slackId), name, fields, metadata),
  };
};

type TwoCcgs = {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly reads: WebClient;
  readonly url: string;
} & ReturnType<typeof doorOf>;

const peopleTown = async ({ sandbox, store, url, reads, type, tap, submit }: TwoCcgs) => {
  await submit('U0FRESH', 'join', { practice: '99Z/Y99004', profession: 'gp' }, {});
  await type('U0LINDQVIST', 'claim lead');
  await type('U0CHOW', 'claim mental health');
  await type('U0PEMBERTON', 'claim chair');
  const [post] = await sql(url, `SELECT id FROM "Holding" WHERE "roleKey" = 'leadership:chair'`);
  await tap('U0NAIR', 'confirm_seat', { id: String(post?.['id']) });
  await type('U0ROTH', 'claim cancer');
  const roth = { email: 'daniel.roth@fernshire.example', slackId: null, name: '' };
  await store.ccg(DEMO_CCG.code).people.addLead(roth, monday);
  sandbox.desk.record({ kind: 'deactivated', user: 'U0ROTH', isDeactivated: true });
  await followAccount({ store, reads, now: () => monday }, 'U0ROTH');
};

describe('the table', () => {
  const ways = [...commands, ...buttons, ...modals];

  it('has the same rows here and in the code', () =>
    expect(Object.keys(permissions).sort()).toEqual([...rows.keys()].sort()));

  it('has no row that nothing people can type, tap or submit is about', () =>
    expect([...new Set(ways.map(({ permission: act }) => act))].sort()).toEqual(
      [...rows.keys()].sort(),
    ));

  it('says something of each of the kinds of people, and only of them', () => {
    const letters = kinds.map(({ letter }) => letter);
    for (const [act, row] of rows)
      expect([act, row.map((mark, at) => (mark === '·' ? letters[at] : mark))]).toEqual([
        act,
        letters,
      ]);
  });
});

describe('everything people can type, tap and submit', () => {
  let twoCcgs: TwoCcgs & { close(): Promise<void> };
  beforeAll(async () => {
    twoCcgs = await openTown();
  });
  afterAll(() => twoCcgs?.close());

  it.each(kinds)(
    'is open to $who where the table says so, and refused with the reason elsewhere',
    async (kind) => {
      const found: [string, string][] = [];
      const expected: [string, string][] = [];
      for (const { what, act, enter } of entrances(nothingThere())) {
        const visit = await twoCcgs.visit(kind.slackId);
        expect(visit.userRoles, what).toEqual(kind.standings);
        found.push([what, answerOf(await enter(visit))]);
        expected.push([what, mayBy(kind, act) ? LET_IN : kind.refusal]);
      }
      expect(found).toEqual(expected);
    },
  );
});

/** What a CCG has said and written that no other may read. */
const OURS = {
  ccg: DEMO_CCG.name,
  channel: DEMO_CCG.channelId,
  practice: 'Riverside Surgery',
  person: 'Dr Amara Osei',
  role: 'Hedgerow lead',
  round: 'After the flood',
  comment: 'Bring back the noticeboard',
  reminder: 'Please water the fig tree',
  interest: 'A stake in Pinewood Software',
  win: 'We ring before the clinic',
  figures: '801 among 8,420',
};

/**
 * Seats held, to be confirmed, asked for and offered, with a cover and an invitation; an interest,
 * a role of its own, somebody who left.
 */
const holdSeats = async ({ type, tap, submit }: TwoCcgs) => {
  await type('U0OSEI', 'claim lead');
  await type('U0OSEI', 'claim diabetes');
  await type('U0MORGAN', 'claim lead');
  await type('U0MORGAN', 'handover <@U0DOYLE>');
  await type('U0MORGAN', 'cover <@U0OSEI> until 12 December');
  await type('U0FENWICK', 'claim governing body gp');
  await tap('U0CARVER', 'ask_to_take_over', { role: 'practice_lead', practice: 'Y99001' });
  await tap('U0NAIR', 'invite_practice', { role: 'practice_lead', practice: 'Y99009' });
  await submit(
    'U0OSEI',
    'interest',
    { kind: 'financial', description: OURS.interest, shown: ['yes'] },
    {},
  );
  const role = { title: OURS.role, seats: '2', term: null, professions: [], rules: [] };
  await submit('U0NAIR', 'role', { ...role, level: 'area_lead' }, { key: null });
  await tap('U0NAIR', 'note_contact', { practice: 'Y99004', kind: 'visit' });
  await tap('U0KERR', 'leave', {});
};

/** A win of each of two colleagues, of which the other would like to hear more. */
const shareWins = async ({ tap, submit }: Pick<TwoCcgs, 'tap' | 'submit'>) => {
  const win = { what: OURS.win, result: 'Fewer come twice', practiceCode: 'Y99001', areaKey: null };
  for (const [author, colleague] of [
    ['U0OSEI', 'U0MORGAN'],
    ['U0MORGAN', 'U0OSEI'],
  ] as const) {
    const id = randomUUID();
    await submit(author, 'share_send', {}, { ...win, id });
    await tap(colleague, 'tap_win', { id, kind: 'interested' });
  }
};

/**
 * A summary, a reminder, three rounds with an answer and a comment each, one of them closed, and
 * one that is planned.
 */
const askMembers = async (twoCcgs: TwoCcgs) => {
  const { tap, submit, store, url } = twoCcgs;
  const audience = { kind: 'everyone' } as const;
  const days = { by: null, when: null, repeat: 'once' } as const;
  const reminder = { text: OURS.reminder, link: null, named: false, audience, ...days };
  await tap('U0NAIR', 'post_summary', { id: randomUUID() });
  await submit('U0NAIR', 'remind_send', {}, { ...reminder, id: randomUUID() });
  await submit('U0NAIR', 'remind_send', {}, { ...reminder, id: randomUUID(), repeat: 'monthly' });
  await shareWins(twoCcgs);
  const planned = { audience, repeat: 'once', opens: null } as const;
  const [closed, named, anonymous] = [randomUUID(), randomUUID(), randomUUID()];
  for (const roundId of [closed, named, anonymous]) {
    const asking = asSurvey('own', { title: OURS.round, anonymous: roundId === anonymous });
    await submit('U0NAIR', 'survey_send', {}, { ...planned, id: roundId, asking });
    const [prompt] = await sql(url, `${PROMPTS} WHERE "slackId" = 'U0OSEI' AND "roundId" = $1`, [
      roundId,
    ]);
    const id = String(prompt?.['id']);
    await tap('U0OSEI', 'answer', { prompt: id, question: 1, option: 0 });
    await submit('U0OSEI', 'comment', { text: OURS.comment }, { id });
    await submit('U0OSEI', 'comment', { text: 'Ring her on 07700 900123' }, { id });
  }
  await store.ccg(DEMO_CCG.code).rounds.close(closed, monday);
  const later = {
    id: randomUUID(),
    asking: asSurvey('own', { title: OURS.round }),
    audience,
    repeat: 'monthly',
  } as const;
  await submit('U0NAIR', 'survey_send', {}, { ...later, opens: '2026-10-05' });
};

const PROMPTS = 'SELECT p.id FROM "Prompt" AS p JOIN "Person" AS o ON o.id = p."personId"';

/** Everything of the CCG at work that a button or form could point at. */
const targetsIn = async ({ url }: TwoCcgs): Promise<Target[]> => {
  const ids = async (statement: string) => (await sql(url, statement)).map(({ id }) => String(id));
  const persons = await ids(`SELECT id FROM "Person" WHERE "slackId" IN ('U0FRESH', 'U0OSEI')`);
  const all = [
    ...(await ids(`${PROMPTS} WHERE "slackId" = 'U0OSEI'`)),
    ...(await ids(
      'SELECT DISTINCT ON (kind) p.id FROM "Prompt" AS p JOIN "Request" AS r ON r.id = ' +
        '"requestId" ORDER BY kind',
    )),
    ...(await ids(
      'SELECT DISTINCT ON ("roleKey") id FROM "Holding" WHERE until IS NULL ORDER BY "roleKey"',
    )),
    ...(await ids('SELECT DISTINCT ON (kind) id FROM "Request" ORDER BY kind')),
    ...(await ids(
      'SELECT id FROM "Round" UNION ALL SELECT id FROM "Reminder" UNION ALL SELECT id FROM ' +
        '"SummaryPost"',
    )),
    ...(await ids(
      'SELECT id FROM "Interest" UNION ALL SELECT id FROM "Contact" UNION ALL SELECT id FROM ' +
        '"Series"',
    )),
    ...(await ids('SELECT id FROM "Win"')),
    ...persons,
  ];
  const inTurn = <T>(values: readonly T[], at: number) => values[at % values.length] as T;
  const words = [
    '',
    'mine',
    'Y99001',
    '<@U0OSEI>',
    '<@U0OSEI> until 12 December',
    'diabetes',
    'osei',
    'fernbridge',
  ];
  return all.map((id, at) => ({
    ...{
      id,
      person: inTurn(persons, at),
      slackId: inTurn(['U0OSEI', 'U0DOYLE'], at),
      ccg: DEMO_CCG.code,
    },
    ...{
      practice: inTurn(['Y99001', 'Y99004', 'Y99009'], at),
      role: inTurn(['practice_lead', 'area_lead:diabetes'], at),
    },
    ...{
      freeRole: 'area_lead:hedgerow_lead',
      setting: 'anonymity_threshold',
      template: 'member_pulse',
    },
    ...{ audience: { kind: 'everyone' }, words: inTurn(words, at) },
  }));
};

/** Every row of the CCG, by table. */
const rowsOf = async (url: string): Promise<Map<string, string[]>> => {
  const tables = await sql(
    url,
    `SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'ccgCode'`,
  );
  const found = new Map<string, string[]>();
  for (const { name, key } of [
    ...tables.map(({ name }) => ({ name, key: 'ccgCode' })),
    { name: 'Ccg', key: 'code' },
  ]) {
    const statement = `SELECT to_jsonb(t)::text AS row FROM "${name}" AS t WHERE "${key}" = $1 ORDER BY 1`;
    found.set(
      String(name),
      (await sql(url, statement, [DEMO_CCG.code])).map(({ row }) => String(row)),
    );
  }
  return found;
};

/** The rows that are in the one and not in the other. */
const differences = (before: Map<string, string[]>, after: Map<string, string[]>) => {
  const missing = (from: Map<string, string[]>, to: Map<string, string[]>) =>
    [...from].flatMap(([table, found]) => {
      const there = new Set(to.get(table));
      return found.filter((row) => !there.has(row)).map((row) => ({ table, row }));
    });
  return [...missing(before, after), ...missing(after, before)];
};

describe('everything people can type, tap and submit, about what a CCG has', () => {
  let twoCcgs: TwoCcgs & { close(): Promise<void> };
  let ways: Entrance[];
  let names: string[];
  beforeAll(async () => {
    twoCcgs = await openTown();
    await holdSeats(twoCcgs);
    await askMembers(twoCcgs);
    const all = (await targetsIn(twoCcgs)).flatMap(entrances);
    ways = leavingLast([...new Map(all.map((each) => [each.what, each])).values()]);
    const { members, practices } = await twoCcgs.store.ccg(DEMO_CCG.code).register();
    names = [...members, ...practices].map(({ name }) => name);
  });
  afterAll(() => twoCcgs?.close());

  /** Somebody goes through all of them; returns all that was said to them. */
  const walk = async ({ slackId }: Pick<Kind, 'slackId'>, chosen: readonly Entrance[]) => {
    const said: string[] = [];
    for (const { enter } of chosen)
      said.push(JSON.stringify(await enter(await twoCcgs.visit(slackId))));
    return said.join('\n');
  };

  it('meets rows in every table of the CCG', async () => {
    const empty = [...(await rowsOf(twoCcgs.url))].filter(([, found]) => found.length === 0);
    expect(empty).toEqual([]);
  });

  it.each([stranger, deactivated])('is refused to $who with nothing changed', async (kind) => {
    const before = await rowsOf(twoCcgs.url);
    const refused = ways.filter(({ act }) => !mayBy(kind, act));
    await walk(kind, refused);
    expect(differences(before, await rowsOf(twoCcgs.url))).toEqual([]);
  });

  it.each(elsewhere)('changes nothing for $who and shows them nothing', async (kind) => {
    const before = await rowsOf(twoCcgs.url);
    const said = await walk(kind, ways);
    expect(differences(before, await rowsOf(twoCcgs.url))).toEqual([]);
    expect([...names, ...Object.values(OURS)].filter((ours) => said.includes(ours))).toEqual([]);
  });

  it(
    'does change the CCG and show it in the hands it is for, so that the walks before could ' +
      'have',
    async () => {
      const before = await rowsOf(twoCcgs.url);
      const forMembers = ways.filter(({ act }) => act !== 'leave' && mayBy(member, act));
      const forLeads = ways.filter(({ act }) => !mayBy(member, act));
      const said = [
        await walk({ slackId: 'U0OSEI' }, forMembers),
        await walk({ slackId: 'U0NAIR' }, forLeads),
      ].join('\n');
      const changed = new Set(
        differences(before, await rowsOf(twoCcgs.url)).map(({ table }) => table),
      );
      const same = [...before.keys()].filter((table) => !changed.has(table));
      // which only leaving, files and patient data change
      expect(same.sort()).toEqual(['Departure', 'Figure', 'Refused']);
      expect(Object.values(OURS).filter((ours) => !said.includes(ours))).toEqual([]);
    },
  );
});

describe('the figures of a practice', () => {
  let twoCcgs: TwoCcgs & { close(): Promise<void> };
  beforeAll(async () => {
    twoCcgs = await openTown();
    await twoCcgs.type('U0OSEI', 'claim lead');
    await twoCcgs.type('U0FRESH', 'claim lead');
  });
  afterAll(() => twoCcgs?.close());

  const practices = Array.from({ length: 12 }, (_, at) => `Y99${String(at + 1).padStart(3, '0')}`);
  /**
   * All that somebody is told who tries every button for it, those they were never given included,
   * and every page.
   */
  const tries = async (slackId: string) => {
    const said: Response[] = [];
    for (const practice of practices) {
      said.push(await twoCcgs.tap(slackId, 'show_figures', { practice }));
      said.push(await twoCcgs.tap(slackId, 'show_practice', { practice }));
    }
    for (const text of ['practices', 'who riverside', 'me', 'history', 'summary'])
      said.push(await twoCcgs.type(slackId, text));
    return JSON.stringify(said);
  };
  const looks = () =>
    sql(
      twoCcgs.url,
      `SELECT p."slackId", c."practiceCode", c.at FROM "Change" c
    JOIN "Person" p ON p.id = c."actorId" WHERE c.kind = 'figures_seen' ORDER BY c.number`,
    );
  const figures = / among \d|per 1,000|\d%/;
  const timesIn = (text: string, part: string) => text.split(part).length - 1;

  it(
    'are seen by its own confirmed lead, from a button on their page, with the caveat beside ' +
      'every one',
    async () => {
      expect(JSON.stringify(await twoCcgs.type('U0OSEI', 'me'))).toContain('Look at the figures');
      const said = JSON.stringify(
        await twoCcgs.tap('U0OSEI', 'show_figures', { practice: 'Y99001' }),
      );
      expect(said).toContain(OURS.figures);
      expect(said).toContain('Contracts and performance management stay with NHS England.');
      expect([timesIn(said, CAVEAT), timesIn(said, ' among ')]).toEqual([2, 2]);
      expect(await looks()).toMatchObject([
        { slackId: 'U0OSEI', practiceCode: 'Y99001', at: expect.any(Date) },
      ]);
    },
  );

  it('are seen by an engagement lead, and each look is a line of history', async () => {
    const before = (await looks()).length;
    for (const tap of ['show_practice', 'show_practice', 'show_figures'] as const)
      expect(JSON.stringify(await twoCcgs.tap('U0NAIR', tap, { practice: 'Y99001' }))).toContain(
        OURS.figures,
      );
    expect((await looks()).slice(before)).toMatchObject(
      Array(3).fill({ slackId: 'U0NAIR', practiceCode: 'Y99001' }),
    );
    expect(JSON.stringify(await twoCcgs.type('U0NAIR', 'history'))).toContain(
      'Priya Nair looked at the figures of Riverside Surgery',
    );
  });

  it('in the list of practices there are next steps, and no figure', async () => {
    const said = JSON.stringify(await twoCcgs.type('U0NAIR', 'practices'));
    expect([timesIn(said, 'Next step:'), figures.test(said)]).toEqual([12, false]);
  });

  it('of other practices are not for a lead of one', async () => {
    const before = (await looks()).length;
    for (const practice of practices.filter((code) => code !== 'Y99001')) {
      const said = JSON.stringify(await twoCcgs.tap('U0OSEI', 'show_figures', { practice }));
      expect([
        said.includes('for its own confirmed practice leads'),
        figures.exec(said)?.[0],
      ]).toEqual([true, undefined]);
    }
    expect((await looks()).length).toBe(before);
  });

  it.each([
    ['a lead of it who is to be confirmed', 'U0FRESH'],
    ['an ordinary member of it', 'U0BAIRD'],
    ['a clinical area lead', 'U0CHOW'],
    ['somebody in the leadership', 'U0PEMBERTON'],
    ['a member of another CCG', 'U0MOOR'],
    ['an engagement lead of another CCG', 'U0HEATH'],
    ['a stranger', 'U0VALE'],
    ['somebody whose account is deactivated, a lead until then', 'U0ROTH'],
  ])('are not seen by %s, and no button helps', async (_, slackId) => {
    const before = await looks();
    const said = await tries(slackId);
    expect([
      figures.exec(said)?.[0],
      said.includes(CAVEAT),
      said.includes('Look at the figures'),
    ]).toEqual([undefined, false, false]);
    expect(await looks()).toEqual(before);
  });

  it('close to a lead who gives the seat back', async () => {
    const [seat] = await sql(
      twoCcgs.url,
      `SELECT h.id FROM "Holding" h JOIN "Person" p ON p.id = h."personId"
      WHERE p."slackId" = 'U0OSEI' AND h.until IS NULL`,
    );
    await twoCcgs.tap('U0OSEI', 'release_seat', { id: String(seat?.['id']) });
    expect(figures.exec(await tries('U0OSEI'))?.[0]).toBe(undefined);
  });
});
