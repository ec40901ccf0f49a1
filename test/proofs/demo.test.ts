import { it } from 'vitest';
import { playThreeMonths } from '../support/demo-story.ts';

it(
  'three months of an invented CCG over Easter and the change of the clocks leave a summary ' +
    'that is worth reading',
  () => playThreeMonths('2027-05-20T10:00:00Z'),
);
