import { describe, it } from 'vitest';
import { playThreeMonths } from '../support/demo-story.ts';

describe.each([
  ['in an ordinary autumn', '2026-11-22T10:00:00Z'],
  ['over Christmas', '2027-02-03T10:00:00Z'],
])('three months of an invented CCG, %s', (_, end) => {
  it('are played through the bot, and leave a summary that is worth reading', () =>
    playThreeMonths(end));
});
