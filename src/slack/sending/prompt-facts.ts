import type { Ccg } from '../../domain/ccg.ts';
import type { Prompt } from '../../domain/sending/prompt.ts';

/** What the message of a prompt is drawn from. */
export type PromptFacts<P extends Prompt = Prompt> = {
  readonly prompt: P;
  readonly ccg: Ccg;
  readonly slashCommand: string;
  readonly now: Date;
  /** They have not replied, and are asked again: for the first or the second time. */
  readonly chase?: number;
  /** The delivery whose message it is, where it is one of several about the same. */
  readonly deliveryId?: string;
};
