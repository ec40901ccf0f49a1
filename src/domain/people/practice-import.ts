// What an ODS file would change in a CCG's practices. Nothing is ever deleted: practices close or
// move, and their history stays.

import { pluralise } from '../text/words.ts';
import type { Practice } from './practices.ts';

/** A GP practice as ODS has it. */
export type OdsPractice = {
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string | null;
  /** The code of the CCG, or sub-ICB location, that it belongs to. */
  readonly commissioner: string;
  readonly status: 'active' | 'closed' | 'dormant' | 'proposed';
  readonly openedOn: Date | null;
  /** When it joined its commissioner. */
  readonly joinedOn: Date | null;
  readonly closedOn: Date | null;
};

/** A practice as it should stand afterwards. */
export type PracticeChange = Pick<
  OdsPractice,
  'code' | 'name' | 'address' | 'postcode' | 'telephone' | 'openedOn'
> & {
  readonly closedOn: Date | null;
  readonly movedTo: string | null;
};

export type PracticeDifference = {
  readonly added: readonly PracticeChange[];
  readonly changed: readonly PracticeChange[];
  readonly closed: readonly PracticeChange[];
  readonly moved: readonly PracticeChange[];
  /**
   * Practices that closed before we knew them, kept so that their people learn what became of them.
   */
  readonly past: readonly PracticeChange[];
  readonly unchanged: number;
  /** Members that the file does not mention; they stay as they are. */
  readonly missing: readonly Practice[];
};

export const comparePractices = (
  current: readonly Practice[],
  file: readonly OdsPractice[],
  ccgCode: string,
  today: Date,
): PracticeDifference => {
  const known = new Map(current.map((practice) => [practice.code, practice]));
  const rows = file.filter(({ code, commissioner }) => commissioner === ccgCode || known.has(code));
  const changes = rows.flatMap((row) => {
    const after = toChange(row, ccgCode, known.get(row.code), today);
    return after ? [{ before: known.get(row.code), after }] : [];
  });
  const different = changes.filter(({ before, after }) => !before || !isSame(before, after));
  const pick = (test: (before: Practice | undefined, after: PracticeChange) => boolean) =>
    different.filter(({ before, after }) => test(before, after)).map(({ after }) => after);
  const leaves = (before: Practice | undefined, after: PracticeChange) =>
    before !== undefined && before.closedOn === null && after.closedOn !== null;
  const inFile = new Set(rows.map(({ code }) => code));
  return {
    added: pick(
      (before, after) => after.closedOn === null && (!before || before.closedOn !== null),
    ),
    past: pick((before, after) => !before && after.closedOn !== null),
    closed: pick((before, after) => leaves(before, after) && after.movedTo === null),
    moved: pick((before, after) => leaves(before, after) && after.movedTo !== null),
    changed: pick(
      (before, after) =>
        before !== undefined && (before.closedOn === null) === (after.closedOn === null),
    ),
    unchanged: changes.length - different.length,
    missing: current.filter(({ code, closedOn }) => closedOn === null && !inFile.has(code)),
  };
};

const toChange = (
  row: OdsPractice,
  ccgCode: string,
  before: Practice | undefined,
  today: Date,
): PracticeChange | undefined => {
  const { code, name, address, postcode, telephone, openedOn } = row;
  const details = {
    code,
    name,
    address,
    postcode,
    telephone: telephone ?? before?.telephone ?? null,
    openedOn,
  };
  if (row.commissioner !== ccgCode)
    return {
      ...details,
      closedOn: before?.closedOn ?? row.joinedOn ?? today,
      movedTo: row.commissioner,
    };
  if (row.status === 'active') return { ...details, closedOn: null, movedTo: null };
  if (row.status === 'proposed') return undefined;
  const closedOn = row.closedOn ?? before?.closedOn ?? (before ? today : null);
  return closedOn ? { ...details, closedOn, movedTo: null } : undefined;
};

const isSame = (before: Practice, after: PracticeChange) =>
  before.name === after.name &&
  before.address === after.address &&
  before.postcode === after.postcode &&
  before.telephone === after.telephone &&
  before.closedOn?.getTime() === after.closedOn?.getTime() &&
  before.movedTo === after.movedTo;

/** The changes that a difference stands for. */
export const changesOf = ({
  added,
  changed,
  closed,
  moved,
  past,
}: PracticeDifference): PracticeChange[] => [...added, ...changed, ...closed, ...moved, ...past];

/**
 * The difference in words: a line for each kind of change, and the names of those that close or
 * move.
 */
export const describePracticeDifference = (difference: PracticeDifference): string[] => {
  const { added, changed, closed, moved, past, unchanged, missing } = difference;
  const named = (what: string, practices: readonly { code: string; name: string }[]) =>
    practices.map(({ code, name }) => `  ${what} ${code} ${name}`);
  return [
    `${pluralise(added.length, 'new practice')}, ${added.length > 5 ? 'among them' : 'namely'}:`,
    ...named('new', added.slice(0, 5)),
    `${changed.length} changed`,
    ...named('changed', changed.slice(0, 10)),
    `${closed.length} closed`,
    ...named('closed', closed),
    `${moved.length} moved to another commissioner`,
    ...moved.map(({ code, name, movedTo }) => `  moved to ${movedTo} ${code} ${name}`),
    `${past.length} closed in earlier years, kept for reference`,
    `${unchanged} unchanged`,
    ...(missing.length > 0
      ? [
          `${missing.length} not in the file, left as they are`,
          ...named('not in the file', missing.slice(0, 10)),
        ]
      : []),
  ].filter((line) => !/^0 (closed in|changed|closed|moved|new)/.test(line));
};
