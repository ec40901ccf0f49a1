// Choosing whom to ask: a group from a list, and a practice by a part of its name, for there are more practices than a list of Slack holds.
import { z } from 'zod';
import { findable } from '../../domain/people/practices.ts';
import { type Audience, audienceFor, audienceKey, audiences, type Ground } from '../../domain/surveys/audience.ts';
import { search } from '../../domain/text/search.ts';
import type { Words } from '../../domain/text/words.ts';
import { list } from '../../domain/text/words.ts';
import { type Block, chooseOne, option, typeText } from '../ui/blocks.ts';

/** What the two fields hold. */
export const audienceValues = { audience: z.string(), practice: z.string().trim().nullable() };

/** Slack takes 100 options in a list. */
const MOST_OPTIONS = 100;

/** The two fields, with their labels. */
export const audienceFields = (label: string, ground: Ground, words: Words): Block[] => {
  const choices = audiences(ground, words).map(({ audience, name }) => option(name, audienceKey(audience)));
  return [
    chooseOne({ id: 'audience', label }, choices.slice(0, MOST_OPTIONS), choices[0]),
    typeText(
      { id: 'practice', label: 'Only at one practice', hint: 'Part of its name, its town or its code.', optional: true },
      { most: 80 },
    ),
  ];
};

/** The audience the fields stand for, or what is wrong with them, beside the field. */
export const readAudience = (
  { audience: key, practice }: { readonly audience: string; readonly practice: string | null },
  ground: Ground,
  words: Words,
): Audience | { readonly errors: { readonly audience?: string; readonly practice?: string } } => {
  const audience = audienceFor(key, ground, words);
  if (!audience) return { errors: { audience: 'This group no longer exists. Please choose another.' } };
  if (!practice) return audience;
  const found = search(ground.register.practices.map(findable), practice);
  const [only] = found;
  return only && found.length === 1
    ? { ...audience, practiceCode: only.code }
    : { errors: { practice: sayFound(practice, found) } };
};

const MOST_NAMES = 5;

const sayFound = (typed: string, found: readonly { readonly name: string }[]) => {
  const names = found.slice(0, MOST_NAMES).map(({ name }) => name);
  if (names.length === 0) return `No practice here sounds like “${typed}”. Type a part of its name, its town or its code.`;
  const more = found.length > MOST_NAMES ? [`${found.length - MOST_NAMES} more`] : [];
  return `“${typed}” could be ${list([...names.sort((a, b) => a.localeCompare(b)), ...more], 'or')}. Type more of the name.`;
};
