// What time itself brings to the register, across all CCGs: requests that lapse, covers and terms
// that end, and whom to ask.
import { addDays, addMonths } from '../../domain/time/calendar.ts';
import { type Database, lockBudgets } from '../database.ts';
import type { Planner } from '../sending/create-prompts.ts';
import { record } from './history.ts';
import { closeRequests } from './requests.ts';
import { seatOf } from './seats.ts';

/** A holder who is to be asked whether they go on. */
export type TermEnding = {
  readonly ccgCode: string;
  readonly holdingId: string;
  readonly personId: string;
  readonly termEndsAt: Date;
};

/** A holder of a role that asks for a declaration of interests. */
export type Declarer = {
  readonly ccgCode: string;
  readonly personId: string;
  readonly heldSince: Date;
  readonly declaredAt: Date | null;
  readonly askedAt: Date | null;
};

export const deadlines = (db: Database) => ({
  /** Closes requests that nobody answered in time, and tells those who asked. */
  lapseRequests: async (now: Date, tell: (ccgCode: string) => Planner): Promise<void> => {
    const due = await db.request.findMany({
      where: { state: 'open', lapsesAt: { lte: now } },
      select: { ccgCode: true, id: true },
    });
    for (const { ccgCode, id } of due)
      await db.$transaction(async (tx) => {
        await lockBudgets(tx, ccgCode);
        await closeRequests(tx, ccgCode, { id }, 'lapsed', now, tell(ccgCode));
      });
  },

  /** Ends covers whose last day has passed. */
  endCovers: async (now: Date): Promise<void> => {
    const over = { kind: 'cover' as const, state: 'accepted' as const, until: { lte: now } };
    await db.$transaction(async (tx) => {
      const ended = await tx.request.updateManyAndReturn({
        where: over,
        data: { state: 'lapsed' },
      });
      for (const { ccgCode, fromId } of ended)
        await record(tx, ccgCode, now, { kind: 'cover_ended', personId: fromId });
    });
  },

  /**
   * Seats whose term ended without a word are to be confirmed from now on. Their holders keep them.
   */
  endTerms: (now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      const where = { until: null, confirmedAt: { not: null }, termEndsAt: { lte: now } };
      const ended = await tx.holding.updateManyAndReturn({ where, data: { confirmedAt: null } });
      for (const holding of ended)
        await record(tx, holding.ccgCode, now, { kind: 'role_lapsed', ...seatOf(holding) });
    }),

  /** Holders whose terms end before a moment, and who have not been asked. */
  termsEnding: async (now: Date, before: Date): Promise<TermEnding[]> => {
    const isAsked = { kind: 'term' as const, state: 'open' as const };
    const rows = await db.holding.findMany({
      where: {
        until: null,
        confirmedAt: { not: null },
        termEndsAt: { gt: now, lte: before },
        requests: { none: isAsked },
      },
    });
    return rows.flatMap(({ ccgCode, id, personId, termEndsAt }) =>
      termEndsAt ? [{ ccgCode, holdingId: id, personId, termEndsAt }] : [],
    );
  },

  /**
   * People whose role asks for a declaration, and who have neither declared nor been asked for
   * eleven months.
   */
  declarers: async (now: Date): Promise<Declarer[]> => {
    const held = { until: null, role: { declares: true } };
    const long = addMonths(now, -11);
    const people = await db.person.findMany({
      where: {
        ...{ leftAt: null, deactivatedAt: null, holdings: { some: held } },
        OR: [{ interestsAt: null }, { interestsAt: { lt: long } }],
        addressed: { none: { kind: 'interests', createdAt: { gt: long } } },
      },
      include: {
        holdings: { where: held, orderBy: { since: 'asc' }, take: 1 },
        addressed: { where: { kind: 'interests' }, orderBy: { createdAt: 'desc' }, take: 1 },
      },
    });
    return people.flatMap(({ ccgCode, id, interestsAt, holdings: [first], addressed: [asked] }) =>
      first
        ? [
            {
              ccgCode,
              personId: id,
              heldSince: first.since,
              declaredAt: interestsAt,
              askedAt: asked?.createdAt ?? null,
            },
          ]
        : [],
    );
  },

  /**
   * The next moment after `now` at which a request lapses, a cover or term ends, or a term's notice
   * begins.
   */
  next: async (now: Date, noticeDays: number): Promise<Date | undefined> => {
    const confirmed = { until: null, confirmedAt: { not: null } };
    const later = { gt: now };
    const [request, cover, notice] = await Promise.all([
      db.request.aggregate({ where: { state: 'open', lapsesAt: later }, _min: { lapsesAt: true } }),
      db.request.aggregate({
        where: { kind: 'cover', state: 'accepted', until: later },
        _min: { until: true },
      }),
      db.holding.aggregate({
        where: { ...confirmed, termEndsAt: { gt: addDays(now, noticeDays) } },
        _min: { termEndsAt: true },
      }),
    ]);
    const ending = await db.holding.aggregate({
      where: { ...confirmed, termEndsAt: later },
      _min: { termEndsAt: true },
    });
    const noticeAt = notice._min.termEndsAt && addDays(notice._min.termEndsAt, -noticeDays);
    return [request._min.lapsesAt, cover._min.until, ending._min.termEndsAt, noticeAt]
      .filter((moment) => moment !== null && moment !== undefined)
      .sort((a, b) => a.getTime() - b.getTime())[0];
  },
});
