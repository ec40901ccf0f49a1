// What came of a request: to the one who agreed, and to the one who asked.

import type { RequestKind, RequestView } from '../../domain/roles/requests.ts';
import { formatDay } from '../../domain/time/calendar.ts';

/** To somebody who said yes. */
export const agreed = (request: RequestView, now: Date): string =>
  thanks[request.kind](request, now);

const thanks: Record<RequestKind, (request: RequestView, now: Date) => string> = {
  handover: ({ title, from }) => `Thank you. ${title} has passed from ${from?.name} to you.`,
  takeover: ({ title, from }) =>
    `Thank you for all you did as ${title}. ${from?.name} takes over from here.`,
  cover: ({ from, until }, now) =>
    `Thank you. You stand in for ${from?.name}${until ? ` until ${formatDay(until, now)}` : ''}.`,
  confirm: ({ title, from }) => `Confirmed: ${from?.name}, ${title}.`,
  term: ({ title, termEndsAt }, now) =>
    'Thank you. You go on as ' +
    `${title}${termEndsAt ? `, and we ask again before ${formatDay(termEndsAt, now)}` : ''}.`,
  vacancy: ({ title }) => `Somebody is ${title} now. Thank you for thinking about it.`,
  interests: () => 'Thank you. Your declaration is up to date.',
  introduction: () => 'Thank you for sharing what works.',
};

/** What became of somebody's own request. */
export const newsOf = (request: RequestView, now: Date): string => {
  const { kind, state, to, title, until } = request;
  const name = to?.name ?? 'Your colleague';
  const yes: Partial<Record<RequestKind, string>> = {
    handover: `${name} has taken on ${title}. Thank you for all you did.`,
    takeover: `You are now ${title}: it has been handed on to you. Thank you for asking.`,
    cover:
      `${name} stands in for you${until ? ` until ${formatDay(until, now)}` : ''}. You hear ` +
      'nothing from us until then.',
    confirm: `You are confirmed as ${title}. Thank you for taking it on.`,
  };
  const no: Partial<Record<RequestKind, string>> = {
    handover: `${name} would rather not take on ${title} at the moment. The seat is still yours.`,
    takeover: `Whoever holds ${title} would like to keep it for now. Thank you for offering.`,
    cover: `${name} cannot stand in for you this time. You can ask somebody else.`,
  };
  const none =
    `Nobody has replied about ${title || 'standing in for you'}, so nothing has changed. You ` +
    'can ask again.';
  const words = state === 'accepted' ? yes[kind] : state === 'declined' ? no[kind] : none;
  return words ?? none;
};
