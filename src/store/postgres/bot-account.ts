// The account the bot works with: it reads and writes everything, but history, and what was
// refused, it may only add to and read.
import pg from 'pg';

/**
 * Gives the account `bot` its rights on the tables as they now stand. For databases where we own
 * the accounts.
 */
export const grantBotAccount = async (ownerUrl: string, password: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(72707370)');
    const { rows } = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'bot'`);
    if (!rows[0])
      await client.query(`CREATE ROLE bot LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    await client.query(RIGHTS);
  } finally {
    await client.end();
  }
};

const RIGHTS = `
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO bot;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO bot;
  GRANT MAINTAIN ON "Tally", "Receipt", "Comment" TO bot;
  REVOKE UPDATE, DELETE ON "Change", "Refused" FROM bot;
  REVOKE ALL ON _prisma_migrations FROM bot;`;
