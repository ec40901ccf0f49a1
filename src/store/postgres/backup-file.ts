// The file of a backup: text as psql reads it. A header says what it is, and its last line seals
// everything before it:
//
//   -- CCG Engage backup, format 1
//   -- Taken 2026-09-07T08:00:00.000Z
//   -- Migration 20261122000000_main_job 4f0c…
//   COPY "Ccg" ("code", "name") FROM stdin;
//   99Z	NHS Fernshire CCG
//   \.
//   SELECT setval('"Change_number_seq"', 1234, true);
//   -- sha256 9b1f…
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

/** Something about a backup that the person can mend; the message says how. */
export class BackupError extends Error {}

export type BackupMigration = { readonly name: string; readonly checksum: string };
export type Header = { readonly takenAt: Date; readonly migrations: readonly BackupMigration[] };

const FORMAT = 1;
/** The line after the rows of a table. */
export const END_OF_ROWS = '\\.\n';

export const writeHeader = ({ takenAt, migrations }: Header): string =>
  [
    `-- CCG Engage backup, format ${FORMAT}`,
    `-- Taken ${takenAt.toISOString()}`,
    ...migrations.map(({ name, checksum }) => `-- Migration ${name} ${checksum}`),
    '',
  ].join('\n');

/** Passes everything on, and adds the seal. */
export async function* sealed(
  pieces: AsyncIterable<string | Buffer>,
): AsyncGenerator<string | Buffer> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  yield sealOf(hash.digest('hex'));
}

/**
 * Reads what a whole backup says of itself. @throws BackupMistake where it is not whole, or a newer
 * version made it
 */
export const readHeader = async (path: string): Promise<Header> => {
  await checkSeal(path);
  const lines: string[] = [];
  for await (const line of linesOf(path)) {
    if (!line.toString().startsWith('--')) break;
    lines.push(line.toString().trimEnd());
  }
  const [, format] = /^-- CCG Engage backup, format (\d+)$/.exec(lines[0] ?? '') ?? [];
  if (Number(format) !== FORMAT)
    throw new BackupError(
      `${path} was made by a newer version. Restore it with the version that made it, or a ` +
        'newer one.',
    );
  const [, takenAt = ''] = /^-- Taken (.+)$/.exec(lines[1] ?? '') ?? [];
  return { takenAt: new Date(takenAt), migrations: lines.flatMap(readMigration) };
};

const readMigration = (line: string): BackupMigration[] => {
  const [, name, checksum] = /^-- Migration (\S+) (\S+)$/.exec(line) ?? [];
  return name && checksum ? [{ name, checksum }] : [];
};

const sealOf = (hash: string) => `-- sha256 ${hash}\n`;
const SEAL_LENGTH = sealOf('').length + 64;

const checkSeal = async (path: string) => {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new BackupError(`There is no file ${path} that can be read.`);
  const length = found.size - SEAL_LENGTH;
  const hash = createHash('sha256');
  if (length > 0)
    for await (const piece of createReadStream(path, { end: length - 1 })) hash.update(piece);
  const seal = length > 0 ? await text(createReadStream(path, { start: length })) : '';
  if (seal !== sealOf(hash.digest('hex')))
    throw new BackupError(
      `${path} is no backup of CCG Engage, or it was cut short or changed since. Nothing was ` +
        'restored.',
    );
};

/**
 * The lines of a file, byte for byte: readline would also break them at U+2028, which people may
 * have typed.
 */
export async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const piece of createReadStream(path)) {
    rest = Buffer.concat([rest, piece]);
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      yield rest.subarray(0, end + 1);
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length > 0) yield rest;
}
