import { describe, expect, it } from 'vitest';
import { summaryCsv } from '../../src/files/summary.ts';

describe('the summary as a file', () => {
  it(
    'has each figure in a line of its own and each sentence as it stands, opened by Excel as ' +
      'it is meant',
    () => {
      const sections = [
        {
          title: 'Practices with a lead',
          shapes: [
            {
              shape: 'bars' as const,
              title: 'By locality',
              categories: ['North'],
              series: [{ name: 'Practices', values: [4] }],
            },
            {
              shape: 'table' as const,
              rows: [
                ['Locality', 'Practices', 'With a lead'],
                ['=North', '4', '3'],
              ],
            },
            { shape: 'text' as const, lines: ['Free seats: 5'] },
          ],
        },
      ];
      expect(summaryCsv(sections)).toBe(
        [
          '\uFEFFsection,line,figure,value',
          "Practices with a lead,'=North,Practices,4",
          "Practices with a lead,'=North,With a lead,3",
          'Practices with a lead,Free seats: 5,,',
          '',
        ].join('\r\n'),
      );
    },
  );
});
