// History: who changed what, when and why. Opaque ids and closed reasons only; the database refuses
// to rewrite it.
import type { Change, ChangeKind } from '../../domain/roles/history.ts';
import type { Database, Transaction } from '../database.ts';

type NewChange = Pick<Change, 'kind'> & Partial<Omit<Change, 'at'>>;

/** Writes a line of history in the transaction of the change itself. */
export const record = (
  tx: Transaction,
  ccgCode: string,
  now: Date,
  change: NewChange,
): Promise<unknown> => tx.change.create({ data: { ccgCode, at: now, ...change } });

/** A line with its number, by which earlier ones are asked for. */
export type NumberedChange = Change & { readonly number: bigint };

export const history = (db: Database, ccgCode: string) => ({
  /**
   * The latest lines before a number, newest first, with the names of the people in them who are
   * still here.
   */
  recent: async (
    take: number,
    before?: bigint,
    without: readonly ChangeKind[] = [],
  ): Promise<{ changes: NumberedChange[]; names: Map<string, string> }> => {
    const earlier = before === undefined ? {} : { number: { lt: before } };
    const where = { ccgCode, kind: { notIn: [...without] }, ...earlier };
    const changes = await db.change.findMany({ where, orderBy: { number: 'desc' }, take });
    const ids = changes
      .flatMap(({ actorId, personId }) => [actorId, personId])
      .filter((id) => id !== null);
    const people = await db.person.findMany({ where: { ccgCode, id: { in: ids }, leftAt: null } });
    return { changes, names: new Map(people.map(({ id, name }) => [id, name])) };
  },

  /** Every line, oldest first. */
  all: (): Promise<NumberedChange[]> =>
    db.change.findMany({ where: { ccgCode }, orderBy: { number: 'asc' } }),
});
