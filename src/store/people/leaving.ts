// Going: by one's own wish, or because the Slack account was deactivated. Seats are freed with the
// reason kept; nobody is bothered.

import type { Database, Transaction } from '../database.ts';
import type { DeliveryReason } from '../generated/prisma/enums.ts';
import type { PersonUpdateInput } from '../generated/prisma/models.ts';
import { record } from '../roles/history.ts';
import { closeRequests } from '../roles/requests.ts';
import { lockPerson } from '../roles/seat-locks.ts';
import { endHoldings } from '../roles/seats.ts';
import { cancelWaiting } from '../sending/create-prompts.ts';
import { withdrawPracticeAnswers } from '../surveys/practice-answer.ts';
import { withdrawFromWins } from '../wins/win-taps.ts';
import { markCardsOutdated } from '../wins/wins.ts';
import { hashEmail } from './people.ts';

export const leaving = (db: Database, ccgCode: string) => ({
  /**
   * Ends everything a person has with the CCG and empties their row. Their answers to anonymous
   * rounds were never linked to them.
   */
  leave: (id: string, now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      await lockPerson(tx, ccgCode, id);
      const { email } = await tx.person.findUniqueOrThrow({
        where: { ccgCode_id: { ccgCode, id } },
      });
      await endHoldings(tx, ccgCode, { personId: id }, 'left_ccg', id, now);
      await tx.membership.updateMany({
        where: { ccgCode, personId: id, until: null },
        data: { until: now, confirmedAt: null, onRoster: false },
      });
      await withdraw(tx, ccgCode, id, 'person_left', now);
      await withdrawPracticeAnswers(tx, ccgCode, id, now);
      await withdrawFromWins(tx, ccgCode, id, now);
      await tx.answer.deleteMany({ where: { ccgCode, personId: id } });
      await tx.comment.deleteMany({ where: { ccgCode, personId: id } });
      await tx.interest.deleteMany({ where: { ccgCode, personId: id } });
      if (email)
        await tx.departure.createMany({
          data: [{ ccgCode, emailHash: hashEmail(ccgCode, email) }],
          skipDuplicates: true,
        });
      await tx.person.update({
        where: { ccgCode_id: { ccgCode, id } },
        data: { ...nothing, leftAt: now },
      });
      await record(tx, ccgCode, now, { kind: 'person_left', actorId: id, personId: id });
    }),

  /**
   * Frees the seats of somebody whose Slack account was deactivated. Their row stays, for when they
   * come back.
   */
  deactivate: (id: string, now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.person.updateMany({
        where: { ccgCode, id, deactivatedAt: null, leftAt: null },
        data: { deactivatedAt: now },
      });
      if (count === 0) return;
      await record(tx, ccgCode, now, { kind: 'account_deactivated', personId: id });
      await endHoldings(tx, ccgCode, { personId: id }, 'account_deactivated', null, now);
      await withdraw(tx, ccgCode, id, 'account_deactivated', now);
      await markCardsOutdated(tx, ccgCode, { authorId: id });
    }),

  /** Their account is active again; their seats are not theirs any more. */
  reactivate: (id: string, now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      const where = { ccgCode, id, deactivatedAt: { not: null } };
      const { count } = await tx.person.updateMany({ where, data: { deactivatedAt: null } });
      if (count > 0) await record(tx, ccgCode, now, { kind: 'account_reactivated', personId: id });
    }),
});

/** What they asked and were asked, and who stood in for whom, is over. */
export const withdraw = async (
  tx: Transaction,
  ccgCode: string,
  personId: string,
  reason: DeliveryReason,
  now: Date,
) => {
  const theirs = { OR: [{ fromId: personId }, { toId: personId }] };
  await closeRequests(tx, ccgCode, theirs, 'withdrawn', now);
  await tx.request.updateMany({
    where: { ccgCode, kind: 'cover', state: 'accepted', ...theirs },
    data: { state: 'withdrawn' },
  });
  await cancelWaiting(tx, ccgCode, { personId }, reason);
};

const nothing = {
  name: '',
  email: null,
  slackId: null,
  dmChannel: null,
  profession: 'other',
  engagementLead: false,
  workingDays: [1, 2, 3, 4, 5],
  awayFrom: null,
  awayUntil: null,
  quietUntil: null,
  interestsAt: null,
} satisfies PersonUpdateInput;
