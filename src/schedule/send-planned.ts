// Reminders that were planned for this day go out, to whoever is in their audience today.
import { createHash } from 'node:crypto';
import { previewAsking } from '../domain/asking.ts';
import { peopleIn } from '../domain/audience.ts';
import type { Ccg } from '../domain/ccg.ts';
import { planInBudget } from '../domain/planning.ts';
import { isRefusal } from '../domain/refusal.ts';
import { doneByDay } from '../domain/reminder-days.ts';
import { lastMoment, REMINDER_SECONDS } from '../domain/reminders.ts';
import type { Series } from '../store/series.ts';
import type { Workshop } from './timetable.ts';

export const sendPlanned = async (workshop: Workshop, now: Date): Promise<void> => {
  for (const ccg of await workshop.store.ccgs.all())
    for (const due of await workshop.store.ccg(ccg.code).series.due(now)) await sendOne(workshop, ccg, due, now);
};

const sendOne = async ({ store, log }: Workshop, ccg: Ccg, due: Series, now: Date) => {
  const home = store.ccg(ccg.code);
  if (due.asking.kind !== 'reminder') return;
  const { kind: _, days, ...asked } = due.asking;
  const people = peopleIn(due.audience, await home.ground(due.audience));
  const reservations = await home.prompts.reservations(
    people.map(({ id }) => id),
    now,
  );
  const doneBy = doneByDay(days, now);
  const before = lastMoment(doneBy, now);
  const preview = previewAsking({ people, reservations, seconds: REMINDER_SECONDS, before }, ccg.settings, now);
  if (isRefusal(preview)) log.warn({ ccg: ccg.code, series: due.id }, 'a planned reminder had nobody to go to');
  else {
    const { audience, createdBy } = due;
    const reminder = { ...asked, doneBy, audience, createdBy, id: idOf(due), seriesId: due.id };
    const asks = preview.asked.map(({ person }) => ({ personId: person.id, seconds: preview.seconds }));
    await home.reminders.send(reminder, asks, planInBudget(ccg.settings, preview.seconds, before, now), now);
  }
  await home.series.noteSent(due, now);
};

/** The same for the same sending of a series, so that one which is begun again after a fault is not sent again. */
const idOf = ({ id, sendings }: Series) =>
  createHash('sha256')
    .update(`${id} ${sendings}`)
    .digest('hex')
    .slice(0, 32)
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
