// GP practices from the NHS Organisation Data Service (ODS), in each of the three forms in use: the
// legacy epraccur file (27 columns without a header, specification of January 2017), the same from
// Data Search & Export (ACTIVE, role codes such as RO76), and with a header (21 columns).
import { z } from 'zod';
import type { OdsPractice } from '../domain/people/practice-import.ts';
import { type BadRow, type CsvRow, InvalidFileError, readCsv } from './read-csv.ts';
import { titleCase } from './title-case.ts';

type Field =
  | 'code'
  | 'name'
  | 'grouping'
  | 'address1'
  | 'address2'
  | 'address3'
  | 'address4'
  | 'address5'
  | 'postcode'
  | 'open'
  | 'close'
  | 'status'
  | 'commissioner'
  | 'joined'
  | 'left'
  | 'telephone'
  | 'setting';
type Columns = Readonly<Record<Field, number>>;

/** Positions in the headerless file, counted from 0. */
const POSITIONS: Columns = {
  code: 0,
  name: 1,
  grouping: 2,
  address1: 4,
  address2: 5,
  address3: 6,
  address4: 7,
  address5: 8,
  postcode: 9,
  open: 10,
  close: 11,
  status: 12,
  commissioner: 14,
  joined: 15,
  left: 16,
  telephone: 17,
  setting: 25,
};

/** The names that headed files use. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  code: ['orgcode', 'organisationcode', 'code'],
  name: ['name', 'organisationname'],
  grouping: ['nationalgrouping'],
  address1: ['address1', 'addressline1'],
  address2: ['address2', 'addressline2'],
  address3: ['address3', 'addressline3'],
  address4: ['address4', 'addressline4'],
  address5: ['address5', 'addressline5'],
  postcode: ['postcode'],
  open: ['opendate'],
  close: ['closedate'],
  status: ['statuscode', 'status'],
  commissioner: ['commissioner'],
  joined: ['joinproviderdate', 'joinproviderpurchaserdate'],
  left: ['leftproviderdate', 'leftproviderpurchaserdate'],
  telephone: ['telno', 'contacttelephonenumber', 'telephone'],
  setting: ['prescrset', 'prescribingsetting', 'roles'],
};

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
 * centres, prisons…) are left out. @throws WrongFile
 */
export const readOdsPractices = (bytes: Uint8Array): { rows: OdsPractice[]; bad: BadRow[] } => {
  const all = readCsv(bytes);
  const { columns, rows } = findColumns(all);
  const good: OdsPractice[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const get = (field: Field) => row.cells[columns[field]] ?? '';
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

const findColumns = (rows: readonly CsvRow[]): { columns: Columns; rows: readonly CsvRow[] } => {
  const [first, ...rest] = rows;
  if (!first) throw new InvalidFileError('The file is empty.');
  const names = first.cells.map((cell) => cell.toLowerCase().replace(/[^a-z0-9]/g, ''));
  if (!names.some((name) => HEADERS.code.includes(name))) {
    if (first.cells.length < 26)
      throw new InvalidFileError(
        'An ODS practice file has 27 columns without a header, or a header with OrgCode and ' +
          `Commissioner. The first line has ${first.cells.length} columns.`,
      );
    return { columns: POSITIONS, rows };
  }
  const columns = Object.fromEntries(
    Object.entries(HEADERS).map(([field, known]) => [
      field,
      names.findIndex((name) => known.includes(name)),
    ]),
  ) as Columns;
  const missing = (['name', 'postcode', 'status', 'commissioner', 'setting'] as const).filter(
    (field) => columns[field] < 0,
  );
  if (missing.length > 0)
    throw new InvalidFileError(
      'The header does not name these columns: ' +
        `${missing.map((field) => HEADERS[field][0]).join(', ')}.`,
    );
  return { columns, rows: rest };
};

/** Prescribing setting 4, or the role RO76 among several. */
const isGpPractice = (setting: string) => setting === '4' || setting.split('|').includes('RO76');

const readRow = (
  row: CsvRow,
  get: (field: Field) => string,
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
