// Shapes as Slack shows them: charts where it takes them, and every figure as text or in a table as
// well.
import type { TableBlock } from '@slack/types';
import type { Chart, Section, Shape, TableShape } from '../../domain/summary/shapes.ts';
import { type Block, escapeMrkdwn, header, type Message, section, truncate } from './blocks.ts';
import type { DataVisualizationBlock } from './chart.ts';

/** Slack shows at most two charts a message, and one table; more tables become lines of text. */
const MAX_CHARTS = 2;
const MAX_TABLES = 1;

/**
 * Slack draws at most 20 categories; a chart of some of them would mislead, and the figures are in
 * the table.
 */
const MAX_CATEGORIES = 20;

/** Shapes as the blocks of one message. */
export const drawShapes = (shapes: readonly Shape[], left = room()): Block[] =>
  shapes.flatMap((shape) => (left[kindOf(shape)]-- > 0 ? draw(shape) : drawAsText(shape)));

/** Sections as the blocks of one message, each below its title. */
export const drawSections = (sections: readonly Section[]): Block[] => {
  const left = room();
  return sections.flatMap(({ title, shapes }) => [header(title), ...drawShapes(shapes, left)]);
};

const room = () => ({ chart: MAX_CHARTS, table: MAX_TABLES, text: Number.POSITIVE_INFINITY });

const kindOf = ({ shape }: Shape) => (shape === 'bars' || shape === 'lines' ? 'chart' : shape);

/** A section in plain words, for notifications and screen readers. */
export const inWords = ({ title, shapes }: Section): string =>
  [title, ...shapes.flatMap(linesOf)].join('\n');

/**
 * The same message without charts, for when Slack refuses them: every figure is in the text
 * already.
 */
export const withoutCharts = ({ text, blocks }: Message): Message => ({
  text,
  blocks: blocks.filter(({ type }) => type !== 'data_visualization'),
});

/** Blocks for a modal, which takes neither charts nor tables: the tables become lines of text. */
export const forView = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => {
    if (block.type === 'data_visualization') return [];
    return block.type === 'table'
      ? drawAsText({ shape: 'table', rows: (block as TableBlock).rows.map(cellsOf) })
      : [block];
  });

const draw = (shape: Shape): Block[] => {
  switch (shape.shape) {
    case 'bars':
    case 'lines':
      return shape.categories.length > MAX_CATEGORIES ? [] : [chart(shape)];
    case 'table':
      return [table(shape)];
    case 'text':
      return drawAsText(shape);
  }
};

const drawAsText = (shape: Shape): Block[] => {
  const lines = linesOf(shape);
  return lines.length > 0 ? [section(lines.map(escapeMrkdwn).join('\n'))] : [];
};

const chart = ({ shape, title, categories, series }: Chart): DataVisualizationBlock => {
  const labels = shortNames(categories);
  const names = shortNames(series.slice(0, 6).map(({ name }) => name));
  const data = (values: readonly number[]) =>
    labels.map((label, index) => ({ label, value: values[index] ?? 0 }));
  return {
    type: 'data_visualization',
    title: truncate(title, 50),
    chart: {
      type: shape === 'bars' ? 'bar' : 'line',
      series: names.map((name, index) => ({ name, data: data(series[index]?.values ?? []) })),
      axis_config: { categories: labels },
    },
  };
};

/** At most 20 characters, and no two the same. */
const shortNames = (names: readonly string[]): string[] => {
  const short = names.map((name) => truncate(name, 20));
  return new Set(short).size === short.length
    ? short
    : names.map((name, index) => truncate(`${index + 1} ${name}`, 20));
};

/** Slack takes at most 100 rows; 30 are read without scrolling for long. */
const MAX_ROWS = 30;

/** Slack takes no empty cell. */
const NOTHING = ' ';

const table = ({ rows }: TableShape): TableBlock => ({
  type: 'table',
  rows: fitting(rows).map((row) => row.map((text) => ({ type: 'raw_text', text }))),
});

/**
 * Rows that fit, and how many do not: “and 212 more”. The last row, which may be the sum of all,
 * stays.
 */
const fitting = (rows: TableShape['rows']): TableShape['rows'] => {
  const more = rows.length - MAX_ROWS;
  if (more <= 0) return rows;
  const [last = []] = rows.slice(-1);
  return [
    ...rows.slice(0, MAX_ROWS - 2),
    [`and ${more + 1} more`, ...last.slice(1).map(() => NOTHING)],
    last,
  ];
};

const cellsOf = (row: TableBlock['rows'][number]): string[] =>
  row.map((cell) => (cell.type === 'raw_text' ? cell.text : ''));

const linesOf = (shape: Shape): readonly string[] =>
  shape.shape === 'text' ? shape.lines : shape.shape === 'table' ? rowsInWords(shape) : [];

const rowsInWords = ({ rows: [columns = [], ...rows] }: TableShape) =>
  fitting([columns, ...rows])
    .slice(1)
    .map(([name = '', ...cells]) => {
      const said = cells.flatMap((cell, index) =>
        cell === NOTHING ? [] : [`${columns[index + 1] ?? ''} ${cell}`],
      );
      return said.length > 0 ? `${name}: ${said.join(', ')}` : name;
    });
