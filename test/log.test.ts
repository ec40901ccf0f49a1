import { describe, expect, inject, it } from 'vitest';
import { describeError } from '../src/log.ts';
import { connect } from '../src/store/database.ts';
import { newDatabase, sql } from './support/database/database.ts';

const failing = async (statement: string) => {
  const url = await newDatabase();
  await sql(url, CCG);
  const db = connect({ url: () => url, size: 1 });
  const throughPrisma = await db.$executeRawUnsafe(statement).catch((error) => error);
  await db.$disconnect();
  return [throughPrisma, await sql(url, statement).catch((error) => error)].map(describeError);
};

const CCG =
  `INSERT INTO "Ccg" (code, name, "channelId", "createdAt") VALUES ('99Z', 'Dr Secret', ` +
  `'C0SECRET', now())`;

describe('a database error in the log', () => {
  it.each([
    ['a second row of the same key', CCG, '23505', 'unique constraint "Ccg_pkey"'],
    [
      'a value of the wrong form',
      `SELECT 'Dr "Secret" of C0SECRET'::uuid`,
      '22P02',
      'syntax for type uuid: "…"',
    ],
    [
      'a statement with a value in it',
      `SELECT 'a' FRM 'Dr Secret'`,
      '42601',
      'syntax error at or near "…"',
    ],
    [
      'a row that points nowhere',
      `INSERT INTO "Departure" VALUES ('C0SECRET', 'Secret')`,
      '23503',
      'foreign key constraint',
    ],
  ])(
    'has words and SQLSTATE, and nothing of the row: %s',
    async (_, statement, sqlState, words) => {
      for (const facts of await failing(statement)) {
        expect(facts).toMatchObject({ sqlState, words: expect.stringContaining(words) });
        expect(JSON.stringify(facts)).not.toContain('Secret');
        expect(JSON.stringify(facts)).not.toContain('C0SECRET');
      }
    },
  );

  it('an error of another kind keeps its words', () =>
    expect(describeError(new Error('No clock answers.'))).toMatchObject({
      message: 'No clock answers.',
    }));

  it('PostgreSQL that cannot be reached is named by its code', async () => {
    const away = Object.assign(new URL(inject('postgresUrl')), { port: '1' }).href;
    const refused = await sql(away, 'SELECT 1').catch((error) => error);
    expect(describeError(refused)).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
