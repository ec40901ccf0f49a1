// “You said, we will” on the Home of every member: what came of what they said, at no cost to their week.
import { addMonths, sayDay } from '../../domain/calendar.ts';
import { latestResponses, MONTHS_SHOWN } from '../../domain/responses.ts';
import { type Block, context, header, safe, section } from '../blocks.ts';
import type { MemberVisit } from '../visit.ts';

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
