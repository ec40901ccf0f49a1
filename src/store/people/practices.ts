import type { Practice } from '../../domain/people/practices.ts';
import type { Database } from '../database.ts';

export const practices = (db: Database, ccgCode: string) => ({
  /** Every practice that is or was a member, by name. */
  all: (): Promise<Practice[]> =>
    db.practice.findMany({ where: { ccgCode }, orderBy: { name: 'asc' } }),

  findAll: (codes: readonly string[]): Promise<Practice[]> =>
    db.practice.findMany({
      where: { ccgCode, code: { in: [...codes] } },
      orderBy: { name: 'asc' },
    }),

  find: async (code: string): Promise<Practice | undefined> =>
    (await db.practice.findUnique({ where: { ccgCode_code: { ccgCode, code } } })) ?? undefined,
});
