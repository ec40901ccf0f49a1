// Choosing whom to ask: a group from a list, and a practice by part of its name, because there may
// be more practices than Slack shows in a list.
import { z } from 'zod';
import { findable } from '../../domain/people/practices.ts';
import type { Audience, AudienceData } from '../../domain/surveys/audience.ts';
import { audienceFor, audienceKey, audiences } from '../../domain/surveys/audience-names.ts';
import { search } from '../../domain/text/search.ts';
import { joinList, type Words } from '../../domain/text/words.ts';
import { type Block, chooseOne, option, typeText } from '../ui/blocks.ts';

/** What the two fields hold. */
export const audienceValues = { audience: z.string(), practice: z.string().trim().nullable() };

/** Slack takes 100 options in a list. */
const MAX_OPTIONS = 100;

/** The two fields, with their labels. */
export const audienceFields = (
  label: string,
  audienceData: AudienceData,
  words: Words,
): Block[] => {
  const choices = audiences(audienceData, words).map(({ audience, name }) =>
    option(name, audienceKey(audience)),
  );
  return [
    chooseOne({ id: 'audience', label }, choices.slice(0, MAX_OPTIONS), choices[0]),
    typeText(
      {
        id: 'practice',
        label: 'Only at one practice',
        hint: 'Part of its name, its town or its code.',
        optional: true,
      },
      { most: 80 },
    ),
  ];
};

/** The audience that was chosen, or what is wrong, by field. */
export const readAudience = (
  { audience: key, practice }: { readonly audience: string; readonly practice: string | null },
  audienceData: AudienceData,
  words: Words,
): Audience | { readonly errors: { readonly audience?: string; readonly practice?: string } } => {
  const audience = audienceFor(key, audienceData, words);
  if (!audience)
    return { errors: { audience: 'This group no longer exists. Please choose another.' } };
  if (!practice) return audience;
  const found = search(audienceData.register.practices.map(findable), practice);
  const [only] = found;
  return only && found.length === 1
    ? { ...audience, practiceCode: only.code }
    : { errors: { practice: describeFound(practice, found) } };
};

const MAX_NAMES = 5;
const TYPE_MORE = 'Type a part of its name, its town or its code.';

const describeFound = (typed: string, found: readonly { readonly name: string }[]) => {
  const names = found.slice(0, MAX_NAMES).map(({ name }) => name);
  if (names.length === 0) return `No practice here sounds like “${typed}”. ${TYPE_MORE}`;
  const more = found.length > MAX_NAMES ? [`${found.length - MAX_NAMES} more`] : [];
  return (
    `“${typed}” could be ` +
    `${joinList([...names.sort((a, b) => a.localeCompare(b)), ...more], 'or')}. Type more of ` +
    'the name.'
  );
};
