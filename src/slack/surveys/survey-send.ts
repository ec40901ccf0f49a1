import { isRefusal } from '../../domain/refusal.ts';
import { planInBudget } from '../../domain/sending/planning.ts';
import { sayCost } from '../../domain/sending/send-preview.ts';
import { sayTimes } from '../../domain/sending/series.ts';
import { openingOf } from '../../domain/surveys/survey-dates.ts';
import type { Series } from '../../store/sending/series.ts';
import type { MemberVisit, Say } from '../bolt/interaction.ts';
import { notice } from '../ui/blocks.ts';
import type { Form, SurveyChoice } from '../ui/modals.ts';
import { lookAhead } from './preview-round.ts';

/** Second step: the round opens, or is planned for its day. */
export const surveySendForm: Form<'survey_send'> = {
  form: 'survey_send',
  act: 'ask members',
  run: async (visit, _, choice) => {
    const { opensAt, isNow } = openingOf(choice.opens, visit.now);
    if (isNow) return open(visit, choice);
    await plan(visit, choice, opensAt);
    const times = sayTimes(choice.repeat, opensAt, visit.now);
    return { modal: notice('Planned', `${times}. You find it on Home, where you can end it.`), home: true };
  },
};

const plan = async ({ home, person, now }: MemberVisit, choice: SurveyChoice, firstAt: Date): Promise<Series | undefined> => {
  const { id, asking, audience, repeat } = choice;
  await home.series.add({ id, asking, audience, repeat, firstAt, createdBy: person.id }, now);
  return home.series.find(id);
};

const open = async (visit: MemberVisit, choice: SurveyChoice): Promise<Say> => {
  const { home, ccg, person, now } = visit;
  const opening = await lookAhead(visit, await home.ground(choice.audience), choice, now);
  if (isRefusal(opening)) return { modal: notice('Ask members', opening.refused) };
  const { preview, asks, round } = opening;
  const { id, audience, repeat } = choice;
  const series = repeat === 'once' ? undefined : await plan(visit, choice, now);
  const isFirst = !series || series.sendings === 0; // otherwise this was submitted twice, or its time has come in between
  const planner = planInBudget(ccg.settings, preview.seconds, round.closesAt, now);
  if (isFirst) await home.rounds.open({ ...round, id, audience, openedBy: person.id }, asks, planner, now, series);
  const again = series ? [`${sayTimes(repeat, series.firstAt, now)}.`] : [];
  return { modal: notice('On its way', [...sayCost(preview, now), ...again].join(' ')), home: true };
};
