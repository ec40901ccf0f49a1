import { describe, expect, it } from 'vitest';
import {
  checkResponse,
  isUnanswered,
  latestResponses,
} from '../../../src/domain/surveys/responses.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import { monday, round } from '../../world.ts';

const answered = (days: number, response = `Words of ${days} days ago`) =>
  round({ closedAt: addDays(monday, -days - 1), response, respondedAt: addDays(monday, -days) });

describe('“You said, we will”', () => {
  it('shows members the latest two, newest first', () =>
    expect(
      latestResponses([answered(40), answered(3), round(), answered(20)], monday).map(
        ({ words }) => words,
      ),
    ).toEqual(['Words of 3 days ago', 'Words of 20 days ago']));

  it('is shown for three months', () => {
    expect(latestResponses([answered(88)], monday)).toHaveLength(1);
    expect(latestResponses([answered(95)], monday)).toEqual([]);
  });

  it('is asked for after a round has closed, until it is said or three months have passed', () => {
    expect(isUnanswered(round(), monday)).toBe(false);
    expect(isUnanswered(round({ closedAt: addDays(monday, -3) }), monday)).toBe(true);
    expect(isUnanswered(round({ closedAt: addDays(monday, -95) }), monday)).toBe(false);
    expect(isUnanswered(answered(3), monday)).toBe(false);
  });

  it.each([
    ['nothing', '   ', 'text_missing', 'Say in a sentence or two'],
    ['more than two sentences hold', 'x'.repeat(301), 'text_too_long', 'Keep it to 300 characters'],
  ])('refuses %s', (_, text, code, why) =>
    expect(checkResponse(text)).toMatchObject({ code, refused: expect.stringContaining(why) }),
  );

  it('is kept as it was written', () =>
    expect(checkResponse(' Papers come earlier. ')).toBe('Papers come earlier.'));
});
