/**
 * The source of a pattern in which letters stand for both cases, for a part of a pattern that
 * otherwise minds case. Node 22 knows no `(?i:…)`. Its character classes hold no letters.
 */
export const anyCase = (source: string): string =>
  `(?:${source.replace(/\\p\{\w+\}|\\.|[a-z]/gi, (part) =>
    part.length > 1 ? part : `[${part.toLowerCase()}${part.toUpperCase()}]`,
  )})`;
