import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOdsPractices } from '../../src/files/ods-practices.ts';
import { InvalidFileError } from '../../src/files/read-csv.ts';
import { titleCase } from '../../src/files/title-case.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const fields = {
  code: 'Y99001',
  name: 'RIVERSIDE SURGERY',
  grouping: 'Y99',
  geography: 'QZZ',
  a1: 'MILL LANE',
  a2: '',
  a3: 'FERNBRIDGE',
  a4: '',
  a5: '',
  postcode: 'ZF1 1AA',
  open: '19740401',
  close: '',
  status: 'A',
  type: 'B',
  commissioner: '99Z',
  joined: '20130401',
  left: '',
  telephone: '01632 960101',
  n1: '',
  n2: '',
  n3: '',
  amended: '0',
  n4: '',
  provider: '99Z',
  n5: '',
  setting: '4',
  n6: '',
};
const legacy = (changes: Partial<typeof fields> = {}) =>
  Object.values({ ...fields, ...changes })
    .map((cell) => `"${cell}"`)
    .join(',');
const HEADER =
  'OrgCode,Name,NationalGrouping,HighLevelHealthGeography,Address1,Address2,Address3,Address4,Address5,Postcode,OpenDate,CloseDate,StatusCode,OrgSubTypeCode,Commissioner,JoinProviderDate,LeftProviderDate,TelNo,AmendedRecordIndicator,ProvPurch,PrescrSet';
const headed =
  'Y99001,RIVERSIDE SURGERY,Y99,QZZ,MILL LANE,,FERNBRIDGE,,,ZF1 ' +
  '1AA,19740401,,A,B,99Z,20130401,,01632 960101,0,99Z,4';

const riverside = {
  code: 'Y99001',
  name: 'Riverside Surgery',
  address: 'Mill Lane, Fernbridge',
  postcode: 'ZF1 1AA',
  telephone: '01632 960101',
  commissioner: '99Z',
  status: 'active',
  openedOn: new Date('1974-04-01'),
  joinedOn: new Date('2013-04-01'),
  closedOn: null,
};

describe('GP practices from ODS', () => {
  it.each([
    ['the legacy form, 27 columns without a header', legacy()],
    [
      'the form of Data Search & Export, with ACTIVE and a role code',
      legacy({ status: 'ACTIVE', setting: 'RO76' }),
    ],
    ['a role code among several', legacy({ status: 'ACTIVE', setting: 'RO72|RO76' })],
    ['the form with a header, 21 columns', `${HEADER}\n${headed}`],
    ['with a byte order mark', `\uFEFF${legacy()}`],
    ['with Windows line ends', `${legacy()}\r\n`],
  ])('%s gives the same practice', (_, text) =>
    expect(readOdsPractices(bytes(text))).toEqual({ rows: [riverside], bad: [] }),
  );

  it('Latin-1 is understood where it is not UTF-8', () => {
    const latin = Uint8Array.from(
      [...legacy({ name: 'Café Surgery' })].map((letter) => letter.charCodeAt(0)),
    );
    expect(readOdsPractices(latin).rows[0]?.name).toBe('Café Surgery');
  });

  it('other prescribers, and practices in Wales, are left out', () =>
    expect(
      readOdsPractices(
        bytes(
          [legacy({ setting: '1' }), legacy({ setting: 'RO82' }), legacy({ grouping: 'W00' })].join(
            '\n',
          ),
        ),
      ).rows,
    ).toEqual([]));

  it.each([
    [
      'closed',
      { status: 'C', close: '20171031' },
      { status: 'closed', closedOn: new Date('2017-10-31') },
    ],
    [
      'INACTIVE',
      { status: 'INACTIVE', left: '20240331' },
      { status: 'closed', closedOn: new Date('2024-03-31') },
    ],
    ['dormant', { status: 'D' }, { status: 'dormant' }],
  ])('a practice that is %s says so', (_, changes, expected) =>
    expect(readOdsPractices(bytes(legacy(changes))).rows[0]).toMatchObject(expected),
  );

  it('rows that cannot be used are named by line and reason, and the rest is read', () => {
    const text = [
      legacy(),
      legacy({ code: 'RIVERSIDE' }),
      legacy({ status: 'X' }),
      legacy({ open: '1 April' }),
      '"Y99002","SHORT"',
    ].join('\n');
    const { rows, bad } = readOdsPractices(bytes(text));
    expect(rows).toHaveLength(1);
    expect(bad).toEqual([
      { line: 2, reason: 'the code must be a practice code, such as A81001' },
      { line: 3, reason: 'the status must be A, C, D or P, or ACTIVE or INACTIVE' },
      { line: 4, reason: 'a date must be eight digits, such as 20130401' },
      { line: 5, reason: '2 columns, where at least 26 were expected' },
    ]);
  });

  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['a file of something else', 'email,name\na@b,c', 'An ODS practice file has 27 columns'],
    [
      'a header without the commissioner',
      HEADER.replace('Commissioner', 'Other'),
      'The header does not name these columns: commissioner.',
    ],
    [
      'a file with a quote that does not end',
      '"Y99001,RIVERSIDE',
      'This does not read as a CSV file',
    ],
  ])('%s is refused with what was expected', (_, text, words) => {
    const read = () => readOdsPractices(bytes(text));
    expect(read).toThrow(InvalidFileError);
    expect(read).toThrow(words);
  });
});

