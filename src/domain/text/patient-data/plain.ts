// One writing for what looks or sounds the same, so that every check has only one to know.
import { inDigits } from './spoken.ts';

/**
 * The text with one kind of digits, dashes, spaces and quotes, without invisible characters, with
 * numbers in words as digits, and with what is spelt out put together: “B S 8” is “BS8”.
 */
export const inPlainLetters = (text: string): string =>
  [withPlainCharacters, withoutLettersInNumbers, inDigits, withoutThen, asSpelt].reduce(
    (plain, change) => change(plain),
    text,
  );

const withPlainCharacters = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Me}\p{Variation_Selector}]/gu, '')
    .replace(/\p{Nd}/gu, (digit) => String(digitAt(digit.codePointAt(0) ?? 0)))
    .replace(/\s+/g, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[‘’ʼ`´]/g, "'");

/** In Unicode the decimal digits of a script follow one another, ten by ten from zero. */
const digitAt = (code: number) => {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
};

/** “07700 9OO 145”: letters that look like 0 and 1 among digits. */
const withoutLettersInNumbers = (text: string) =>
  text.replace(/(?<![\p{L}\d])[\dOolI]{3,14}(?![\p{L}\d])/gu, (token) =>
    /\d/.test(token) ? token.replace(/[Oo]/g, '0').replace(/[lI]/g, '1') : token,
  );

/** “943 476 and then 5919”. */
const withoutThen = (text: string) =>
  text.replace(/(?<=\d{3})(?<!\b(?:111|999|119)),? (?:and )?then (?=\d{3})/gi, ' ');

/** At least five characters one by one, or four digits: “L S 1 4 D Y”, “0 7 7 0 0”. */
const asSpelt = (text: string) =>
  text.replace(
    /(?<![\p{L}\d]|\d[.,/-])(?:(?:[A-Za-z\d] ){4,20}[A-Za-z\d]|(?:\d[ -]){3,20}\d)(?![\p{L}\d])/gu,
    (spelt) => (/\d/.test(spelt) ? spelt.replace(/[ -]/g, '') : spelt),
  );
