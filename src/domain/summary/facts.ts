// What a summary is made of.
import type { ResultTable } from '../anonymity.ts';
import type { Register } from '../register.ts';
import type { Round } from '../surveys.ts';
import type { Words } from '../words.ts';

export type Outcome = 'waiting' | 'answered' | 'done' | 'not_now' | 'spoken_for' | 'not_for_me';

/** A round with its tables, which are there once it has closed. */
export type ClosedRound = Round & { readonly results: readonly ResultTable[] | null };

/** The same with the people it reached and what they did. */
export type RoundFacts = ClosedRound & {
  readonly turnout: readonly { readonly personId: string; readonly outcome: Outcome }[];
};

export type SummaryFacts = {
  readonly name: string;
  readonly words: Words;
  readonly register: Register;
  /** Newest first. */
  readonly rounds: readonly RoundFacts[];
  readonly now: Date;
};
