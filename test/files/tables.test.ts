import { describe, expect, it } from 'vitest';
import { readListSizes } from '../../src/files/list-sizes.ts';
import { readLocalities } from '../../src/files/localities.ts';
import { readRoster } from '../../src/files/roster.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const open = new Set(['Y99001', 'Y99002']);

describe('rosters', () => {
  const read = (...lines: string[]) =>
    readRoster(
      bytes(['email,name,profession,practice_code,engagement_lead', ...lines].join('\n')),
      open,
    );

  it('a row is a person at a practice', () =>
    expect(
      read(
        'Amara.Osei@Fernshire.example,Dr Amara Osei,gp,y99001,',
        'b@fernshire.example,B. Price,Practice Manager,Y99002,yes',
      ),
    ).toEqual({
      rows: [
        {
          email: 'amara.osei@fernshire.example',
          name: 'Dr Amara Osei',
          profession: 'gp',
          practiceCode: 'Y99001',
          engagementLead: false,
        },
        {
          email: 'b@fernshire.example',
          name: 'B. Price',
          profession: 'practice_manager',
          practiceCode: 'Y99002',
          engagementLead: true,
        },
      ],
      bad: [],
    }));

  it('rows that cannot be used are named by line and reason', () => {
    const good = 'a@fernshire.example,Dr A,gp,Y99001,';
    const { rows, bad } = read(
      good,
      'not-an-address,Dr B,gp,Y99001,',
      'c@fernshire.example,Dr C,wizard,Y99001,',
      'd@fernshire.example,Dr D,gp,A00000,',
      'e@fernshire.example,,gp,Y99001,',
      good,
    );
    expect(rows).toHaveLength(1);
    expect(bad).toEqual([
      { line: 3, reason: 'the e-mail is not an e-mail address' },
      { line: 4, reason: expect.stringContaining('the profession must be one of gp, nurse') },
      { line: 5, reason: 'A00000 is not an open practice of this CCG' },
      { line: 6, reason: 'the name is missing' },
      { line: 7, reason: 'the same person and practice as line 2' },
    ]);
  });

  it('the column for engagement leads can be left out, and columns may come in any order', () =>
    expect(
      readRoster(
        bytes('practice_code,Name,Email,Profession\nY99001,Dr A,a@fernshire.example,gp'),
        open,
      ).rows,
    ).toMatchObject([{ name: 'Dr A', engagementLead: false }]));

  it('a file without the columns is refused with their names', () =>
    expect(() => readRoster(bytes('name,practice\nx,y'), open)).toThrow(
      'The first line must name the columns email, name, profession, practice_code. Missing: ' +
        'email, profession, practice_code.',
    ));
});

describe('localities', () => {
  it('a practice belongs to one locality; unknown and repeated ones are named', () => {
    const { rows, bad } = readLocalities(
      bytes('practice_code,locality\nY99001,North\nY99009,North\nY99002,\nY99001,South'),
      open,
    );
    expect(rows).toEqual([{ practiceCode: 'Y99001', locality: 'North' }]);
    expect(bad.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '3: Y99009 is not a practice of this CCG',
      '4: the locality is missing',
      '5: Y99001 stands in an earlier line already',
    ]);
  });
});

describe('list sizes', () => {
  const header =
    'PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS';
  const row = (code: string, patients: string) =>
    `GP_PRAC_PAT_LIST,01JAN2021,GP,99Z,E38,${code},ZF1 1AA,ALL,ALL,${patients}`;

  it('other CCGs’ practices are left out, and a number that is none is named', () => {
    const { rows, bad } = readListSizes(
      bytes([header, row('Y99001', '8420'), row('A81001', '1'), row('Y99002', 'many')].join('\n')),
      open,
    );
    expect(rows).toEqual([{ practiceCode: 'Y99001', patients: 8420, on: new Date('2021-01-01') }]);
    expect(bad).toEqual([{ line: 4, reason: 'the number of patients is not a number' }]);
  });
});
