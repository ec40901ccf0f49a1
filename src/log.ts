// One logger. What goes in: what happened, ids and error codes; never a name, an e-mail, an answer
// or a typed word.
import { pino } from 'pino';

export type Log = {
  info(facts: object, what: string): void;
  warn(facts: object, what: string): void;
  error(facts: object, what: string): void;
};

export const createLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Says something to whoever started it: as it is at a terminal, otherwise as a line of the log. */
export const announce = (log: Log, words: string): void =>
  process.stdout.isTTY ? console.log(words) : log.info({}, words.trim());

/**
 * An error as facts for the log. Database errors quote what was being stored, so of them the kind,
 * the code, PostgreSQL's SQLSTATE and its words without anything quoted are kept.
 */
export const describeError = (error: unknown): object => {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, code, stack = '' } = error as DatabaseError;
  const at = stack
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 6)
    .map((line) => line.trim());
  const words = wordsOf(error);
  const isDatabase = words !== undefined || /prisma|driveradapter|database/i.test(name);
  return { name, ...(isDatabase ? words : { message }), ...(code ? { code } : {}), at };
};

type DatabaseError = Error & {
  readonly code?: string;
  readonly severity?: string;
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: Cause } };
};
type Cause = { readonly originalCode?: string; readonly originalMessage?: string };

/** What PostgreSQL said, through Prisma or pg itself. */
const wordsOf = ({ code, severity, message, meta }: DatabaseError) => {
  const cause = meta?.driverAdapterError?.cause;
  const sqlState = cause?.originalCode ?? (severity ? code : undefined);
  if (!sqlState) return undefined;
  return { sqlState, words: withoutValues(sqlState, cause?.originalMessage ?? message) };
};

/**
 * Broken constraints, locks, limits, connections, the server: what these quote are names of ours.
 */
const QUOTE_NAMES_ONLY = /^(08|23|25|40|53|55|57|58)/;

const withoutValues = (sqlState: string, words: string) =>
  QUOTE_NAMES_ONLY.test(sqlState) ? words : words.replace(/["'“].*["'”]/s, '"…"');
