// The summary for an engagement lead alone: whom to confirm, where nobody leads, and what may come next. Home shows the same.

import type { Reachable } from '../../domain/people/people.ts';
import { comingUp } from '../../domain/summary/coming.ts';
import { opening } from '../../domain/summary/headline.ts';
import { sayMonth } from '../../domain/time/calendar.ts';
import type { Place } from '../bolt/interaction.ts';
import { nextStepBlocks } from '../home/next-steps.ts';
import { membersToConfirm, seatsToConfirm } from '../home/to-confirm.ts';
import { vacanciesBlock } from '../home/vacancies.ts';
import { greeting } from '../people/greeting.ts';
import { context, header, type Message, safe, section } from '../ui/blocks.ts';
import { drawSections } from '../ui/shapes.ts';

type LeadsPlace = Place & { readonly person: Reachable };

/** Begins with who asks, why, and how to leave, where that has not been said to them. */
export const privateSummary = async (place: LeadsPlace, slashCommand: string): Promise<Message> => {
  const { home, ccg, person, now } = place;
  const [facts, register] = await Promise.all([home.summaryFacts(ccg, now), home.register()]);
  const title = `For engagement leads: ${sayMonth(now)}`;
  return {
    text: `${title}. ${opening(facts)}`,
    blocks: [
      ...(person.firstContactAt ? [] : [greeting(ccg, ccg.name, slashCommand)]),
      header(title),
      section(safe(opening(facts))),
      ...(await nextStepBlocks(place, register)),
      ...seatsToConfirm(place, register),
      ...membersToConfirm(register),
      vacanciesBlock(place, register),
      ...drawSections([comingUp(facts)].filter((each) => each !== undefined)),
      context('Only engagement leads have this. It stands on Home too, as it is at the moment.'),
    ],
  };
};
