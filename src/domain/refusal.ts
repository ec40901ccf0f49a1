// Something a person asked for and cannot have, as a value: plain words that say why and what to
// do. Anything thrown is a bug.

export type Refusal = { readonly refused: string };

export const refuse = (words: string): Refusal => ({ refused: words });

export const isRefusal = (decision: unknown): decision is Refusal =>
  typeof decision === 'object' && decision !== null && 'refused' in decision;
