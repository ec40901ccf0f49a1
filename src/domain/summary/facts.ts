// What a summary is made of.

import type { Register } from '../roles/register.ts';
import type { PromptOutcome } from '../sending/prompt.ts';
import type { PlannedPrompts, SeriesTimes } from '../sending/series.ts';
import type { ResultTable } from '../surveys/anonymity.ts';
import type { Audience } from '../surveys/audience.ts';
import type { Round } from '../surveys/surveys.ts';
import type { Words } from '../text/words.ts';
import type { WinFacts } from '../wins/wins.ts';

/** A round with its tables, which are there once it has closed. */
export type ClosedRound = Round & { readonly results: readonly ResultTable[] | null };

/** The same with the people it reached and what they did. */
export type RoundFacts = ClosedRound & {
  readonly audience: Audience;
  readonly turnout: readonly { readonly personId: string; readonly outcome: PromptOutcome }[];
};

/** What is still to be sent. */
export type UpcomingSeries = Pick<SeriesTimes, 'repeat' | 'firstAt'> & {
  readonly asking: PlannedPrompts;
  readonly audience: Audience;
  readonly nextAt: Date;
};

export type SummaryFacts = {
  readonly name: string;
  readonly words: Words;
  readonly register: Register;
  /** Newest first. */
  readonly rounds: readonly RoundFacts[];
  /** How many practices had a lead a month ago. */
  readonly withLeadBefore: number;
  /** What prompts have asked of people since a month ago: of how many, and for how long in all. */
  readonly asked: { readonly since: Date; readonly people: number; readonly seconds: number };
  /** How many seconds a month a person may be asked for. */
  readonly monthlySeconds: number;
  readonly planned: readonly UpcomingSeries[];
  readonly wins: readonly WinFacts[];
  readonly now: Date;
};
