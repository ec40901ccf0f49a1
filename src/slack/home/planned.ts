// What leads have planned: surveys and reminders still to be sent, and what could not be sent, with the reason.

import { sayRhythm } from '../../domain/sending/series.ts';
import { sayDay } from '../../domain/time/calendar.ts';
import type { Series } from '../../store/sending/series.ts';
import { type Block, header, safe, section, shorten } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

/** Home takes 100 blocks in all. */
const MOST_SHOWN = 10;

export const plannedBlocks = (planned: readonly Series[], now: Date): Block[] =>
  planned.length > 0 ? [header('Planned'), ...planned.slice(0, MOST_SHOWN).map((each) => sayPlanned(each, now))] : [];

const sayPlanned = (series: Series, now: Date) => {
  const { id, endedAt, unsentAt, unsentWhy } = series;
  const unsent = unsentAt ? [`It was not sent on ${sayDay(unsentAt, now)}. ${safe(unsentWhy ?? '')}`] : [];
  const words = [`${nameOf(series)}${endedAt ? '' : sayNext(series, now)}`, ...unsent].join('\n');
  return section(words, ...(endedAt ? [] : [button('end_series', 'End it', { id }, { confirm: areYouSure })]));
};

const nameOf = ({ asking }: Series) =>
  asking.kind === 'survey' ? `*${safe(asking.title)}*` : `*Reminder:* ${safe(shorten(asking.text, 80))}`;

const sayNext = ({ repeat, firstAt, nextAt }: Series, now: Date) =>
  repeat === 'once' ? `, on ${sayDay(nextAt, now)}` : `, ${sayRhythm(repeat, firstAt)}, next on ${sayDay(nextAt, now)}`;

const areYouSure = {
  title: 'End it?',
  text: 'Nothing more of it is sent. What is open now stays open until it closes.',
  yes: 'End it',
};
