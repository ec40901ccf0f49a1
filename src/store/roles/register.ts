// The register as it stands: open practices, members, roles and who holds them.
import type { Member } from '../../domain/people/people.ts';
import type { Cover, Holding, Register } from '../../domain/roles/register.ts';
import type { Database, Transaction } from '../database.ts';
import type {
  HoldingModel,
  MembershipModel,
  PersonModel,
  RequestModel,
} from '../generated/prisma/models.ts';

export const readRegister = async (
  db: Database | Transaction,
  ccgCode: string,
): Promise<Register> => {
  const [roles, practices, people, holdings, covers] = await Promise.all([
    db.role.findMany({ where: { ccgCode, retiredAt: null }, orderBy: { title: 'asc' } }),
    db.practice.findMany({ where: { ccgCode, closedOn: null }, orderBy: { name: 'asc' } }),
    db.person.findMany({
      where: { ccgCode, leftAt: null, deactivatedAt: null, memberships: { some: { until: null } } },
      include: { memberships: { where: { until: null } } },
    }),
    db.holding.findMany({ where: { ccgCode, until: null }, include: { person: true } }),
    db.request.findMany({
      where: { ccgCode, kind: 'cover', state: 'accepted' },
      include: { to: true },
    }),
  ]);
  return {
    roles,
    practices,
    members: people.map(toMember),
    holdings: holdings.map(toHolding),
    covers: covers.flatMap(toCover),
  };
};

export const toMember = (row: PersonModel & { memberships: MembershipModel[] }): Member => ({
  ...row,
  memberships: row.memberships.map(({ practiceCode, confirmedAt }) => ({
    practiceCode,
    confirmed: confirmedAt !== null,
  })),
});

const toCover = ({ id, fromId, to, until }: RequestModel & { to: PersonModel | null }): Cover[] =>
  fromId && to && until
    ? [{ id, personId: fromId, deputy: { id: to.id, name: to.name, slackId: to.slackId }, until }]
    : [];

const toHolding = ({
  confirmedAt,
  person,
  ...row
}: HoldingModel & { person: PersonModel }): Holding => ({
  ...row,
  confirmed: confirmedAt !== null,
  person: { id: person.id, name: person.name, slackId: person.slackId },
});
