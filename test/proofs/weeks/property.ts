// One property for the daily tests and for the long proofs: whatever is asked and said, nobody's
// budget, calendar or patience is exceeded.
import fc from 'fast-check';
import { type Delivery, skipReason } from '../../../src/domain/sending/deliveries.ts';
import { readSettings } from '../../../src/domain/settings.ts';
import { createLog } from '../../../src/log.ts';
import type { JobContext } from '../../../src/schedule/job.ts';
import { closeRounds } from '../../../src/schedule/jobs/close-rounds.ts';
import { deliverDue } from '../../../src/schedule/jobs/deliver.ts';
import { expireDue } from '../../../src/schedule/jobs/expire-due.ts';
import { rescheduleWaiting } from '../../../src/schedule/jobs/reschedule-waiting.ts';
import { createOutage } from '../../../src/schedule/outage.ts';
import type { Store } from '../../../src/store/store.ts';
import { sql } from '../../support/database/database.ts';
import { isAllowed, weekAndMonth } from '../../support/slow-calendar.ts';
import { monday } from '../../world.ts';
import { closeWorld, openWorld, type World } from '../sequences/two-ccgs.ts';
import { doInWeek } from './actions.ts';
import { formatHour, type Hour, manyWeeks } from './weeks.ts';

type Effort = { readonly runs: number; readonly mostMinutes: number };

/**
 * With a CCG for each run, runs do not meet. @throws with the shortest story found in which
 * somebody was bothered, step by step
 */
export const assertNobodyBothered = async (
  store: Store,
  databaseUrl: string,
  { runs, mostMinutes }: Effort,
): Promise<number> => {
  let [run, messages] = [0, 0];
  const property = fc.asyncProperty(manyWeeks, async (hours) => {
    run += 1;
    messages += await play(store, databaseUrl, `W${run}`, hours);
  });
  await fc.assert(property, {
    numRuns: runs,
    interruptAfterTimeLimit: mostMinutes * 60_000,
    markInterruptAsFailure: true,
    asyncReporter: report,
  });
  return messages;
};

const play = async (
  store: Store,
  databaseUrl: string,
  code: string,
  hours: readonly Hour[],
): Promise<number> => {
  const world = await openWorld(store, databaseUrl, code, monday);
  const post = postOffice(world);
  let now = monday;
  try {
    for (const { afterHours, isDown, steps } of hours) {
      const then = new Date(now.getTime() + afterHours * 3_600_000);
      if (!isDown) await post.runUntil(now, then);
      now = then;
      await Promise.all([...steps.map((step) => doInWeek(world, step, now)), post.tick(now)]);
      await post.tick(now);
    }
    await post.runUntil(now, new Date(now.getTime() + 40 * 24 * 3_600_000));
    const faults = await faultsIn(world, post.sent);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return post.sent.length;
  } finally {
    await closeWorld(world);
    for (const table of ['Receipt', 'Tally', 'Answer', 'Round', 'Reminder'])
      await sql(databaseUrl, `DELETE FROM "${table}" WHERE "ccgCode" = $1`, [code]);
  }
};

type Sent = Pick<Delivery, 'promptId' | 'kind' | 'turn' | 'person' | 'isNews'> & {
  readonly at: Date;
  readonly seconds: number;
  readonly outcome: string;
  readonly touch: boolean;
};

/** The bot's jobs in one CCG, with a Slack that takes everything. */
const postOffice = ({ store, home: ccgStore, code }: World) => {
  const sent: Sent[] = [];
  let clock = monday;
  const send = async ({ promptId, kind, turn, person, isNews, id }: Delivery) => {
    const prompt = await ccgStore.prompts.view(promptId);
    const because = skipReason(prompt, clock);
    if (because || !prompt)
      return { kind: 'not wanted' as const, because: because ?? ('person_left' as const) };
    const { seconds, outcome } = prompt;
    const touch = await hasLightTouch(ccgStore, person.id);
    sent.push({ promptId, kind, turn, person, isNews, seconds, outcome, touch, at: clock });
    return { kind: 'sent' as const, channel: 'D1', ts: id };
  };
  const ours = async () => (await store.ccgs.all()).filter((ccg) => ccg.code === code);
  const context = {
    ...{
      store: { ...store, ccgs: { ...store.ccgs, all: ours } },
      log: createLog('silent'),
      delivery: { leaseMs: 60_000, looks: 2 },
    },
    ...{ slack: { send }, stopping: new AbortController().signal },
    outage: createOutage(),
  } as unknown as JobContext;
  const tick = async (now: Date) => {
    clock = now;
    for (const job of [closeRounds, expireDue, rescheduleWaiting, deliverDue])
      await job(context, now);
  };
  const nextAfter = async (now: Date) => {
    const moments = await Promise.all([
      store.deliveries.nextDue(now, new Date()),
      store.nextClosing(now),
      store.deadlines.next(now, 28),
    ]);
    return moments
      .filter((moment) => moment !== undefined)
      .sort((a, b) => a.getTime() - b.getTime())[0];
  };
  /** From one moment at which something is due to the next. */
  const runUntil = async (from: Date, until: Date) => {
    for (let next = await nextAfter(from); next && next < until; next = await nextAfter(next))
      await tick(next);
    await tick(until);
  };
  return { sent, tick, runUntil };
};

