// Cover: a colleague stands in for somebody until a day. The seat stays where it is, and the cover
// ends by itself.

import type { Member } from '../people/people.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { addDays } from '../time/calendar.ts';

const MAX_DAYS = 366;

/** Whether a colleague may be asked to stand in until the end of a day. */
export const decideCover = (
  {
    person,
    deputy,
    until,
  }: { readonly person: Member; readonly deputy: Member | undefined; readonly until: Date },
  now: Date,
): 'ask' | Refusal => {
  if (!deputy)
    return refuse(
      'colleague_not_on_list',
      'This colleague is not on a practice’s list here yet. They can add themselves with “join”.',
    );
  if (deputy.id === person.id)
    return refuse('is_self', 'That is you. Choose a colleague who is there while you are away.');
  if (until <= now)
    return refuse(
      'day_passed',
      'That day has passed. Give the last day you are away, such as “until 12 December”.',
    );
  if (until > addDays(now, MAX_DAYS))
    return refuse(
      'too_far_ahead',
      'That is over a year away. For so long, handing the role on may be kinder to both of you.',
    );
  return 'ask';
};
