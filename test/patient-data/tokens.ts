// Filling the gaps of a comment: “Seen {date}” with a date that the dice choose.
import type { Dice } from '../proofs/year/ccg.ts';

export type Tokens = Readonly<Record<string, (dice: Dice) => string>>;

/** @throws where a gap has no token of its name */
export const fill = (template: string, tokens: Tokens, dice: Dice): string =>
  template.replace(/\{([a-z0-9 ]+)\}/g, (_, name: string) => {
    const token = tokens[name];
    if (!token) throw new Error(`There is nothing to put into {${name}}.`);
    return token(dice);
  });

export const pick = <T>(dice: Dice, list: readonly T[]): T => dice.oneOf(list) as T;

/** Some ways are more usual than others. */
export const weighed = <T>(dice: Dice, ways: readonly (readonly [weight: number, way: T])[]): T =>
  pick(
    dice,
    ways.flatMap(([weight, way]) => Array.from({ length: weight }, () => way)),
  );

export const digits = (dice: Dice, count: number): string =>
  Array.from({ length: count }, () => dice.whole(0, 9)).join('');

export const twoDigits = (value: number): string => String(value).padStart(2, '0');
