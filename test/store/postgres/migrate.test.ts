import { describe, expect, it } from 'vitest';
import { migrate, pending, readMigrations } from '../../../src/store/postgres/migrate.ts';
import { newDatabase, sql } from '../../support/database/database.ts';

const first = { name: '1_first', sql: '', checksum: 'a' };
const second = { name: '2_second', sql: '', checksum: 'b' };
const applied = (name: string, checksum: string, finished_at: Date | null = new Date()) => ({
  migration_name: name,
  checksum,
  finished_at,
});

describe('migrations', () => {
  it('three processes that start at once apply each migration exactly once', async () => {
    const url = await newDatabase(true);
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const rows = await sql(
      url,
      'SELECT migration_name, finished_at IS NOT NULL AS done, applied_steps_count AS steps ' +
        'FROM _prisma_migrations',
    );
    expect(rows).toEqual(
      readMigrations().map(({ name }) => ({ migration_name: name, done: true, steps: 1 })),
    );
  });

  it('only those not yet applied are pending, in order', () => {
    expect(pending([first, second], [])).toEqual([first, second]);
    expect(pending([first, second], [applied('1_first', 'a')])).toEqual([second]);
  });

  it.each([
    [
      'a database that is newer than the code',
      [applied('1_first', 'a'), applied('3_third', 'c')],
      'Run the newer version that made it.',
    ],
    ['a migration that stopped half way', [applied('1_first', 'a', null)], 'stopped half way'],
    [
      'a migration that was edited afterwards',
      [applied('1_first', 'x')],
      'was edited after it was applied',
    ],
  ])('%s is refused with what to do', (_, rows, words) =>
    expect(() => pending([first, second], rows)).toThrow(words),
  );
});
