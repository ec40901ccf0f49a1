// What the sandbox saw against what the database says: every delivery once or accounted for, every
// tap stored once.
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Tap } from './people.ts';
import type { Plot, Row } from './scenario.ts';

export type ChaosAssertions = {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly deliveries: number;
  readonly accounted: Readonly<Record<string, number>>;
};

/** The invented CCG's members with an account in the sandbox. */
export const ASKED = 38;

const DELIVERIES = `SELECT d.id::text, d.state::text, d.reason::text, d.error, d."notBefore", d.channel, p."slackId"
  FROM "Delivery" d JOIN "Person" p ON p."ccgCode" = d."ccgCode" AND p.id = d."personId" WHERE d.kind IN ('invite', 'reminder')`;
const ANSWERS = `SELECT p."slackId" || ' ' || a.question AS key, a.option::text AS value FROM "Answer" a JOIN "Person" p
  ON p."ccgCode" = a."ccgCode" AND p.id = a."personId"`;
const OUTCOMES = `SELECT p."slackId" || ' outcome' AS key, r.outcome::text AS value FROM "Prompt" r JOIN "Person" p
  ON p."ccgCode" = r."ccgCode" AND p.id = r."personId" WHERE r.outcome IN ('done', 'not_now')`;

export const judge = async (
  { desk }: Sandbox,
  plot: Pick<Plot, 'ask'>,
  taps: readonly Tap[],
  asked = ASKED,
): Promise<ChaosAssertions> => {
  const rows = await plot.ask(DELIVERIES);
  const arrived = [...desk.workspace.messages].flatMap(([channel, messages]) =>
    messages.flatMap(({ metadata }) => (metadata ? `${channel} ${deliveryOf(metadata)}` : [])),
  );
  const times = ({ slackId, id }: Row) =>
    arrived.filter((each) => each === `D${String(slackId).slice(1)} ${id}`).length;
  const known = new Set(rows.map(({ slackId, id }) => `D${String(slackId).slice(1)} ${id}`));
  const strays = arrived
    .filter((each) => !known.has(each))
    .map((each) => `a message of no delivery: ${each}`);
  const missing =
    rows.length === asked ? [] : [`${rows.length} deliveries, where ${asked} people were asked`];
  const wrong = rows.filter((row) => !isAccounted(row, times(row)));
  const stored = [...(await plot.ask(ANSWERS)), ...(await plot.ask(OUTCOMES))];
  return {
    lost: [
      ...missing,
      ...wrong
        .filter((row) => times(row) < 2)
        .map((row) => `${times(row)} times: ${describe(row)}`),
      ...lostTaps(stored, taps),
    ],
    doubled: [
      ...strays,
      ...wrong
        .filter((row) => times(row) > 1)
        .map((row) => `${times(row)} times: ${describe(row)}`),
      ...madeUp(stored, taps),
    ],
    deliveries: rows.length,
    accounted: Object.fromEntries(
      Object.entries(Object.groupBy(rows, stateOf)).map(([state, of]) => [state, of?.length ?? 0]),
    ),
  };
};

const deliveryOf = (metadata: unknown) =>
  (metadata as { event_payload: { delivery: string } }).event_payload.delivery;

/**
 * Sent is there once; what was given up is not there; what was stopped or may have arrived is there
 * once at most.
 */
const isAccounted = ({ state, error, reason, notBefore }: Row, times: number): boolean => {
  if (state === 'sent') return times === 1;
  if (state === 'failed') return times === 0 && error !== null;
  if (state === 'cancelled') return times <= 1 && reason !== null;
  // what is still on its way is not accounted for
  return state === 'uncertain' && notBefore === null && times <= 1;
};

const stateOf = ({ state, reason, error }: Row) =>
  [state, reason, state === 'failed' ? error : null].filter(Boolean).join(' ');

const describe = (row: Row) => JSON.stringify(row);

/** What a tap is about, and what is stored of it. */
const meaning = ({ user, actionId }: Tap): { readonly key: string; readonly value: string } => {
  const [name = '', , question = '', option = ''] = actionId.split('.');
  return name === 'answer'
    ? { key: `${user} ${question}`, value: option }
    : { key: `${user} outcome`, value: name };
};

/**
 * What they were told was done, or what they tapped after it, must be what is stored. Of replies to
 * a reminder the first counts: it is the first they were told of, or one before it of which the
 * answer was lost; a later tap only shows them what is stored.
 */
const lostTaps = (stored: readonly Row[], taps: readonly Tap[]): string[] => {
  const values = new Map(stored.map(({ key, value }) => [key, value]));
  return [...new Set(taps.map((tap) => meaning(tap).key))].flatMap((key) => {
    const about = taps.filter((tap) => meaning(tap).key === key);
    const since = about.findLastIndex(({ isTold }) => isTold);
    const first = about.findIndex(({ isTold }) => isTold);
    const counted = key.endsWith(' outcome')
      ? about.slice(0, first < 0 ? undefined : first + 1)
      : about.slice(Math.max(0, since));
    const possible = counted.map((tap) => meaning(tap).value);
    const isStored = values.has(key) ? possible.includes(String(values.get(key))) : since < 0;
    return isStored ? [] : [`a tap: ${key} should be ${possible}, and is ${values.get(key)}`];
  });
};

/** What is stored that nobody tapped, or more than once. */
const madeUp = (stored: readonly Row[], taps: readonly Tap[]): string[] => {
  const tapped = new Set(taps.map((tap) => meaning(tap).key));
  const seen = new Set<unknown>();
  return stored.flatMap(({ key, value }) => {
    const isFine = tapped.has(String(key)) && !seen.has(key);
    seen.add(key);
    return isFine ? [] : [`stored without a tap: ${key} ${value}`];
  });
};
