// A reminder as its recipient sees it: Done and Not now are one tap each, and after “Not now” it
// can be snoozed.
import type { Ccg } from '../../domain/ccg.ts';
import type { ReminderPrompt, ReminderView } from '../../domain/sending/prompt.ts';
import { lastMoment } from '../../domain/sending/reminders.ts';
import { snoozeChoices, snoozeChoicesBefore } from '../../domain/sending/snooze.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  escapeMrkdwn,
  type Message,
  section,
} from '../ui/blocks.ts';
import type { PromptFacts } from './prompt-facts.ts';
import { done, notForMe, notNow, remindAgain } from './reply-buttons.ts';

export const reminderMessage = (
  facts: PromptFacts<ReminderPrompt>,
  reminder: ReminderView,
): Message => {
  switch (facts.prompt.outcome) {
    case 'done':
      return withNote('Done. Thank you.', section(`~${escapeMrkdwn(reminder.text)}~`));
    case 'not_for_me':
      return withNote(
        'Not for you: thank you for saying so. We will not ask again.',
        section(escapeMrkdwn(reminder.text)),
      );
    default:
      return isOlder(facts) ? remindedAgain(facts, reminder) : open(facts, reminder);
  }
};

/** After a snooze there are two messages: only the newer one has buttons. */
const isOlder = ({ prompt: { lastReminded }, deliveryId }: PromptFacts<ReminderPrompt>) =>
  deliveryId !== undefined && lastReminded !== null && lastReminded.id !== deliveryId;

const remindedAgain = (
  { prompt: { lastReminded }, now }: PromptFacts<ReminderPrompt>,
  { text }: ReminderView,
): Message =>
  withNote(
    `We reminded you again on ${formatDay(lastReminded?.sentAt ?? now, now)}.`,
    section(escapeMrkdwn(text)),
  );

const open = (facts: PromptFacts<ReminderPrompt>, reminder: ReminderView): Message => {
  const { prompt, ccg, now } = facts;
  if (prompt.outcome === 'not_now') return offerSnooze(facts, reminder);
  if (prompt.againAt && prompt.againAt > now) return comesAgain(facts, reminder, prompt.againAt);
  const blocks = [
    ...reminderBlocks(reminder, { askedBy: prompt.askedBy, ccg, now }),
    replies(prompt.id),
  ];
  return { text: `A reminder: ${reminder.text}`, blocks };
};

type ReminderFacts = { readonly askedBy: string; readonly ccg: Ccg; readonly now: Date };

/** The reminder without its buttons; a lead sees it so before it is sent. */
export const reminderBlocks = (
  { text, link, doneBy, named }: Omit<ReminderView, 'id'>,
  { askedBy, ccg, now }: ReminderFacts,
): Block[] => [
  section(escapeMrkdwn(text)),
  ...(link ? [section(`<${escapeMrkdwn(link)}>`)] : []),
  ...(doneBy ? [section(`*To be done by ${formatDay(doneBy, now)}.*`)] : []),
  contextBlock(
    `From ${escapeMrkdwn(askedBy)}, for ${escapeMrkdwn(ccg.name)}. ` +
      `${named ? 'They see who has done it.' : 'They see how many have done it, not who.'}`,
  ),
];

const replies = (id: string) =>
  actionsBlock(done('Done', { id }, { style: 'primary' }), notNow('Not now', { id }));

const withNote = (words: string, ...blocks: Block[]): Message => ({
  text: words,
  blocks: [...blocks, contextBlock(words)],
});

/** “Not now” is a complete answer; one more tap asks for the reminder at a later time. */
const offerSnooze = (
  { prompt: { id }, ccg, now }: PromptFacts<ReminderPrompt>,
  { text, doneBy }: ReminderView,
): Message => {
  const choices = snoozeChoicesBefore(lastMoment(doneBy, now), ccg.settings, now);
  const fine = 'Not now: that is fine, we will not ask again.';
  return {
    text: fine,
    blocks: [
      section(escapeMrkdwn(text)),
      contextBlock(
        choices.length > 0 ? `${fine} Or would you like to be reminded once more?` : fine,
      ),
      actionsBlock(
        ...choices.map((later) => remindAgain(snoozeChoices[later].label, { id, later })),
        notForMe('Not for me', { id }),
      ),
    ],
  };
};

const comesAgain = (
  { prompt: { id }, now }: PromptFacts<ReminderPrompt>,
  { text }: ReminderView,
  againAt: Date,
): Message => {
  const words = `We will remind you on ${formatDay(againAt, now)}.`;
  return {
    text: words,
    blocks: [section(escapeMrkdwn(text)), contextBlock(words), actionsBlock(done('Done', { id }))],
  };
};
