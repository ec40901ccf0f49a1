// What leads have planned: surveys and reminders still to be sent, and what could not be sent, with
// the reason.

import { describeRhythm } from '../../domain/sending/series.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { PlannedSeries } from '../../store/sending/series.ts';
import { type Block, escapeMrkdwn, header, section, truncate } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

/** Home takes 100 blocks in all. */
const MAX_SHOWN = 10;

export const plannedBlocks = (planned: readonly PlannedSeries[], now: Date): Block[] =>
  planned.length > 0
    ? [header('Planned'), ...planned.slice(0, MAX_SHOWN).map((each) => describePlanned(each, now))]
    : [];

const describePlanned = (series: PlannedSeries, now: Date) => {
  const { id, endedAt, unsentAt, unsentWhy } = series;
  const unsent = unsentAt
    ? [`It was not sent on ${formatDay(unsentAt, now)}. ${escapeMrkdwn(unsentWhy ?? '')}`]
    : [];
  const words = [`${nameOf(series)}${endedAt ? '' : describeNext(series, now)}`, ...unsent].join(
    '\n',
  );
  return section(
    words,
    ...(endedAt ? [] : [button('end_series', 'End it', { id }, { confirm: areYouSure })]),
  );
};

const nameOf = ({ asking }: PlannedSeries) =>
  asking.kind === 'survey'
    ? `*${escapeMrkdwn(asking.title)}*`
    : `*Reminder:* ${escapeMrkdwn(truncate(asking.text, 80))}`;

const describeNext = ({ repeat, firstAt, nextAt }: PlannedSeries, now: Date) =>
  repeat === 'once'
    ? `, on ${formatDay(nextAt, now)}`
    : `, ${describeRhythm(repeat, firstAt)}, next on ${formatDay(nextAt, now)}`;

const areYouSure = {
  title: 'End it?',
  text: 'Nothing more of it is sent. What is open now stays open until it closes.',
  yes: 'End it',
};
