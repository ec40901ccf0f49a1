// The connection to PostgreSQL through Prisma, and the two things every file of this folder needs from it.
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/prisma/client.ts';

export type Database = PrismaClient;
/** Inside a transaction: only this, never the Database beside it, and never the network. */
export type Transaction = Prisma.TransactionClient;

/** How many statements one process may have under way; the rest wait their turn. */
const CONNECTIONS = 12;

export const connect = (databaseUrl: string): Database =>
  againAfterDeadlocks(
    new PrismaClient({
      adapter: new PrismaPg({ connectionString: databaseUrl, max: CONNECTIONS }),
      transactionOptions: { maxWait: 10_000, timeout: 20_000 },
    }),
  );

/** How often a transaction is begun anew where PostgreSQL ended it because two waited for each other: nothing of it was done. */
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

/** PostgreSQL's `deadlock_detected`: P2034 from Prisma's own queries, P2010 with PostgreSQL's code from raw ones. */
const isDeadlock = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === 'P2034' || (error.code === 'P2010' && error.message.includes('`40P01`')));

/**
 * Makes transactions of one CCG that give out slots in people's weeks follow one another. To be taken first of all locks, also where a
 * delivery is cancelled before another is planned, so that nobody waits in a circle.
 */
export const lockBudgets = (tx: Transaction, ccgCode: string): Promise<unknown> =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`budgets of ${ccgCode}`}))::text`;
