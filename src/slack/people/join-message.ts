// The two modals of joining: finding one's practice, and choosing it among those found.
import { z } from 'zod';
import { type Profession, professions } from '../../domain/people/people.ts';
import { isOpen } from '../../domain/people/practices.ts';
import { chooseByRadio, chooseOne, contextBlock, option, typeText } from '../ui/blocks.ts';
import { defineModal, nothing, text } from '../ui/modals.ts';
import type { FoundPractice } from './find-practice.ts';

export const findPracticeModal = defineModal('find_practice', {
  fields: z.object({ words: text }),
  metadata: nothing,
});

export const joinModal = defineModal('join', {
  fields: z.object({
    /** Its CCG's code and its own, since a stranger finds practices of every CCG. */
    practice: text,
    profession: z.enum(Object.keys(professions) as Profession[]),
  }),
  metadata: nothing,
});

export const askForPractice = findPracticeModal({
  title: 'Find your practice',
  submit: 'Search',
  metadata: {},
  blocks: [
    typeText({ id: 'words', label: 'Part of its name, its town or its code' }, { most: 80 }),
  ],
});

export const choosePractice = (found: readonly FoundPractice[]) => {
  const choices = found.map(practiceOption);
  const jobs = Object.entries(professions).map(([key, name]) => option(name, key));
  return joinModal({
    title: 'Join your practice',
    submit: 'Join',
    metadata: {},
    blocks: [
      chooseByRadio(
        { id: 'practice', label: 'Which one is it?' },
        choices,
        choices.length === 1 ? choices[0] : undefined,
      ),
      chooseOne({ id: 'profession', label: 'What do you do there?' }, jobs),
      contextBlock(
        'Your name and e-mail are taken from Slack. Members see who holds which role; ' +
          'engagement leads see the list. We write rarely, and you can ask for quiet or come ' +
          'off the list at any time.',
      ),
    ],
  });
};

const practiceOption = (practice: FoundPractice) =>
  option(
    practice.name,
    `${practice.ccgCode}/${practice.code}`,
    `${isOpen(practice) ? '' : 'Closed: '}${practice.address}, ${practice.postcode}`,
  );
