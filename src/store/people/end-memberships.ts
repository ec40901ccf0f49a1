// Ending memberships that an import has ended, and the seats that stood on them.
import type { RosterDifference } from '../../domain/people/roster-import.ts';
import type { Transaction } from '../database.ts';
import { endHoldings } from '../roles/seats.ts';
import { withdraw } from './leaving.ts';

type Where = { readonly personId?: string; readonly practiceCode: string | { in: string[] } };

export const endAt = async (
  tx: Transaction,
  ccgCode: string,
  where: Where,
  reason: 'practice_closed' | 'left_practice',
  now: Date,
) => {
  await tx.membership.updateMany({
    where: { ...where, ccgCode, until: null },
    data: { until: now, confirmedAt: null, onRoster: false },
  });
  await endHoldings(tx, ccgCode, where, reason, null, now);
};

export const endOnRoster = async (
  tx: Transaction,
  ccgCode: string,
  ended: RosterDifference['ended'],
  now: Date,
) => {
  for (const { personId, practiceCode } of ended)
    await endAt(tx, ccgCode, { personId, practiceCode }, 'left_practice', now);
  for (const personId of new Set(ended.map((each) => each.personId)))
    await endWithoutFooting(tx, ccgCode, personId, now);
};

/**
 * Who works nowhere here any more holds nothing here; and a seat of a group of practices is for
 * those who work in it.
 */
const endWithoutFooting = async (tx: Transaction, ccgCode: string, personId: string, now: Date) => {
  const practices = await tx.practice.findMany({
    where: { ccgCode, closedOn: null, memberships: { some: { personId, until: null } } },
  });
  const names = practices.flatMap(({ locality }) => locality ?? []);
  const left = practices.length === 0 ? {} : { locality: { not: null, notIn: names } };
  await endHoldings(tx, ccgCode, { personId, ...left }, 'left_practice', null, now);
  if (practices.length === 0) await withdraw(tx, ccgCode, personId, 'person_left', now);
};

/** A seat of a locality goes with the last open practice in it. */
export const endAtGoneLocalities = async (tx: Transaction, ccgCode: string, now: Date) => {
  const held = await tx.holding.findMany({
    where: { ccgCode, until: null, locality: { not: null } },
    distinct: ['locality'],
  });
  const open = await tx.practice.findMany({
    where: { ccgCode, closedOn: null },
    distinct: ['locality'],
  });
  const names = new Set(open.map(({ locality }) => locality));
  const gone = held.flatMap(({ locality }) => (locality && !names.has(locality) ? [locality] : []));
  await endHoldings(tx, ccgCode, { locality: { in: gone } }, 'locality_ended', null, now);
};
