// Every word for the organisation, its levels and the contract holder. CCGs became ICBs and sub-ICB
// locations in July 2022 (Health and Care Act 2022), so each CCG may set its own; these are the
// defaults.

export const wordDefaults = {
  organisation: { fallback: 'CCG', sentence: 'What members call the organisation.' },
  locality: { fallback: 'locality', sentence: 'What a group of neighbouring practices is called.' },
  localities: { fallback: 'localities', sentence: 'The same, for more than one group.' },
  everyday: { fallback: 'everyday', sentence: 'The level of involvement that everyone has.' },
  practice_lead: { fallback: 'practice lead', sentence: 'Who takes a larger part for a practice.' },
  area_lead: { fallback: 'clinical area lead', sentence: 'Who looks after a clinical area.' },
  leadership: { fallback: 'leadership', sentence: 'The level of those who lead the organisation.' },
  contract_holder: {
    fallback: 'NHS England',
    sentence: 'Who holds the practices’ contracts; contract questions are theirs, never the bot’s.',
  },
} as const;

export type Words = { readonly [Key in keyof typeof wordDefaults]: string };

/** “1 practice”, “2 practices”, “2 localities”. */
export const pluralise = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** “two”, and “10” from ten on. */
export const spellNumber = (value: number): string => NUMBERS[value] ?? `${value}`;

/** “one question”, “two questions”, for running text. */
export const countInWords = (value: number, one: string, many = `${one}s`): string =>
  `${spellNumber(value)} ${value === 1 ? one : many}`;

/** “35 seconds”, “22 minutes”, “3 hours”: rounded to what people think in. */
export const formatDuration = (seconds: number): string => {
  if (seconds < 100) return pluralise(Math.round(seconds), 'second');
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? pluralise(minutes, 'minute') : pluralise(Math.round(minutes / 60), 'hour');
};

/** “Dr Osei”, “Dr Osei and Dr Patel”, “Dr Osei, Dr Patel and Dr Webb”. */
export const joinList = (names: readonly string[], join: 'and' | 'or' = 'and'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${join} ${names.at(-1)}`;

/** The first letter as a capital, for the start of a sentence. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
