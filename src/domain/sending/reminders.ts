// Reminders: a short request to do something, by when it may go out, and how many have done it.

import type { Register } from '../roles/register.ts';
import { localityGroups } from '../summary/seats.ts';
import type { Audience } from '../surveys/audience.ts';
import { isByRole } from '../surveys/audience.ts';
import type { Words } from '../text/words.ts';
import { addDays } from '../time/calendar.ts';

/** Reading it and tapping Done. What it asks people to do is theirs to judge. */
export const REMINDER_SECONDS = 10;

/** A reminder that finds no room in four weeks has lost its point. */
const DAYS_TO_FIND_ROOM = 28;

/** Until when a reminder may go out: before the day it is to be done by is over. */
export const lastMoment = (doneBy: Date | null, now: Date): Date =>
  doneBy ?? addDays(now, DAYS_TO_FIND_ROOM);

/** Whether a lead may see who has done it: only a task of named role holders, who are told so. */
export const mayBeNamed = (audience: Audience): boolean => isByRole(audience);

/** Someone it has reached, and what they have said to it. */
export type Reached = { readonly personId: string; readonly outcome: string };

export type DoneCount = { readonly name: string; readonly done: number; readonly reached: number };

/** Fewer people than this, and a number comes close to a name. */
const MIN_PEOPLE = 5;

/**
 * How many have done it, by locality: groups of too few practices or people are taken together.
 * Nothing where so few were reached that a number would say who.
 */
export const countDone = (
  reached: readonly Reached[],
  register: Pick<Register, 'practices' | 'members'>,
  words: Words,
): readonly DoneCount[] | undefined => {
  if (reached.length < MIN_PEOPLE) return undefined;
  const groups = Map.groupBy(reached, groupFinder(register, words));
  const counts = [...groups].map(([name, people]) => ({
    name,
    done: people.filter(({ outcome }) => outcome === 'done').length,
    reached: people.length,
  }));
  return takeTogether(counts);
};

/** The group of somebody's first practice. */
const groupFinder = (
  { practices, members }: Pick<Register, 'practices' | 'members'>,
  words: Words,
) => {
  const groups = localityGroups({ practices }, words);
  const practiceOf = new Map(
    members.map(({ id, memberships }) => [id, memberships[0]?.practiceCode ?? '']),
  );
  return ({ personId }: Reached) =>
    groups.find(({ codes }) => codes.includes(practiceOf.get(personId) ?? ''))?.name ?? ELSEWHERE;
};

const ELSEWHERE = 'Elsewhere';

/**
 * Alphabetical; the groups with too few people as one, with the next larger where they would still
 * be too few.
 */
const takeTogether = (counts: readonly DoneCount[]): DoneCount[] => {
  const bySize = [...counts].sort((a, b) => a.reached - b.reached || a.name.localeCompare(b.name));
  const small = bySize.filter(({ reached }) => reached < MIN_PEOPLE);
  const isEnough = small.reduce((sum, { reached }) => sum + reached, 0) >= MIN_PEOPLE;
  const merged = small.length === 0 || isEnough ? small : bySize.slice(0, small.length + 1);
  const alone = bySize.slice(merged.length).sort((a, b) => a.name.localeCompare(b.name));
  const sum = (what: 'done' | 'reached') => merged.reduce((total, each) => total + each[what], 0);
  return merged.length === 0
    ? alone
    : [...alone, { name: ELSEWHERE, done: sum('done'), reached: sum('reached') }];
};
