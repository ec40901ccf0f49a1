// The account the bot works with: it reads and writes everything, but history, and what was
// refused, it may only add to and read.
import { onConnection } from './connection.ts';
import { LONG_WORK } from './limits.ts';

/**
 * Gives the account `bot` its rights on the tables as they now stand. For databases where we own
 * the accounts.
 */
export const grantBotAccount = (ownerUrl: string, password: string): Promise<void> =>
  onConnection(ownerUrl, async (client) => {
    await client.query(`BEGIN; ${LONG_WORK}; SELECT pg_advisory_xact_lock(72707370)`);
    const { rows } = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'bot'`);
    const create = `CREATE ROLE bot LOGIN PASSWORD ${client.escapeLiteral(password)}`;
    if (!rows[0]) await client.query(create);
    await client.query(`${RIGHTS} COMMIT`);
  });

const RIGHTS = `
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO bot;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO bot;
  GRANT MAINTAIN ON "Tally", "Receipt", "Comment" TO bot;
  REVOKE UPDATE, DELETE ON "Change", "Refused" FROM bot;
  REVOKE ALL ON _prisma_migrations FROM bot;`;
