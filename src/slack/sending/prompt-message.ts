// The one message of a prompt. It is edited in place at each stage, so that nobody gets a second
// message, and no button is left that does nothing.
import { requestMessage } from '../roles/request-message.ts';
import { surveyMessage } from '../surveys/survey-message.ts';
import { type Message, textMessage } from '../ui/blocks.ts';
import { firstContact } from './first-contact.ts';
import type { PromptFacts } from './prompt-facts.ts';
import { reminderMessage } from './reminder-message.ts';

/** The message as the person should see it now. */
export const promptMessage = (facts: PromptFacts): Message =>
  facts.prompt.round
    ? surveyMessage(facts, facts.prompt.round)
    : facts.prompt.request
      ? withFirstContact(facts, requestMessage(facts, facts.prompt.request))
      : facts.prompt.reminder
        ? withFirstContact(facts, reminderMessage(facts, facts.prompt.reminder))
        : textMessage('This is no longer needed.');

const withFirstContact = (facts: PromptFacts, { text, blocks }: Message): Message => ({
  text,
  blocks: [...firstContact(facts), ...blocks],
});
