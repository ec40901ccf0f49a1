// The summary as Slack shows it: charts where it takes them, and every figure as text as well.
import type { TableBlock } from '@slack/types';
import { sayMonth } from '../../domain/calendar.ts';
import type { SummaryFacts } from '../../domain/summary/facts.ts';
import { summarise } from '../../domain/summary/sections.ts';
import type { Bars, Section, Shape, Table } from '../../domain/summary/shapes.ts';
import { type Block, header, type Message, safe, section, shorten } from '../blocks.ts';
import type { DataVisualizationBlock } from '../chart.ts';

/** Slack shows at most two charts a message, and one table; more tables become lines of text. */
const MOST_CHARTS = 2;
const MOST_TABLES = 1;

export const summaryMessage = (facts: SummaryFacts): Message => {
  const sections = summarise(facts);
  const left = { bars: MOST_CHARTS, table: MOST_TABLES, text: Number.POSITIVE_INFINITY };
  const blocks = sections.flatMap(({ title, shapes }) => [
    header(title),
    ...shapes.flatMap((shape) => (left[shape.shape]-- > 0 ? draw(shape) : drawAsText(shape))),
  ]);
  const title = `${facts.name}: ${sayMonth(facts.now)}`;
  return { text: [title, ...sections.map(inWords)].join('\n'), blocks: [section(`*${safe(title)}*`), ...blocks] };
};

/** The same message without charts, for when Slack refuses them: every figure is in the text already. */
export const withoutCharts = ({ text, blocks }: Message): Message => ({
  text,
  blocks: blocks.filter(({ type }) => type !== 'data_visualization'),
});

const draw = (shape: Shape): Block[] => {
  switch (shape.shape) {
    case 'bars':
      return [chart(shape)];
    case 'table':
      return [table(shape)];
    case 'text':
      return [section(shape.lines.map(safe).join('\n'))];
  }
};

const drawAsText = (shape: Shape): Block[] => (shape.shape === 'table' ? [section(rowsInWords(shape).map(safe).join('\n'))] : []);

const chart = ({ title, categories, series }: Bars): DataVisualizationBlock => {
  const labels = categories.slice(0, 20).map((label) => shorten(label, 20));
  const data = (values: readonly number[]) => labels.map((label, index) => ({ label, value: values[index] ?? 0 }));
  return {
    type: 'data_visualization',
    title: shorten(title, 50),
    chart: {
      type: 'bar',
      series: series.slice(0, 6).map(({ name, values }) => ({ name: shorten(name, 20), data: data(values) })),
      axis_config: { categories: labels },
    },
  };
};

/** Slack takes at most 100 rows. */
const table = ({ rows }: Table): TableBlock => ({
  type: 'table',
  rows: rows.slice(0, 100).map((row) => row.map((text) => ({ type: 'raw_text', text }))),
});

const inWords = ({ title, shapes }: Section) =>
  [
    title,
    ...shapes.flatMap((shape) => (shape.shape === 'text' ? shape.lines : shape.shape === 'table' ? rowsInWords(shape) : [])),
  ].join('\n');

const rowsInWords = ({ rows: [columns = [], ...rows] }: Table) =>
  rows.map(([name = '', ...cells]) => `${name}: ${cells.map((cell, index) => `${columns[index + 1] ?? ''} ${cell}`).join(', ')}`);
