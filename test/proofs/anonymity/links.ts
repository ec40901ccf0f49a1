// How somebody who reads the whole database would try to link answers and comments to people.
import type { Contents, Row } from '../../support/database/contents.ts';

export type Answer = {
  readonly personId: string;
  readonly question: number;
  readonly option: number;
};

/** A count and a receipt written by the same transaction are of the same answer. */
export const linkAnswers = ({ rows }: Contents): Answer[] =>
  rows.flatMap((tally) =>
    tally.table === 'Tally' && tally.row['count'] !== 0
      ? rows
          .filter(({ table, xmin }) => table === 'Receipt' && xmin === tally.xmin)
          .map((receipt) => ({
            personId: String(receipt.row['personId']),
            question: Number(tally.row['question']),
            option: Number(tally.row['option']),
          }))
      : [],
  );

/**
 * Every way to guess who wrote which comment: whatever names people is put in order by whatever has
 * an order, comments too, and the first is taken for the first's, the second for the second's; or a
 * comment for that of whoever did something just before.
 */
export const linkComments = (
  { rows }: Contents,
  people: ReadonlySet<string>,
): Map<string, string>[] => {
  const comments = rows.filter(({ table }) => table === 'Comment');
  const tables = [...new Set(rows.map(({ table }) => table))];
  const ways = tables.flatMap((table) => {
    const theirs = rows.filter((row) => row.table === table && people.has(personOf(row)));
    return orders.map((order) =>
      [...new Set([...theirs].sort(order).reverse().map(personOf))].reverse(),
    );
  });
  const byRank = ways.flatMap((way) =>
    orders.map(
      (order) =>
        new Map([...comments].sort(order).map((row, rank) => [textOf(row), way[rank] ?? ''])),
    ),
  );
  const byTime = tables.map((table) => {
    const theirs = rows.filter((row) => row.table === table && people.has(personOf(row)));
    return new Map(comments.map((row) => [textOf(row), justBefore(row, theirs)]));
  });
  return [...byRank, ...byTime];
};

const personOf = ({ table, row }: Row) => String(table === 'Person' ? row['id'] : row['personId']);
const textOf = ({ row }: Row) => String(row['text']);

const justBefore = (comment: Row, theirs: readonly Row[]) => {
  const earlier = theirs
    .filter(({ xmin }) => xmin <= comment.xmin)
    .sort((a, b) => b.xmin - a.xmin)[0];
  return earlier ? personOf(earlier) : '';
};

const place = ({ ctid }: Row) => {
  const [page = 0, line = 0] = ctid.replace(/[()]/g, '').split(',').map(Number);
  return page * 10_000 + line;
};

const orders: readonly ((a: Row, b: Row) => number)[] = [
  (a, b) => a.xmin - b.xmin || place(a) - place(b),
  (a, b) => a.xmax - b.xmax || place(a) - place(b),
  (a, b) => place(a) - place(b),
  (a, b) => String(a.row['id']).localeCompare(String(b.row['id'])),
];
