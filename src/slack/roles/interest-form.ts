import { notice } from '../ui/blocks.ts';
import type { Form } from '../ui/modals.ts';

export const interestForm: Form<'interest'> = {
  form: 'interest',
  permission: 'declare interests',
  run: async ({ ccgStore, person, now }, { kind, description, shown }) => {
    if (description.length < 5)
      return { errors: { description: 'Say in a few words what the interest is.' } };
    await ccgStore.interests.add(
      { personId: person.id, kind, description, shown: shown.includes('yes') },
      now,
    );
    return {
      modal: notice(
        'Declare an interest',
        'Thank you. It is declared, and you can end it at any time.',
      ),
      home: true,
    };
  },
};
