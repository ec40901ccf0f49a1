import { z } from 'zod';
import { describeRhythm } from '../../domain/sending/series.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { PlannedSeries } from '../../store/sending/series.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import { type Block, escapeMrkdwn, header, section, truncate } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';

const endSeries = defineButton('end_series', z.object({ id: z.uuid() }));

/** Surveys and reminders that a lead has planned can be ended before they are sent. */
export const series: Feature = {
  buttons: [
    onTap(endSeries, {
      permission: 'ask members',
      run: async ({ ccgStore, person, now }, { id }) => {
        await ccgStore.series.end(id, person.id, now);
        return { home: true };
      },
    }),
  ],
};

/** Home takes 100 blocks in all. */
const MAX_SHOWN = 10;

/** What is planned, and what could not be sent, with the reason. */
export const plannedBlocks = (planned: readonly PlannedSeries[], now: Date): Block[] =>
  planned.length > 0
    ? [header('Planned'), ...planned.slice(0, MAX_SHOWN).map((each) => describePlanned(each, now))]
    : [];

const describePlanned = (planned: PlannedSeries, now: Date) => {
  const { id, endedAt, unsentAt, unsentWhy } = planned;
  const unsent = unsentAt
    ? [`It was not sent on ${formatDay(unsentAt, now)}. ${escapeMrkdwn(unsentWhy ?? '')}`]
    : [];
  const name = `${nameOf(planned)}${endedAt ? '' : describeNext(planned, now)}`;
  const end = endedAt ? undefined : endSeries('End it', { id }, { confirm: confirmation });
  return section([name, ...unsent].join('\n'), end);
};

const nameOf = ({ asking }: PlannedSeries) =>
  asking.kind === 'survey'
    ? `*${escapeMrkdwn(asking.title)}*`
    : `*Reminder:* ${escapeMrkdwn(truncate(asking.text, 80))}`;

const describeNext = ({ repeat, firstAt, nextAt }: PlannedSeries, now: Date) =>
  repeat === 'once'
    ? `, on ${formatDay(nextAt, now)}`
    : `, ${describeRhythm(repeat, firstAt)}, next on ${formatDay(nextAt, now)}`;

const confirmation = {
  title: 'End it?',
  text: 'Nothing more of it is sent. What is open now stays open until it closes.',
  yes: 'End it',
};
