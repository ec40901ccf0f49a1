// In which column each field of an ODS practice file stands, with a header or without.
import { type CsvRow, InvalidFileError } from './read-csv.ts';

export type OdsField =
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

type OdsColumns = Readonly<Record<OdsField, number>>;

/** Positions in the headerless file, counted from 0. */
const POSITIONS: OdsColumns = {
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
const HEADERS: Readonly<Record<OdsField, readonly string[]>> = {
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

export const findColumns = (
  rows: readonly CsvRow[],
): { columns: OdsColumns; rows: readonly CsvRow[] } => {
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
  ) as OdsColumns;
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
