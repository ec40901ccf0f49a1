// What was said, as stable text: what people read and see, without ids, times of sending and
// addresses.
import { stringify } from 'yaml';

/**
 * Names and values of the code's own, and what the sandbox numbers things by. They may differ
 * between two runs or two layouts of the code; the numbers in a chart do not.
 */
const DROPPED = new Set([
  ...['action_id', 'block_id', 'callback_id', 'private_metadata', 'metadata'],
  ...['id', 'hash', 'ts', 'user', 'edited'],
]);

/**
 * An apology's reference is drawn by chance, the sandbox listens on a free port, and a line of
 * history has its minute.
 */
const written = (text: string): string =>
  text
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '(id)')
    .replace(/(reference: )[0-9A-F]{6}\b/g, '$1(reference)')
    .replace(/(• [^:]* at )\d\d:\d\d:/g, '$1(time):')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:(port)');

/** Newcomers beside each other come in the order in which PostgreSQL finds them, which is none. */
const inOrder = (all: unknown[]): unknown[] => {
  const sorted = all
    .filter(isNewcomer)
    .map((each) => JSON.stringify(each))
    .sort();
  return all.map((each) => (isNewcomer(each) ? JSON.parse(sorted.shift() ?? '') : each));
};

const isNewcomer = (block: unknown) =>
  JSON.stringify(block ?? null).includes('says they work at') && isSection(block);

const isSection = (block: unknown) => (block as { type?: unknown }).type === 'section';

const cleaned = (value: unknown): unknown => {
  if (typeof value === 'string') return written(value);
  if (Array.isArray(value)) return inOrder(value.map(cleaned));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, each]) => !DROPPED.has(key) && !(key === 'value' && typeof each === 'string'),
  );
  return Object.fromEntries(
    kept
      .map(([key, each]) => [key, cleaned(each)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
};

/** As YAML, a piece a line. */
export const normalise = (value: unknown): string =>
  stringify(cleaned(value), { lineWidth: 0, aliasDuplicateObjects: false });

export const indent = (text: string): string => text.trimEnd().replace(/^/gm, '  ');