describe('names in capitals', () => {
  it.each([
    ['THE DENSHAM SURGERY', 'The Densham Surgery'],
    ['STOCKTON-ON-TEES', 'Stockton-on-Tees'],
    ["ST OSWALD'S PRACTICE", "St Oswald's Practice"],
    ['DR MCARDLE AND PARTNERS', 'Dr McArdle and Partners'],
    ['NHS GP CENTRE', 'NHS GP Centre'],
    ['Already Written', 'Already Written'],
  ])('%s becomes %s', (given, expected) => expect(titleCase(given)).toBe(expected));
});

describe('the real files', () => {
  const folder = process.env['REAL_DATA'];
  const real = (name: string) => readOdsPractices(readFileSync(`${folder}/${name}`));
  const active = (rows: ReturnType<typeof real>['rows']) =>
    rows.filter(({ status }) => status === 'active');

  it.skipIf(!folder)(
    '32 active practices for 00K in the five-CCG file (left out where REAL_DATA names no folder)',
    () => {
      const { rows, bad } = real('epraccur-2019-five-ccgs.csv');
      expect(bad).toEqual([]);
      expect(active(rows).filter(({ commissioner }) => commissioner === '00K')).toHaveLength(32);
    },
  );

  it.skipIf(!folder)(
    '6,830 active practices in 191 CCGs in the England file (left out where REAL_DATA names ' +
      'no folder)',
    () => {
      const { rows, bad } = real('epraccur-2019-england.csv');
      expect(bad).toEqual([]);
      expect(active(rows)).toHaveLength(6830);
      expect(new Set(active(rows).map(({ commissioner }) => commissioner)).size).toBe(191);
    },
  );

  it.skipIf(!folder)(
    'the same rows in the form of Data Search & Export give the same practices (left out ' +
      'where REAL_DATA names no folder)',
    () => {
      const text = readFileSync(`${folder}/epraccur-2019-five-ccgs.csv`, 'utf8');
      const asExport = text
        .replace(/"A",("[BZ]",)/g, '"ACTIVE",$1')
        .replace(/"C",("[BZ]",)/g, '"INACTIVE",$1')
        .replace(/"4",""\s*$/gm, '"RO76|RO177",""')
        .replace(/"0",""\s*$/gm, '"RO72",""');
      expect(asExport).not.toBe(text);
      expect(readOdsPractices(bytes(asExport)).rows).toEqual(
        real('epraccur-2019-five-ccgs.csv').rows,
      );
    },
  );
});
