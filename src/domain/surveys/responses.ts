// “You said, we will”: what a lead answers to what members said in a survey that has closed.

import { type Refusal, refuse } from '../refusal.ts';
import { addMonths } from '../time/calendar.ts';
import type { Round } from './surveys.ts';

/** One or two sentences. */
export const MAX_CHARACTERS = 300;
/** For how long members see it, and a lead is reminded that it is still to be said. */
export const MONTHS_SHOWN = 3;
const MAX_SHOWN = 2;

export type LeadResponse = { readonly title: string; readonly words: string; readonly day: Date };

/** The latest that members see, newest first. */
export const latestResponses = (
  rounds: readonly Pick<Round, 'title' | 'response' | 'respondedAt'>[],
  now: Date,
): LeadResponse[] =>
  rounds
    .flatMap(({ title, response, respondedAt }) =>
      response && respondedAt && isRecent(respondedAt, now)
        ? [{ title, words: response, day: respondedAt }]
        : [],
    )
    .sort((a, b) => b.day.getTime() - a.day.getTime())
    .slice(0, MAX_SHOWN);

/** A survey that closed lately, and of which nobody has said yet what comes of it. */
export const isUnanswered = (
  { closedAt, response }: Pick<Round, 'closedAt' | 'response'>,
  now: Date,
): boolean => closedAt !== null && !response && isRecent(closedAt, now);

/** The words as they are kept, or why they cannot be. */
export const checkResponse = (text: string): string | Refusal => {
  const words = text.trim();
  if (!words) return refuse('text_missing', 'Say in a sentence or two what comes of it.');
  return words.length > MAX_CHARACTERS
    ? refuse('text_too_long', `Keep it to ${MAX_CHARACTERS} characters: one or two sentences.`)
    : words;
};

const isRecent = (moment: Date, now: Date) => addMonths(moment, MONTHS_SHOWN) > now;
