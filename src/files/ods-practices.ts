// GP practices from the NHS Organisation Data Service (ODS), in each of the three forms in use: the
// legacy epraccur file (27 columns without a header, specification of January 2017), the same from
// Data Search & Export (ACTIVE, role codes such as RO76), and with a header (21 columns).
import { z } from 'zod';
import type { OdsPractice } from '../domain/people/practice-import.ts';
import { findColumns, type OdsField } from './ods-columns.ts';
import { type BadRow, type CsvRow, readCsv } from './read-csv.ts';
import { titleCase } from './title-case.ts';

const statuses: Readonly<Record<string, OdsPractice['status']>> = {
  A: 'active',
  ACTIVE: 'active',
  C: 'closed',
  INACTIVE: 'closed',
  CLOSED: 'closed',
  D: 'dormant',
  P: 'proposed',
};

const date = z.union([
  z.literal(''),
  z.string().regex(/^\d{8}$/, 'a date must be eight digits, such as 20130401'),
]);

const rowSchema = z.object({
  code: z
    .string()
    .regex(/^[A-Z]\d{5}$|^(ALD|GUE|JER)\d{3}$/, 'the code must be a practice code, such as A81001'),
  name: z.string().min(1, 'the name is missing'),
  status: z
    .string()
    .toUpperCase()
    .refine(
      (status) => status in statuses,
      'the status must be A, C, D or P, or ACTIVE or INACTIVE',
    ),
  open: date,
  close: date,
  joined: date,
  left: date,
});

/**
 * GP practices of England in a file, and the rows that cannot be used. Other prescribers (walk-in
 * centres, prisons…) are left out. @throws InvalidFileError
 */
export const readOdsPractices = (bytes: Uint8Array): { rows: OdsPractice[]; bad: BadRow[] } => {
  const all = readCsv(bytes);
  const { columns, rows } = findColumns(all);
  const good: OdsPractice[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const get = (field: OdsField) => row.cells[columns[field]] ?? '';
    if (row.cells.length <= columns.setting)
      bad.push({
        line: row.line,
        reason: `${row.cells.length} columns, where at least ${columns.setting + 1} were expected`,
      });
    else if (isGpPractice(get('setting')) && get('grouping') !== 'W00')
      readRow(row, get, good, bad);
  }
  return { rows: good, bad };
};

/** Prescribing setting 4, or the role RO76 among several. */
const isGpPractice = (setting: string) => setting === '4' || setting.split('|').includes('RO76');

const readRow = (
  row: CsvRow,
  get: (field: OdsField) => string,
  good: OdsPractice[],
  bad: BadRow[],
) => {
  const parsed = rowSchema.safeParse({
    code: get('code'),
    name: get('name'),
    status: get('status'),
    open: get('open'),
    close: get('close'),
    joined: get('joined'),
    left: get('left'),
  });
  if (!parsed.success) {
    bad.push({ line: row.line, reason: parsed.error.issues[0]?.message ?? 'not a practice' });
    return;
  }
  const { code, name, status, open, close, joined, left } = parsed.data;
  const address = [
    get('address1'),
    get('address2'),
    get('address3'),
    get('address4'),
    get('address5'),
  ]
    .filter(Boolean)
    .map(titleCase)
    .join(', ');
  good.push({
    code,
    name: titleCase(name),
    address,
    postcode: get('postcode').toUpperCase(),
    telephone: get('telephone') || null,
    commissioner: get('commissioner').toUpperCase(),
    status: statuses[status] ?? 'closed',
    openedOn: toDate(open),
    joinedOn: toDate(joined),
    closedOn: toDate(close) ?? toDate(left),
  });
};

const toDate = (digits: string): Date | null =>
  digits ? new Date(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`) : null;
