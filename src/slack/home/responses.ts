// “You said, we will” on the Home of every member: what came of what they said, at no cost to their
// week.

import { latestResponses, MONTHS_SHOWN } from '../../domain/surveys/responses.ts';
import { addMonths, formatDay } from '../../domain/time/calendar.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { type Block, contextBlock, escapeMrkdwn, header, section } from '../ui/blocks.ts';

export const responseBlocks = async ({
  ccgStore,
  person,
  now,
}: MemberInteraction): Promise<Block[]> => {
  const responses = latestResponses(
    await ccgStore.rounds.respondedSince(addMonths(now, -MONTHS_SHOWN), person.id),
    now,
  );
  if (responses.length === 0) return [];
  return [
    header('You said, we will'),
    ...responses.flatMap(({ title, words, day }) => [
      section(escapeMrkdwn(words)),
      contextBlock(`After “${escapeMrkdwn(title)}”, ${formatDay(day, now)}`),
    ]),
  ];
};
