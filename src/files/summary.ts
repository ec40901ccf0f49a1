// The summary as one long table, for a spreadsheet: the figures that stand in the channel, and
// nothing beyond them.
import type { Section, Shape } from '../domain/summary/shapes.ts';
import { writeCsv } from './write-csv.ts';

export const summaryCsv = (sections: readonly Section[]): string =>
  writeCsv(
    ['section', 'line', 'figure', 'value'],
    sections.flatMap(({ title, shapes }) =>
      shapes.flatMap(linesOf).map((line) => [title, ...line]),
    ),
  );

/** A chart's figures stand in the text or the table beside it. */
const linesOf = (shape: Shape): string[][] => {
  if (shape.shape === 'text') return shape.lines.map((line) => [line, '', '']);
  if (shape.shape !== 'table') return [];
  const [columns = [], ...rows] = shape.rows;
  return rows.flatMap(([name = '', ...cells]) =>
    cells.map((cell, index) => [name, columns[index + 1] ?? '', cell]),
  );
};
