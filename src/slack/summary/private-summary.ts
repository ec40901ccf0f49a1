import type { Reachable } from '../../domain/people/people.ts';
import { comingUp } from '../../domain/summary/coming.ts';
import { opening } from '../../domain/summary/headline.ts';
import { formatMonth } from '../../domain/time/calendar.ts';
import type { MemberContext } from '../bolt/interaction.ts';
import { membersToConfirm, seatsToConfirm } from '../home/to-confirm.ts';
import { vacanciesBlock } from '../home/vacancies.ts';
import { nextStepBlocks } from '../indicators/next-steps.ts';
import { greeting } from '../people/greeting.ts';
import { contextBlock, escapeMrkdwn, header, type Message, section } from '../ui/blocks.ts';
import { drawSections } from '../ui/shapes.ts';

type LeadContext = MemberContext & { readonly person: Reachable };

/**
 * The summary for an engagement lead alone: next steps, whom to confirm, which practices have no
 * lead, and what is coming. A lead who has had no message from us is greeted first.
 */
export const privateSummary = async (
  context: LeadContext,
  slashCommand: string,
): Promise<Message> => {
  const { ccgStore, ccg, person, now } = context;
  const [facts, register] = await Promise.all([
    ccgStore.summaryFacts(ccg, now),
    ccgStore.register(),
  ]);
  const title = `For engagement leads: ${formatMonth(now)}`;
  return {
    text: `${title}. ${opening(facts)}`,
    blocks: [
      ...(person.firstContactAt ? [] : [greeting(ccg, ccg.name, slashCommand)]),
      header(title),
      section(escapeMrkdwn(opening(facts))),
      ...(await nextStepBlocks(context, register)),
      ...seatsToConfirm(context, register),
      ...membersToConfirm(register),
      vacanciesBlock(context, register),
      ...drawSections([comingUp(facts)].filter((each) => each !== undefined)),
      contextBlock(
        'Only engagement leads have this. It stands on Home too, as it is at the moment.',
      ),
    ],
  };
};
