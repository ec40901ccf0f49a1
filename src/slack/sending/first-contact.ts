import { greeting } from '../people/greeting.ts';
import type { Block } from '../ui/blocks.ts';
import type { PromptFacts } from './prompt-facts.ts';

/** The greeting, at the top of the first message that a person has from us. */
export const firstContact = ({ prompt, ccg, slashCommand }: PromptFacts): Block[] =>
  prompt.isFirstContact ? [greeting(ccg, 'your practice’s roster', slashCommand)] : [];
