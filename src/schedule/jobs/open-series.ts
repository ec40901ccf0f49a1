// What was planned for this day goes out, to whoever is in its audience today. What cannot be sent is told to the leads, on Home.
import { randomUUID } from 'node:crypto';
import type { Ccg } from '../../domain/ccg.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { planInBudget } from '../../domain/sending/planning.ts';
import { doneByDay } from '../../domain/sending/reminder-days.ts';
import { lastMoment, REMINDER_SECONDS } from '../../domain/sending/reminders.ts';
import { previewAsking } from '../../domain/sending/send-preview.ts';
import type { Asking } from '../../domain/sending/series.ts';
import { decideOpening, type OpeningFacts } from '../../domain/surveys/open-round.ts';
import { whomToAsk } from '../../domain/surveys/practice-unit.ts';
import { describeError } from '../../log.ts';
import type { Series } from '../../store/sending/series.ts';
import type { CcgStore } from '../../store/store.ts';
import type { Workshop } from '../timetable.ts';

export const openSeries = async ({ store, log }: Workshop, now: Date): Promise<void> => {
  for (const ccg of await store.ccgs.all()) {
    const home = store.ccg(ccg.code);
    for (const due of await home.series.due(now))
      await openOne({ home, ccg, now }, due).catch((error) =>
        log.error({ ccg: ccg.code, series: due.id, ...describeError(error) }, 'a series was not sent; it is tried again'),
      );
  }
};

type Place = { readonly home: CcgStore; readonly ccg: Ccg; readonly now: Date };

const openOne = async (place: Place, due: Series): Promise<void> => {
  const { home, now } = place;
  const lead = await home.people.byId(due.createdBy);
  const refused = lead?.engagementLead ? await send(place, due) : nobodyAsks;
  if (refused) await home.series.noteUnsent(due, refused.refused, now);
};

const nobodyAsks = refuse(
  'Whoever planned it leads engagement no longer, so there is nobody in whose name to ask. Plan it anew.',
);

const send = async (place: Place, due: Series): Promise<Refusal | undefined> => {
  const { home, ccg, now } = place;
  const ground = await home.ground(due.audience);
  const { asking, audience } = due;
  const whom = whomToAsk(audience, asking.kind === 'survey' ? asking.unit : 'person', ground);
  const reservations = await home.prompts.reservations(
    whom.people.map(({ id }) => id),
    now,
  );
  const facts = { register: ground.register, whom, reservations, settings: ccg.settings };
  return asking.kind === 'survey' ? sendSurvey(place, due, asking, facts) : sendReminder(place, due, asking, facts);
};

type Of<Kind extends Asking['kind']> = Extract<Asking, { kind: Kind }>;

const sendSurvey = async ({ home, ccg, now }: Place, due: Series, asking: Of<'survey'>, facts: OpeningFacts) => {
  const opening = decideOpening(asking, facts, now);
  if (isRefusal(opening)) return opening;
  const { preview, asks, round } = opening;
  const plan = planInBudget(ccg.settings, preview.seconds, round.closesAt, now);
  await home.rounds.open({ ...round, id: randomUUID(), audience: due.audience, openedBy: due.createdBy }, asks, plan, now, due);
  return undefined;
};

const sendReminder = async ({ home, ccg, now }: Place, due: Series, asking: Of<'reminder'>, facts: OpeningFacts) => {
  const { kind: _, days, ...asked } = asking;
  const doneBy = doneByDay(days, now);
  const before = lastMoment(doneBy, now);
  const { people } = facts.whom;
  const preview = previewAsking({ ...facts, people, seconds: REMINDER_SECONDS, before }, ccg.settings, now);
  if (isRefusal(preview)) return preview;
  const reminder = { ...asked, doneBy, id: randomUUID(), audience: due.audience, createdBy: due.createdBy };
  const asks = preview.asked.map(({ person }) => ({ personId: person.id, seconds: preview.seconds }));
  await home.reminders.send(reminder, asks, planInBudget(ccg.settings, preview.seconds, before, now), now, due);
  return undefined;
};
