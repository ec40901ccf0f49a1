import { describe, expect, it } from 'vitest';
import { findObstacle } from '../../../src/domain/sending/capacity.ts';
import { monday } from '../../world.ts';

const limits = { weekly_prompts: 3, monthly_seconds: 180 };
const asked = [{ dueAt: monday, slot: 1, seconds: 150 }];

describe('the limit of a month', () => {
  it('may be used up to the last second', () =>
    expect(findObstacle(asked, 30, limits, monday)).toBeUndefined());

  it('is not passed by one', () =>
    expect(findObstacle(asked, 31, limits, monday)).toBe('monthly_limit'));
});
