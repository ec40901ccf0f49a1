// A prompt: what one person is asked. It is about a survey, a reminder or a request, never about
// two of them; its kind says which.

import type { RequestView } from '../roles/requests.ts';
import type { Round } from '../surveys/surveys.ts';

export type PromptOutcome =
  | 'waiting'
  | 'answered'
  | 'done'
  | 'not_now'
  | 'spoken_for'
  | 'not_for_me';

type PromptBase = {
  readonly id: string;
  readonly personId: string;
  /** What it asks of the person, in seconds. */
  readonly seconds: number;
  readonly outcome: PromptOutcome;
  /** The person who asks. */
  readonly askedBy: string;
  /** The bot has never written to the person before. */
  readonly isFirstContact: boolean;
};

export type SurveyPrompt = PromptBase & {
  readonly kind: 'survey';
  readonly round: Round;
  /** The groups an anonymous answer counts in, by cut. */
  readonly groups: Readonly<Record<string, string>>;
  /** The practice it speaks for, where one lead answers for all of it. */
  readonly practiceCode: string | null;
  readonly practiceName: string | null;
  /** The colleague who has answered for the practice. */
  readonly answeredBy: string | null;
  /** Questions answered so far, with the option where the round is named. */
  readonly answered: ReadonlyMap<number, number | null>;
};

export type ReminderPrompt = PromptBase & {
  readonly kind: 'reminder';
  readonly reminder: ReminderView;
  /** When they would rather be reminded. */
  readonly againAt: Date | null;
  /** The latest message that reminded them once more, where there is one. */
  readonly lastReminded: { readonly id: string; readonly sentAt: Date | null } | null;
};

export type RequestPrompt = PromptBase & {
  readonly kind: 'request';
  readonly request: RequestView;
  /** When the person last declared their interests. */
  readonly interestsAt: Date | null;
};

export type Prompt = SurveyPrompt | ReminderPrompt | RequestPrompt;

export type ReminderView = {
  readonly id: string;
  readonly text: string;
  readonly link: string | null;
  readonly doneBy: Date | null;
  /** The engagement leads see who has done it. */
  readonly named: boolean;
};
