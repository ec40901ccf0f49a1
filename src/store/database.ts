// The connection to PostgreSQL through Prisma, and the two things every file of this folder needs
// from it.
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/prisma/client.ts';
import { LONG_WORK } from './postgres/limits.ts';
import { createPool, type PoolOptions } from './postgres/pool.ts';

export type Database = PrismaClient;
/** Inside a transaction: only this, never the Database beside it, and never the network. */
export type Transaction = Prisma.TransactionClient;

/** How many statements one process may have under way; the rest wait their turn. */
export const DEFAULT_POOL_SIZE = 12;

export const connect = (options: PoolOptions): Database =>
  againAfterDeadlocks(
    new PrismaClient({
      adapter: new PrismaPg(createPool(options), { disposeExternalPool: true }),
      transactionOptions: { maxWait: 10_000, timeout: 20_000 },
    }),
  );

/**
 * How often a transaction is begun again where PostgreSQL ended it because two waited for each
 * other: nothing of it was done.
 */
const MAX_TRIES = 4;

const againAfterDeadlocks = (client: PrismaClient): Database => {
  const begin = client.$transaction.bind(client) as (...given: unknown[]) => Promise<unknown>;
  const begun = async (given: unknown[], tries: number): Promise<unknown> =>
    begin(...given).catch((error) => {
      if (tries > 1 && isDeadlock(error)) return begun(given, tries - 1);
      throw error;
    });
  return Object.assign(client, { $transaction: (...given: unknown[]) => begun(given, MAX_TRIES) });
};

/**
 * PostgreSQL's `deadlock_detected`: P2034 from Prisma's own queries, P2010 with PostgreSQL's code
 * from raw ones.
 */
const isDeadlock = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === 'P2034' || (error.code === 'P2010' && error.message.includes('`40P01`')));

/** A transaction that may take its time, for imports: its limits are those of long work. */
export const longTransaction = <T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  db.$transaction(
    async (tx) => {
      await tx.$queryRawUnsafe(LONG_WORK);
      return work(tx);
    },
    { timeout: MAX_MS },
  );

const MAX_MS = 300_000;

/**
 * Makes transactions of one CCG that give out slots in people's weeks follow one another. To be
 * taken first of all locks, also where a delivery is cancelled before another is planned, so that
 * nobody waits in a circle.
 */
export const lockBudgets = (tx: Transaction, ccgCode: string): Promise<unknown> =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`budgets of ${ccgCode}`}))::text`;
