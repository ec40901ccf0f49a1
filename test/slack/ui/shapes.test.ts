import { expect, it } from 'vitest';
import { drawShapes, inWords } from '../../../src/slack/ui/shapes.ts';

const rows = [
  ['Locality', 'Practices'],
  ...Array.from({ length: 40 }, (_, index) => [`Locality ${index + 10}`, '3']),
  ['All', '120'],
];

it('a table that is too long to be read says how many rows are left out, and keeps the sum', () => {
  const lines = inWords({ title: 'Where', shapes: [{ shape: 'table', rows }] }).split('\n');
  expect(lines.slice(-3)).toEqual([
    'Locality 36: Practices 3',
    'and 13 more',
    'All: Practices 120',
  ]);
  expect(lines).toHaveLength(1 + 29);
});

it('a chart of more categories than Slack draws is left to its table', () => {
  const categories = rows.slice(1).map(([name = '']) => name);
  const series = [{ name: 'Practices', values: categories.map(() => 3) }];
  const drawn = drawShapes([
    { shape: 'bars', title: 'Practices', categories, series },
    { shape: 'table', rows },
  ]);
  expect(drawn.map(({ type }) => type)).toEqual(['table']);
});
