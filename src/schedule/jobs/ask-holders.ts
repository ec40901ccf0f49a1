import { reviewDue } from '../../domain/roles/interests.ts';
import { lapseOf, REQUEST_SECONDS } from '../../domain/roles/requests.ts';
import { NOTICE_DAYS } from '../../domain/roles/terms.ts';
import { planWhereFree } from '../../domain/sending/planning.ts';
import { readSettings } from '../../domain/settings.ts';
import { addDays } from '../../domain/time/calendar.ts';
import type { JobContext } from '../job.ts';

/**
 * Asks holders whose terms end within four weeks whether they go on, and those whose declaration is
 * due about their interests.
 */
export const askHolders = async ({ store }: JobContext, now: Date): Promise<void> => {
  const settings = new Map((await store.ccgs.all()).map((ccg) => [ccg.code, ccg.settings]));
  const ask = (
    code: string,
    kind: 'term' | 'interests',
    personId: string,
    lapsesAt: Date,
    holdingId?: string,
  ) => {
    const plan = planWhereFree(
      settings.get(code) ?? readSettings({}),
      REQUEST_SECONDS,
      lapsesAt,
      now,
    );
    const about = holdingId ? { holdingId } : {};
    return store
      .ccg(code)
      .requests.open(
        { kind, toId: personId, lapsesAt, recipients: [personId], plan, ...about },
        now,
      );
  };
  for (const { ccgCode, holdingId, personId, termEndsAt } of await store.deadlines.termsEnding(
    now,
    addDays(now, NOTICE_DAYS),
  ))
    await ask(ccgCode, 'term', personId, termEndsAt, holdingId);
  for (const {
    ccgCode,
    personId,
    heldSince,
    declaredAt,
    askedAt,
  } of await store.deadlines.declarers(now))
    if (reviewDue(heldSince, declaredAt, askedAt) <= now)
      await ask(ccgCode, 'interests', personId, lapseOf(now));
};
