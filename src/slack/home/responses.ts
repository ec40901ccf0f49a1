// “You said, we will” on the Home of every member: what came of what they said, at no cost to their week.

import { latestResponses, MONTHS_SHOWN } from '../../domain/surveys/responses.ts';
import { addMonths, sayDay } from '../../domain/time/calendar.ts';
import type { MemberVisit } from '../bolt/interaction.ts';
import { type Block, context, header, safe, section } from '../ui/blocks.ts';

export const responseBlocks = async ({ home, person, now }: MemberVisit): Promise<Block[]> => {
  const responses = latestResponses(await home.rounds.respondedSince(addMonths(now, -MONTHS_SHOWN), person.id), now);
  if (responses.length === 0) return [];
  return [
    header('You said, we will'),
    ...responses.flatMap(({ title, words, day }) => [
      section(safe(words)),
      context(`After “${safe(title)}”, ${sayDay(day, now)}`),
    ]),
  ];
};
