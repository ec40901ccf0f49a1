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
 * An error as facts for the log. Database errors quote what was being stored, so of them only the
 * kind, code and place are kept.
 */
export const describeError = (error: unknown): object => {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, code, stack = '' } = error as Error & { code?: string };
  const at = stack
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 6)
    .map((line) => line.trim());
  const quotesData = /prisma|driveradapter|database/i.test(name);
  return { name, ...(quotesData ? {} : { message }), ...(code ? { code } : {}), at };
};
