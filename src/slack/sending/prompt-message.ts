// The one message of a prompt. It is edited in place at each stage, so that nobody gets a second
// message, and no button is left that does nothing.
import { requestMessage } from '../roles/request-message.ts';
import { surveyMessage } from '../surveys/survey-message.ts';
import type { Message } from '../ui/blocks.ts';
import { firstContact } from './first-contact.ts';
import type { PromptFacts } from './prompt-facts.ts';
import { reminderMessage } from './reminder-message.ts';

/** The message as the person should see it now. */
export const promptMessage = (facts: PromptFacts): Message => {
  const { prompt } = facts;
  switch (prompt.kind) {
    case 'survey':
      return surveyMessage({ ...facts, prompt }, prompt.round);
    case 'reminder':
      return withFirstContact(facts, reminderMessage({ ...facts, prompt }, prompt.reminder));
    case 'request':
      return withFirstContact(facts, requestMessage({ ...facts, prompt }, prompt.request));
  }
};

const withFirstContact = (facts: PromptFacts, { text, blocks }: Message): Message => ({
  text,
  blocks: [...firstContact(facts), ...blocks],
});
