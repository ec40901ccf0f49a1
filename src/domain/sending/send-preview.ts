// What a survey or a reminder would cost its audience, before anyone is asked.

import type { Member } from '../people/people.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Settings } from '../settings.ts';
import { pluralise } from '../text/words.ts';
import { formatMoment, nextWeek, weekOf } from '../time/calendar.ts';
import type { Reservation } from './capacity.ts';
import { type Plan, planSoonestFirst } from './planning.ts';

type PreviewedSending = {
  readonly people: readonly Member[];
  readonly seconds: number;
  readonly reservations: ReadonlyMap<string, readonly Reservation[]>;
  readonly before: Date;
};

/** When each person would be asked; people without a Slack account cannot be. */
export type SendPreview = {
  readonly seconds: number;
  readonly asked: readonly { readonly person: Member; readonly plan: Plan }[];
  readonly noRoom: readonly Member[];
  readonly noAccount: readonly Member[];
};

export const previewSending = (
  { people, seconds, reservations, before }: PreviewedSending,
  settings: Settings,
  now: Date,
): SendPreview | Refusal => {
  const [noAccount, reachable] = [
    people.filter(({ slackId }) => !slackId),
    people.filter(({ slackId }) => slackId),
  ];
  if (people.length === 0)
    return refuse(
      'audience_empty',
      'Nobody is in this audience yet, so there is nobody to ask. Choose a wider one.',
    );
  if (reachable.length === 0)
    return refuse(
      'audience_unreachable',
      'Nobody in this audience has a Slack account here yet, so there is nobody to ask.',
    );
  const planned = reachable.map((person) => {
    const facts = { seconds, person, reservations: reservations.get(person.id) ?? [], before };
    return { person, plan: planSoonestFirst(facts, settings, now) };
  });
  const asked = planned.flatMap(({ person, plan }) => ('noRoom' in plan ? [] : [{ person, plan }]));
  const noRoom = planned.filter(({ plan }) => 'noRoom' in plan).map(({ person }) => person);
  return asked.length > 0
    ? { seconds, asked, noRoom, noAccount }
    : refuse(
        'closes_before_sending',
        'It would close before anyone may be written to. Give it more time.',
      );
};

/**
 * The preview in sentences: “This asks 43 people for 30 seconds each, 22 minutes of members’ time
 * in all.”
 */
export const describeCost = (
  { asked, noRoom, noAccount, seconds }: SendPreview,
  now: Date,
): string[] => {
  const minutes = Math.max(1, Math.round((asked.length * seconds) / 60));
  const [first = now] = asked
    .map(({ plan }) => plan.dueAt)
    .sort((a, b) => a.getTime() - b.getTime());
  const later = asked.filter(({ plan }) => plan.reason !== null).length;
  const moment = first <= now ? 'now' : formatMoment(first, now);
  return [
    `This asks ${pluralise(asked.length, 'person', 'people')} for ` +
      `${pluralise(seconds, 'second')} each, ${pluralise(minutes, 'minute')} of members’ time ` +
      'in all.',
    later === asked.length
      ? `Nobody has room before then, so it goes out ${moment}.`
      : `It goes out ${moment}.`,
    ...(later > 0 && later < asked.length
      ? [
          `${pluralise(later, 'person gets', 'people get')} it later: their week is full, ` +
            'they are away, or they asked for quiet.',
        ]
      : []),
    ...describeSwaps(asked, now),
    ...(noRoom.length > 0
      ? [`${people(noRoom.length)} no room before it closes and will not be asked.`]
      : []),
    ...(noAccount.length > 0
      ? [`${people(noAccount.length)} no Slack account here yet and will not be asked.`]
      : []),
  ];
};

/** “‘How are we doing?’ moves to next week for 12 people.” */
const describeSwaps = (asked: SendPreview['asked'], now: Date): string[] => {
  const displaced = asked.flatMap(({ plan }) => plan.displaces ?? []);
  return [...Map.groupBy(displaced, ({ title }) => title)].map(([title, moved]) => {
    const isNextWeek = moved.every(({ plan }) => plan.week === weekOf(nextWeek(now)));
    const what = title === null ? 'A question about roles' : `“${shorten(title)}”`;
    return (
      `${what} moves to ${isNextWeek ? 'next week' : 'a later week'} for ` +
      `${pluralise(moved.length, 'person', 'people')}.`
    );
  });
};

const MAX_TITLE_CHARACTERS = 60;

const shorten = (title: string) =>
  title.length > MAX_TITLE_CHARACTERS ? `${title.slice(0, MAX_TITLE_CHARACTERS - 1)}…` : title;

const people = (number: number) => pluralise(number, 'person has', 'people have');
