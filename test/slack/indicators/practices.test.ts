import { describe, expect, it } from 'vitest';
import { refuseBlocks } from '../../../src/sandbox/api/block-kit.ts';
import { buttonsIn, textOf } from '../../../src/sandbox/reading.ts';
import { practicesMessage } from '../../../src/slack/indicators/practices-message.ts';
import { monday, practice } from '../../world.ts';

describe('the practices of the largest CCG', () => {
  const all = Array.from({ length: 345 }, (_, index) =>
    practice(`Y${1000 + index}`, `Practice number ${1000 + index}`),
  );
  const pages: { text: string; blocks: readonly unknown[] }[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const message = practicesMessage(
      { practices: all, signs: new Map(), readings: new Map(), now: monday },
      from,
    );
    pages.push(message);
    const next = buttonsIn(message.blocks).find(({ label }) => label === 'Next');
    from = next ? Number(next.actionId.split('.')[1]) : undefined;
  }

  it('are all there, each on one page', () => {
    const text = pages.map(({ blocks }) => textOf(blocks)).join('\n');
    for (const { name } of all) expect(text.split(`*${name}*`)).toHaveLength(2);
  });

  it('come in pages that Slack takes, in a message and in a modal', () => {
    for (const { blocks } of pages)
      expect([refuseBlocks(blocks, 'message'), refuseBlocks(blocks, 'modal')]).toEqual([
        undefined,
        undefined,
      ]);
  });

  it('lead back from the last page to the first', () => {
    expect(buttonsIn(pages[0]?.blocks ?? []).map(({ label }) => label)).not.toContain('Previous');
    for (const { blocks } of pages.slice(1))
      expect(buttonsIn(blocks).map(({ label }) => label)).toContain('Previous');
  });
});
