// Sending a survey that its lead has looked at: its round opens now, or is planned for its day.
import { isRefusal } from '../../domain/refusal.ts';
import { planInBudget } from '../../domain/sending/planning.ts';
import { describeCost } from '../../domain/sending/send-preview.ts';
import { describeTimes } from '../../domain/sending/series.ts';
import { openingOf } from '../../domain/surveys/survey-dates.ts';
import type { PlannedSeries } from '../../store/sending/series.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { notice } from '../ui/blocks.ts';
import { previewRound } from './preview-round.ts';
import type { SurveyChoice } from './survey-choice.ts';

export const sendSurvey = async (
  interaction: MemberInteraction,
  choice: SurveyChoice,
): Promise<Response> => {
  const { opensAt, isNow } = openingOf(choice.opens, interaction.now);
  if (isNow) return open(interaction, choice);
  await plan(interaction, choice, opensAt);
  const times = describeTimes(choice.repeat, opensAt, interaction.now);
  return {
    modal: notice('Planned', `${times}. You find it on Home, where you can end it.`),
    home: true,
  };
};

const plan = async (
  { ccgStore, person, now }: MemberInteraction,
  choice: SurveyChoice,
  firstAt: Date,
): Promise<PlannedSeries | undefined> => {
  const { id, asking, audience, repeat } = choice;
  await ccgStore.series.add({ id, asking, audience, repeat, firstAt, createdBy: person.id }, now);
  return ccgStore.series.find(id);
};

const open = async (interaction: MemberInteraction, choice: SurveyChoice): Promise<Response> => {
  const { ccgStore, ccg, person, now } = interaction;
  const opening = await previewRound(
    interaction,
    await ccgStore.audienceData(choice.audience),
    choice,
    now,
  );
  if (isRefusal(opening)) return { modal: notice('Ask members', opening.refused) };
  const { preview, asks, round } = opening;
  const { id, audience, repeat } = choice;
  const series = repeat === 'once' ? undefined : await plan(interaction, choice, now);
  // A series that has sent already was submitted twice, or fell due in the meantime.
  const isFirst = !series || series.sendings === 0;
  const planner = planInBudget(ccg.settings, preview.seconds, round.closesAt, now);
  const newRound = { ...round, id, audience, openedBy: person.id };
  if (isFirst) await ccgStore.rounds.open(newRound, asks, planner, now, series);
  const times = series ? [`${describeTimes(repeat, series.firstAt, now)}.`] : [];
  return {
    modal: notice('On its way', [...describeCost(preview, now), ...times].join(' ')),
    home: true,
  };
};
