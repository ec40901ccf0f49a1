// Meetings, visits and calls that leads noted, and the latest sign of life of each practice.

import { type ContactKind, type Signs, TAKEN_BACK } from '../../domain/people/contacts.ts';
import { londonDay, startOfDay } from '../../domain/time/calendar.ts';
import type { Database } from '../database.ts';
import { record } from '../roles/history.ts';

export type NewContact = {
  readonly practiceCode: string;
  readonly kind: ContactKind;
  readonly notedBy: string;
};

export const contacts = (db: Database, ccgCode: string) => ({
  /**
   * Notes a contact of today, and returns its id; a second time on the same day it is the same one.
   */
  note: (contact: NewContact, now: Date): Promise<string> =>
    db.$transaction(async (tx) => {
      const today = { ccgCode, ...contact, at: { gte: startOfDay(londonDay(now)) } };
      const noted = await tx.contact.findFirst({ where: today });
      if (noted) return noted.id;
      const { id } = await tx.contact.create({ data: { ccgCode, ...contact, at: now } });
      const { practiceCode, notedBy: actorId, kind } = contact;
      await record(tx, ccgCode, now, { kind: 'contact_noted', actorId, practiceCode, about: kind });
      return id;
    }),

  /** Takes back what somebody noted themselves. Nothing where it is gone already, or not theirs. */
  undo: (id: string, notedBy: string, now: Date): Promise<NewContact | undefined> =>
    db.$transaction(async (tx) => {
      const contact = await tx.contact.findFirst({ where: { ccgCode, id, notedBy } });
      if (!contact) return undefined;
      const { count } = await tx.contact.deleteMany({ where: { ccgCode, id, notedBy } });
      const { practiceCode } = contact;
      if (count > 0)
        await record(tx, ccgCode, now, {
          kind: 'contact_noted',
          actorId: notedBy,
          practiceCode,
          about: TAKEN_BACK,
        });
      return contact;
    }),

  /**
   * The latest signs of life by practice. What an anonymous survey was told counts from its
   * closing: nothing tells when it was said.
   */
  signs: async (): Promise<Map<string, Signs>> => {
    const rows = await db.$queryRaw<ContactRow[]>`
      WITH member AS (
        SELECT "practiceCode", "personId", since
        FROM "Membership" WHERE "ccgCode" = ${ccgCode} AND until IS NULL
      ), reply AS (
        SELECT coalesce(p."practiceCode", m."practiceCode") AS "practiceCode",
          max(CASE WHEN r.anonymous THEN r."closedAt" ELSE p."repliedAt" END) AS at
        FROM "Prompt" p JOIN member m USING ("personId")
        LEFT JOIN "Round" r ON r."ccgCode" = p."ccgCode" AND r.id = p."roundId"
        WHERE p."ccgCode" = ${ccgCode} AND p."requestId" IS NULL
          AND p.outcome IN ('answered', 'done', 'not_now') GROUP BY 1
      ), role AS (
        SELECT coalesce(c."practiceCode", m."practiceCode") AS "practiceCode", max(c.at) AS at
        FROM "Change" c LEFT JOIN member m USING ("personId")
        WHERE c."ccgCode" = ${ccgCode}
          AND c.kind IN
            ('role_claimed', 'role_asked', 'role_renewed', 'role_released', 'cover_agreed')
        GROUP BY 1
      ), contact AS (
        SELECT DISTINCT ON ("practiceCode") "practiceCode", kind, at FROM "Contact"
        WHERE "ccgCode" = ${ccgCode} ORDER BY "practiceCode", at DESC
      )
      SELECT p.code,
        (SELECT min(since) FROM member m WHERE m."practiceCode" = p.code) AS "knownSince",
        reply.at AS "replyAt", role.at AS "roleAt",
        contact.kind::text AS "contactKind", contact.at AS "contactAt"
      FROM "Practice" p
      LEFT JOIN reply ON reply."practiceCode" = p.code
      LEFT JOIN role ON role."practiceCode" = p.code
      LEFT JOIN contact ON contact."practiceCode" = p.code
      WHERE p."ccgCode" = ${ccgCode} AND p."closedOn" IS NULL`;
    return new Map(rows.map((row) => [row.code, toSigns(row)]));
  },
});

type ContactRow = Pick<Signs, 'knownSince' | 'replyAt' | 'roleAt'> & {
  readonly code: string;
  readonly contactKind: ContactKind | null;
  readonly contactAt: Date | null;
};

const toSigns = ({
  knownSince,
  replyAt,
  roleAt,
  contactKind: kind,
  contactAt: at,
}: ContactRow): Signs => ({
  knownSince,
  replyAt,
  roleAt,
  contact: kind && at ? { kind, at } : null,
});
