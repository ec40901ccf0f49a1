// Numbers in words, as people dictate them: “nine four three”, “oh seven double seven”, “the third
// of March nineteen forty-two”.

const ONES = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = [
  ...'- first second third fourth fifth sixth seventh eighth ninth tenth eleventh'.split(' '),
  ...'twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth'.split(' '),
  ...'nineteenth twentieth - - - - - - - - - thirtieth'.split(' '),
];

const byWord = (words: readonly string[], valueAt: (index: number) => number) =>
  words.map((word, index) => [word, valueAt(index)] as const).filter(([word]) => word !== '-');

const ones = new Map([...byWord(ONES, (one) => one), ['nought', 0], ['oh', 0], ['o', 0]]);
const teens = new Map(byWord(TEENS, (index) => index + 10));
const tens = new Map([...byWord(TENS, (index) => index * 10), ['fourty', 40]]);
const ordinals = new Map(byWord(ORDINALS, (index) => index));

const WORD = [...ones.keys(), ...teens.keys(), ...tens.keys(), ...ordinals.keys()]
  .concat('double', 'triple', 'treble', 'hundred', 'thousand')
  .filter((word) => word !== 'o' && word !== 'oh')
  .join('|');
/** “Oh” is a number only beside another. */
const NUMBER = String.raw`(?:${WORD}|oh?(?=[ ,-]{1,2}(?:${WORD}|oh?|\d)\b)|(?<=[ -])oh?)`;
const RUN = new RegExp(
  String.raw`(?<![\p{L}\d])${NUMBER}(?:(?:,? | ?-|,)(?:and (?=\p{L}))?(?:${NUMBER}` +
    String.raw`|\d{1,4}))*(?![\p{L}\d])`,
  'giu',
);

/** The text with numbers up to 99, years, ordinals and single digits in digits. */
export const inDigits = (text: string): string =>
  text.replace(RUN, (run) => {
    const words = run.toLowerCase().split(/[ ,-]+/);
    const isSum = /hundred|thousand/.test(run) && words.slice(0, 2).join(' ') !== 'two thousand';
    return isSum || words.every((word) => word === 'o' || word === 'oh') ? run : inFigures(words);
  });

const inFigures = (words: readonly string[]): string => {
  const figures: string[] = [];
  for (let at = 0; at < words.length; ) {
    const [figure, taken] = figureAt(words, at);
    if (figure) figures.push(figure);
    at += taken;
  }
  return figures.join(' ');
};

type Read = readonly [figure: string, words: number];

/** What the words from here on say, and how many of them say it. */
const figureAt = (words: readonly string[], at: number): Read =>
  yearAt(words, at) ?? repeatedAt(words, at) ?? ordinalAt(words, at) ?? smallAt(words, at);

/** “Nineteen forty-two”, “twenty nineteen”, “nineteen oh five”, “two thousand and four”. */
const yearAt = (words: readonly string[], at: number): Read | undefined =>
  thousandAt(words, at) ?? centuryAt(words, at);

const thousandAt = (words: readonly string[], at: number): Read | undefined => {
  if (words[at] !== 'two' || words[at + 1] !== 'thousand') return undefined;
  const next = words[at + 2] === 'and' ? 3 : 2;
  const [year = 0, taken = 0] = belowHundred(words, at + next) ?? [];
  return [String(2000 + year), taken === 0 ? 2 : next + taken];
};

const centuryAt = (words: readonly string[], at: number): Read | undefined => {
  const [first = '', second = '', third = ''] = words.slice(at, at + 3);
  const century = { eighteen: 18, nineteen: 19, twenty: 20 }[first];
  if (!century) return undefined;
  if (/^oh?$/.test(second) && ones.has(third)) return [`${century}0${ones.get(third)}`, 3];
  const rest = belowHundred(words, at + 1);
  return rest && rest[0] >= 10 ? [String(century * 100 + rest[0]), 1 + rest[1]] : undefined;
};

const repeatedAt = (words: readonly string[], at: number): Read | undefined => {
  const times = { double: 2, triple: 3, treble: 3 }[words[at] ?? ''];
  const next = words[at + 1] ?? '';
  const digit = ones.get(next) ?? (/^\d$/.test(next) ? Number(next) : undefined);
  return times && digit !== undefined
    ? [Array.from({ length: times }, () => digit).join(' '), 2]
    : undefined;
};

const ordinalAt = (words: readonly string[], at: number): Read | undefined => {
  const ten = tens.get(words[at] ?? '') ?? 0;
  const day = ordinals.get(words[at + (ten ? 1 : 0)] ?? '');
  return day === undefined ? undefined : [`${ten + day}th`, ten ? 2 : 1];
};

const smallAt = (words: readonly string[], at: number): Read => {
  const [value, taken] = belowHundred(words, at) ?? [undefined, 1];
  return [value === undefined ? literal(words[at] ?? '') : String(value), taken];
};

const literal = (word: string) => (word === 'and' ? '' : word);

const belowHundred = (
  words: readonly string[],
  at: number,
): readonly [number, number] | undefined => {
  const [word = '', next = ''] = words.slice(at, at + 2);
  const ten = tens.get(word);
  const one = ones.get(next) ?? 0;
  if (ten !== undefined) return one > 0 ? [ten + one, 2] : [ten, 1];
  const value = teens.get(word) ?? ones.get(word);
  return value === undefined ? undefined : [value, 1];
};
