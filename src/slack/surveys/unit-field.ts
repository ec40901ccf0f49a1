// Who answers a survey: each person, or one lead for each practice.
import type { Unit } from '../../domain/surveys/practice-unit.ts';
import { type Block, chooseByRadio, option } from '../ui/blocks.ts';

const choices = {
  person: option('Each person', 'person'),
  practice: option(
    'One lead for each practice',
    'practice',
    'Its confirmed leads are asked; the first to answer speaks for it',
  ),
} satisfies Record<Unit, unknown>;

export const unitField: Block = chooseByRadio(
  { id: 'unit', label: 'Who answers' },
  Object.values(choices),
  choices.person,
);

/** Why practices cannot answer anonymously. */
export const practicesHaveNames =
  'One answer can count for a practice only where it is known whose answer it is. Ask with ' +
  'names, or ask each person.';