const hasLightTouch = async (
  { people, practices }: World['home'],
  personId: string,
): Promise<boolean> => {
  const codes =
    (await people.byId(personId))?.memberships.map(({ practiceCode }) => practiceCode) ?? [];
  const own = await practices.findAll(codes);
  return own.length > 0 && own.every(({ lightSince }) => lightSince !== null);
};

/** Everything that should not have been sent. */
const faultsIn = async (world: World, sent: readonly Sent[]): Promise<string[]> => {
  const settings = (await world.store.ccgs.find(world.code))?.settings ?? readSettings({});
  // what they asked for themselves is beside the limit
  const counted = sent.filter(({ kind }) => kind !== 'request' && kind !== 'again');
  const sum = (group: readonly Sent[]) => group.reduce((total, { seconds }) => total + seconds, 0);
  const outside = sent.filter(({ person, isNews, kind, at }) => {
    const told = isNews ? { ...person, quietUntil: null } : person;
    return !isAllowed(told, settings, kind === 'request' ? 'request' : 'prompt', at);
  });
  return [
    ...outside.map((each) => `outside the calendar: ${say(each)}`),
    ...tooMuch(counted, 0, (group) => group.length > settings.weekly_prompts).map(
      (who) => `more than the week allows: ${who}`,
    ),
    ...tooMuch(counted, 1, (group) => sum(group) > settings.monthly_seconds).map(
      (who) => `more than the month allows: ${who}`,
    ),
    ...[...Map.groupBy(sent, ({ promptId }) => promptId).values()].flatMap(faultsOfAsking),
  ];
};

const tooMuch = (
  sent: readonly Sent[],
  span: 0 | 1,
  isTooMuch: (group: readonly Sent[]) => boolean,
): string[] =>
  [...Map.groupBy(sent, ({ person, at }) => `${person.id} ${weekAndMonth(at)[span]}`).values()]
    .filter(isTooMuch)
    .map((group) => group.map(say).join(', '));

/**
 * The messages about one thing: at most two chases, each in a later week, none after a reply and
 * none for a lighter touch.
 */
const faultsOfAsking = (messages: readonly Sent[]): string[] => {
  const chases = messages.filter(({ kind }) => kind === 'chase');
  const weeks = messages
    .filter(({ kind }) => kind === 'invite' || kind === 'chase')
    .map(({ at }) => weekAndMonth(at)[0]);
  return [
    ...(chases.length > 2 ? [`chased more than twice: ${messages.map(say).join(', ')}`] : []),
    ...(new Set(weeks).size < weeks.length
      ? [`chased in the same week: ${messages.map(say).join(', ')}`]
      : []),
    ...chases
      .filter(({ outcome }) => outcome !== 'waiting')
      .map((each) => `chased after a reply: ${say(each)}`),
    ...chases
      .filter(({ touch }) => touch)
      .map((each) => `chased in spite of a lighter touch: ${say(each)}`),
  ];
};

const say = ({ kind, turn, at, seconds, person }: Sent) =>
  `${kind} ${turn} at ${at.toISOString()}, ${seconds} s, who works ` +
  `${person.workingDays.join('')}, away ` +
  `${person.awayFrom?.toISOString().slice(0, 10) ?? ''}–${person.awayUntil?.toISOString().slice(0, 10) ?? ''}, ` +
  `quiet ${person.quietUntil?.toISOString() ?? ''}`;

const report = async ({
  failed,
  counterexample,
  seed,
  counterexamplePath,
  errorInstance,
  numRuns,
}: fc.RunDetails<[Hour[]]>) => {
  if (!failed) return;
  const [hours = []] = counterexample ?? [];
  const fault =
    errorInstance instanceof Error ? errorInstance.message : 'There was no time for all of them.';
  throw new Error(
    [
      ...hours.map(formatHour),
      '',
      fault,
      '',
      `To try it again: seed ${seed}, path ${counterexamplePath}, after ${numRuns} stories.`,
    ].join('\n'),
  );
};
