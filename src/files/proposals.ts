// An import as a proposal: what the file would change, which rows cannot be used, and doing it once
// somebody agrees.
import type { Indicator } from '../domain/indicators/catalogue.ts';
import type { Figure } from '../domain/indicators/comparison.ts';
import { compareWithKept, describeFigureDifference } from '../domain/indicators/figure-import.ts';
import {
  changesOf,
  comparePractices,
  describePracticeDifference,
  type PracticeChange,
} from '../domain/people/practice-import.ts';
import type { Practice } from '../domain/people/practices.ts';
import {
  asSamePeople,
  compareRoster,
  describeRosterDifference,
  type KnownPerson,
  type PerhapsSame,
  type RosterDifference,
} from '../domain/people/roster-import.ts';
import { pluralise } from '../domain/text/words.ts';
import { readIndicators } from './indicators.ts';
import { type ListSizeRow, readListSizes } from './list-sizes.ts';
import { type LocalityRow, readLocalities } from './localities.ts';
import { readOdsPractices } from './ods-practices.ts';
import type { BadRow } from './read-csv.ts';
import { readRoster } from './roster.ts';

export type ImportPlan = {
  /** What would change, in words, a line each. */
  readonly lines: readonly string[];
  readonly bad: readonly BadRow[];
  readonly isEmpty: boolean;
  /** What has to be answered before anything is changed; nothing is taken for granted. */
  readonly question?: string;
  /** @param answer to the question, where there is one */
  apply(answer?: boolean): Promise<void>;
};

/** What of a CCG's store an import reads and writes. */
export type ImportStore = {
  readonly practices: { all(): Promise<Practice[]> };
  readonly imports: {
    known(): Promise<KnownPerson[]>;
    departures(): Promise<(email: string) => boolean>;
    savePractices(changes: readonly PracticeChange[], now: Date): Promise<void>;
    saveRoster(
      difference: RosterDifference,
      renamed: readonly PerhapsSame[],
      now: Date,
    ): Promise<void>;
    saveLocalities(rows: readonly LocalityRow[], now: Date): Promise<void>;
    saveListSizes(rows: readonly ListSizeRow[], now: Date): Promise<void>;
  };
  readonly figures: {
    indicators(): Promise<Indicator[]>;
    all(): Promise<Figure[]>;
    save(rows: readonly Figure[], now: Date): Promise<void>;
  };
};

/**
 * Reads a file and proposes what it would change in one CCG. Throws WrongFile where it is not the
 * file it should be.
 */
export type Propose = (
  bytes: Uint8Array,
  shelf: ImportStore,
  ccgCode: string,
  now: Date,
) => Promise<ImportPlan>;

const proposePractices: Propose = async (bytes, { practices, imports }, ccgCode, now) => {
  const { rows, bad } = readOdsPractices(bytes);
  const difference = comparePractices(await practices.all(), rows, ccgCode, now);
  const changes = changesOf(difference);
  return {
    lines: describePracticeDifference(difference),
    bad,
    isEmpty: changes.length === 0,
    apply: () => imports.savePractices(changes, now),
  };
};

const SAME_PEOPLE =
  'Are they the same people? If so they keep their seats and their accounts; if not, those with ' +
  'the old address lose theirs.';

const proposeRoster: Propose = async (bytes, { practices, imports }, _, now) => {
  const open = (await practices.all())
    .filter(({ closedOn }) => closedOn === null)
    .map(({ code }) => code);
  const { rows, bad } = readRoster(bytes, new Set(open));
  const difference = compareRoster(await imports.known(), rows, await imports.departures());
  const { newPeople, changedPeople, newMemberships, ended } = difference;
  const isEmpty =
    newPeople.length + changedPeople.length + newMemberships.length + ended.length === 0;
  return {
    lines: describeRosterDifference(difference),
    bad,
    isEmpty,
    ...(difference.perhapsSame.length > 0 ? { question: SAME_PEOPLE } : {}),
    apply: (areSame) =>
      areSame
        ? imports.saveRoster(asSamePeople(difference), difference.perhapsSame, now)
        : imports.saveRoster(difference, [], now),
  };
};

const proposeLocalities: Propose = async (bytes, { practices, imports }, _, now) => {
  const current = new Map((await practices.all()).map(({ code, locality }) => [code, locality]));
  const { rows, bad } = readLocalities(bytes, new Set(current.keys()));
  const changed = rows.filter(
    ({ practiceCode, locality }) => current.get(practiceCode) !== locality,
  );
  const lines = [
    `${pluralise(changed.length, 'practice')} with a new locality`,
    `${rows.length - changed.length} unchanged`,
  ];
  return {
    lines,
    bad,
    isEmpty: changed.length === 0,
    apply: () => imports.saveLocalities(changed, now),
  };
};

const proposeListSizes: Propose = async (bytes, { practices, imports }, _, now) => {
  const current = new Map((await practices.all()).map(({ code, listSize }) => [code, listSize]));
  const { rows, bad } = readListSizes(bytes, new Set(current.keys()));
  const changed = rows.filter(
    ({ practiceCode, patients }) => current.get(practiceCode) !== patients,
  );
  const lines = [
    `${pluralise(changed.length, 'practice')} with a new list size`,
    `${rows.length - changed.length} unchanged`,
  ];
  return {
    lines,
    bad,
    isEmpty: changed.length === 0,
    apply: () => imports.saveListSizes(changed, now),
  };
};

const proposeIndicators: Propose = async (bytes, { practices, figures }, _, now) => {
  const codes = (await practices.all()).map(({ code }) => code);
  const kept = { indicators: await figures.indicators(), practices: new Set(codes), now };
  const { rows, bad, elsewhere } = readIndicators(bytes, kept);
  const difference = compareWithKept(await figures.all(), rows);
  const changes = [...difference.added, ...difference.changed];
  const lines = describeFigureDifference(difference, elsewhere);
  return { lines, bad, isEmpty: changes.length === 0, apply: () => figures.save(changes, now) };
};

/**
 * Every kind of file that can be imported. To add one, write its reader beside this file and name
 * it here.
 */
export const importers = {
  practices: proposePractices,
  roster: proposeRoster,
  localities: proposeLocalities,
  'list-sizes': proposeListSizes,
  indicators: proposeIndicators,
} as const;
