// What was planned for this day goes out, to whoever is in its audience today. What cannot be sent
// is told to the leads, on Home.
import { randomUUID } from 'node:crypto';
import type { Ccg } from '../../domain/ccg.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { planInBudget } from '../../domain/sending/planning.ts';
import { doneByDay } from '../../domain/sending/reminder-days.ts';
import { lastMoment, REMINDER_SECONDS } from '../../domain/sending/reminders.ts';
import { previewSending } from '../../domain/sending/send-preview.ts';
import type { PlannedPrompts } from '../../domain/sending/series.ts';
import { decideRound, type OpeningFacts } from '../../domain/surveys/open-round.ts';
import { recipients } from '../../domain/surveys/practice-unit.ts';
import { describeError } from '../../log.ts';
import type { PlannedSeries } from '../../store/sending/series.ts';
import type { CcgStore } from '../../store/store.ts';
import type { JobContext } from '../job.ts';

export const openSeries = async ({ store, log }: JobContext, now: Date): Promise<void> => {
  for (const ccg of await store.ccgs.all()) {
    const ccgStore = store.ccg(ccg.code);
    for (const due of await ccgStore.series.due(now))
      await openOne({ ccgStore, ccg, now }, due).catch((error) =>
        log.error(
          { ccg: ccg.code, series: due.id, ...describeError(error) },
          'a series was not sent; it is tried again',
        ),
      );
  }
};

type SeriesContext = { readonly ccgStore: CcgStore; readonly ccg: Ccg; readonly now: Date };

const openOne = async (context: SeriesContext, due: PlannedSeries): Promise<void> => {
  const { ccgStore, now } = context;
  const lead = await ccgStore.people.byId(due.createdBy);
  const refused = lead?.engagementLead ? await send(context, due) : nobodyAsks;
  if (refused) await ccgStore.series.noteUnsent(due, refused.refused, now);
};

const nobodyAsks = refuse(
  'planner_gone',
  'Whoever planned it leads engagement no longer, so there is nobody in whose name to ask. ' +
    'Plan it again.',
);

const send = async (context: SeriesContext, due: PlannedSeries): Promise<Refusal | undefined> => {
  const { ccgStore, ccg, now } = context;
  const audienceData = await ccgStore.audienceData(due.audience);
  const { asking, audience } = due;
  const whom = recipients(
    audience,
    asking.kind === 'survey' ? asking.unit : 'person',
    audienceData,
  );
  const reservations = await ccgStore.prompts.reservations(
    whom.people.map(({ id }) => id),
    now,
  );
  const facts = { register: audienceData.register, whom, reservations, settings: ccg.settings };
  return asking.kind === 'survey'
    ? sendSurvey(context, due, asking, facts)
    : sendReminder(context, due, asking, facts);
};

type Of<Kind extends PlannedPrompts['kind']> = Extract<PlannedPrompts, { kind: Kind }>;

const sendSurvey = async (
  { ccgStore, ccg, now }: SeriesContext,
  due: PlannedSeries,
  asking: Of<'survey'>,
  facts: OpeningFacts,
) => {
  const opening = decideRound(asking, facts, now);
  if (isRefusal(opening)) return opening;
  const { preview, asks, round } = opening;
  const plan = planInBudget(ccg.settings, preview.seconds, round.closesAt, now);
  await ccgStore.rounds.open(
    { ...round, id: randomUUID(), audience: due.audience, openedBy: due.createdBy },
    asks,
    plan,
    now,
    due,
  );
  return undefined;
};

const sendReminder = async (
  { ccgStore, ccg, now }: SeriesContext,
  due: PlannedSeries,
  asking: Of<'reminder'>,
  facts: OpeningFacts,
) => {
  const { kind: _, days, ...asked } = asking;
  const doneBy = doneByDay(days, now);
  const before = lastMoment(doneBy, now);
  const { people } = facts.whom;
  const preview = previewSending(
    { ...facts, people, seconds: REMINDER_SECONDS, before },
    ccg.settings,
    now,
  );
  if (isRefusal(preview)) return preview;
  const reminder = {
    ...asked,
    doneBy,
    id: randomUUID(),
    audience: due.audience,
    createdBy: due.createdBy,
  };
  const asks = preview.asked.map(({ person }) => ({
    personId: person.id,
    seconds: preview.seconds,
  }));
  await ccgStore.reminders.send(
    reminder,
    asks,
    planInBudget(ccg.settings, preview.seconds, before, now),
    now,
    due,
  );
  return undefined;
};

export const nextSeries = ({ store }: JobContext, now: Date): Promise<Date | undefined> =>
  store.nextPlanned(now);
