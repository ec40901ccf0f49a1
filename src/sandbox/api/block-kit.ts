// Block Kit as Slack checks it. Limits from docs.slack.dev (reference/block-kit); where sources
// differ, the stricter.
import { z } from 'zod';
import {
  anyText,
  button,
  checkboxes,
  datePicker,
  id,
  plainText,
  radio,
  select,
  textInput,
  usersSelect,
} from './block-elements.ts';

const blockId = { block_id: id.optional() };
const chartLabel = z.string().min(1).max(20);
const series = z.object({
  name: chartLabel,
  data: z
    .array(z.object({ label: chartLabel, value: z.number() }))
    .min(1)
    .max(20),
});

const block = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('section'),
    ...blockId,
    text: anyText(3000),
    accessory: z
      .discriminatedUnion('type', [button, select, radio, usersSelect, datePicker, checkboxes])
      .optional(),
  }),
  z.object({
    type: z.literal('context'),
    ...blockId,
    elements: z.array(anyText(3000)).min(1).max(10),
  }),
  z.object({ type: z.literal('header'), ...blockId, text: plainText(150) }),
  z.object({ type: z.literal('divider'), ...blockId }),
  z.object({
    type: z.literal('actions'),
    ...blockId,
    elements: z
      .array(
        z.discriminatedUnion('type', [button, select, radio, usersSelect, datePicker, checkboxes]),
      )
      .min(1)
      .max(25),
  }),
  z.object({
    type: z.literal('input'),
    ...blockId,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    element: z.discriminatedUnion('type', [
      select,
      radio,
      textInput,
      usersSelect,
      datePicker,
      checkboxes,
    ]),
  }),
  z.object({
    type: z.literal('table'),
    ...blockId,
    rows: z
      .array(
        z
          .array(z.object({ type: z.literal('raw_text'), text: z.string() }))
          .min(1)
          .max(20),
      )
      .min(1)
      .max(100),
  }),
  z.object({
    type: z.literal('data_visualization'),
    ...blockId,
    title: z.string().min(1).max(50),
    chart: z.object({
      type: z.enum(['bar', 'line', 'area']),
      series: z.array(series).min(1).max(6),
      axis_config: z.object({
        categories: z.array(chartLabel).min(1).max(20),
        x_label: z.string().max(50).optional(),
        y_label: z.string().max(50).optional(),
      }),
    }),
  }),
]);

export type Block = z.infer<typeof block>;

/**
 * Why Slack would refuse these blocks on this surface, as its error code and a hint; nothing where
 * it would take them.
 */
export const refuseBlocks = (
  blocks: unknown,
  surface: 'message' | 'home' | 'modal',
): { error: string; hint: string } | undefined => {
  const parsed = z
    .array(block)
    .max(surface === 'message' ? 50 : 100)
    .safeParse(blocks);
  if (!parsed.success) return { error: 'invalid_blocks', hint: z.prettifyError(parsed.error) };
  return (
    duplicateIds(parsed.data) ?? wrongSurface(parsed.data, surface) ?? tooMuch(parsed.data, surface)
  );
};

const duplicateIds = (blocks: readonly Block[]) => {
  const ids = blocks.flatMap(({ block_id }) => block_id ?? []);
  if (new Set(ids).size < ids.length)
    return { error: 'invalid_blocks', hint: 'block_id must be unique' };
  const clash = blocks.find(
    (each) =>
      each.type === 'actions' &&
      new Set(each.elements.map(({ action_id }) => action_id)).size < each.elements.length,
  );
  return clash
    ? { error: 'invalid_blocks', hint: 'action_id must be unique within its block' }
    : undefined;
};

/**
 * Inputs belong to modals; charts and tables were only ever seen in messages, with two charts and
 * one table in each.
 */
const wrongSurface = (blocks: readonly Block[], surface: 'message' | 'home' | 'modal') => {
  const number = (type: Block['type']) => blocks.filter((each) => each.type === type).length;
  if (surface === 'message' && number('input') > 0)
    return { error: 'invalid_blocks', hint: 'input blocks are not for messages' };
  if (surface !== 'message' && number('data_visualization') + number('table') > 0)
    return { error: 'invalid_blocks', hint: 'charts and tables are for messages' };
  if (number('data_visualization') > 2)
    return { error: 'invalid_blocks', hint: 'at most two charts a message' };
  return number('table') > 1
    ? { error: 'invalid_blocks', hint: 'only_one_table_allowed' }
    : undefined;
};

/**
 * A hidden limit of about 13,000 characters in all the text of a message (bolt-js issue 2509); 250
 * KB for a view.
 */
const tooMuch = (blocks: readonly Block[], surface: 'message' | 'home' | 'modal') => {
  const size = JSON.stringify(blocks).length;
  if (surface !== 'message')
    return size > 250_000 ? { error: 'view_too_large', hint: 'over 250 KB' } : undefined;
  const text = [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].reduce(
    (sum, [, found = '']) => sum + found.length,
    0,
  );
  return text > 13_000
    ? { error: 'msg_blocks_too_long', hint: 'over 13,000 characters of text' }
    : undefined;
};
