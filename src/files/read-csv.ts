// Reading a CSV file that came from anywhere: with or without a byte order mark, in UTF-8 or in
// Windows' Latin-1.
import { parse } from 'csv-parse/sync';

export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** A row that cannot be used: where it is and what was expected. */
export type BadRow = { readonly line: number; readonly reason: string };

/** The file as a whole is not what it should be; the message says what was expected. */
export class InvalidFileError extends Error {}

/**
 * The rows of a file with their line numbers, cells trimmed, empty lines left out. @throws
 * WrongFile where quotes do not match
 */
export const readCsv = (bytes: Uint8Array): CsvRow[] => {
  try {
    const rows = parse(decode(bytes), {
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
      info: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    throw new InvalidFileError(`This does not read as a CSV file: ${(error as Error).message}.`);
  }
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/**
 * The rows below a header, as objects by column name: `practice_code`, however it is spelled.
 * @throws WrongFile where a column is missing
 */
export const readTable = (
  bytes: Uint8Array,
  needed: readonly string[],
): { line: number; values: Record<string, string> }[] => {
  const [header, ...rows] = readCsv(bytes);
  const columns = header?.cells.map(spell) ?? [];
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw new InvalidFileError(
      `The first line must name the columns ${needed.join(', ')}. Missing: ${missing.join(', ')}.`,
    );
  return rows.map(({ line, cells }) => ({
    line,
    values: Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ''])),
  }));
};

/** “Practice Code”, “PRACTICE-CODE” and “practiceCode” are all practice_code. */
const spell = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
