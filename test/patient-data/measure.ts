// What the check does with a corpus.
import { type Finding, findPatientData } from '../../src/domain/text/patient-data.ts';
import { monday } from '../world.ts';
import type { Comment } from './corpus.ts';
import { ourPractices } from './everyday.ts';

/** Of one kind: how many there were, and those it got wrong. */
export type Figure = {
  readonly kind: string;
  readonly of: number;
  readonly wrong: readonly string[];
};

/** “ | ” stands between the fields of a form. */
export const check = (text: string): Finding[] => {
  const fields = Object.fromEntries(text.split(' | ').map((field, at) => [`field${at}`, field]));
  return Object.values(findPatientData(fields, ourPractices, monday)).flat();
};

/**
 * Missed is a comment in which another kind than the planted one was found, or none; stopped, one
 * in which any was.
 */
export const measure = (comments: readonly Comment[], wrong: 'missed' | 'stopped'): Figure[] => {
  const isWrong = ({ kind, text }: Comment) =>
    wrong === 'missed' ? !check(text).includes(kind as Finding) : check(text).length > 0;
  return Object.entries(Object.groupBy(comments, ({ kind }) => kind)).map(([kind, of = []]) => ({
    kind,
    of: of.length,
    wrong: of.filter(isWrong).map(({ text }) => text),
  }));
};

/** The part of all that was got wrong. */
export const shareOf = (figures: readonly Figure[]): number =>
  figures.reduce((sum, { wrong }) => sum + wrong.length, 0) /
  figures.reduce((sum, { of }) => sum + of, 0);
