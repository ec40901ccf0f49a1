// A request as its message shows it: with names, and the title of the seat.
import type { RequestView } from '../../domain/roles/requests.ts';
import { titleAt } from '../../domain/roles/roles.ts';
import type { Database } from '../database.ts';
import type { Prisma } from '../generated/prisma/client.ts';

export const withNames = {
  from: true,
  to: true,
  holding: { include: { role: true, practice: true } },
  winTaps: { include: { person: true, practice: true, win: true }, orderBy: { at: 'asc' } },
} as const;

type RowWithNames = Prisma.RequestGetPayload<{ include: typeof withNames }>;

export const toView = async (db: Database, row: RowWithNames): Promise<RequestView> => ({
  ...row,
  title: await titleOf(db, row),
  termEndsAt: row.holding?.termEndsAt ?? null,
  introduced: row.winTaps.map(({ person: { name, slackId }, practice, win }) => ({
    ...{ name, slackId, practice: practice?.name ?? null },
    what: win.what,
  })),
});

const titleOf = async (
  db: Database,
  { ccgCode, holding, roleKey, practiceCode, locality }: RowWithNames,
): Promise<string> => {
  if (holding) return titleAt(holding.role, holding, holding.practice ?? undefined);
  if (!roleKey) return '';
  const role = await db.role.findUniqueOrThrow({
    where: { ccgCode_key: { ccgCode, key: roleKey } },
  });
  const practice = practiceCode
    ? await db.practice.findUnique({ where: { ccgCode_code: { ccgCode, code: practiceCode } } })
    : null;
  return titleAt(role, { practiceCode, locality }, practice ?? undefined);
};
