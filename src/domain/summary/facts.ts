// What a summary is made of.
import type { ResultTable } from '../anonymity.ts';
import type { Register } from '../register.ts';
import type { Round } from '../surveys.ts';
import type { Words } from '../words.ts';

export type Outcome = 'waiting' | 'answered' | 'done' | 'not_now' | 'spoken_for';

/** A round with the people it reached and what they did, and its tables once it has closed. */
export type RoundFacts = Round & {
  readonly turnout: readonly { readonly personId: string; readonly outcome: Outcome }[];
  readonly results: readonly ResultTable[] | null;
};

export type SummaryFacts = {
  readonly name: string;
  readonly words: Words;
  readonly register: Register;
  /** Newest first. */
  readonly rounds: readonly RoundFacts[];
  readonly now: Date;
};
