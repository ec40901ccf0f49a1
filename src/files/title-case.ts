// ODS writes in capitals; people do not.

const SMALL = new Set(['and', 'at', 'by', 'in', 'of', 'on', 'the', 'upon', 'le', 'under']);
const ABBREVIATIONS = new Set(['GP', 'NHS', 'PCN', 'CCG', 'PMS', 'GMS', 'APMS', 'II', 'III', 'IV']);

/**
 * “THE DENSHAM SURGERY” as “The Densham Surgery”, “STOCKTON-ON-TEES” as “Stockton-on-Tees”. Text
 * that is not all capitals stays as it is.
 */
export const titleCase = (text: string): string =>
  text !== text.toUpperCase()
    ? text
    : text.replace(/[\p{L}'’]+/gu, (word, at: number) =>
        ABBREVIATIONS.has(word) ? word : (small(word, at) ?? capital(word)),
      );

const small = (word: string, at: number) =>
  at > 0 && SMALL.has(word.toLowerCase()) ? word.toLowerCase() : undefined;

const capital = (word: string) => {
  const rest = word.slice(1).toLowerCase();
  const cased = `${word.charAt(0)}${rest}`;
  return cased.replace(
    /^(Mc|O['’])(\p{L})/u,
    (_, start: string, letter: string) => start + letter.toUpperCase(),
  );
};
