import { audienceFields } from '../audience-field.ts';
import { typeText } from '../blocks.ts';
import { modal } from '../forms.ts';
import type { Command } from '../visit.ts';

export const remind: Command = {
  name: 'remind',
  also: ['reminder'],
  usage: 'remind',
  says: 'Send a short reminder with Done and Not now',
  act: 'ask members',
  run: async ({ home, ccg }) => {
    return {
      modal: modal('remind', {
        title: 'Send a reminder',
        submit: 'See what it asks',
        carries: {},
        blocks: [
          typeText(
            { id: 'text', label: 'What should people remember?', hint: 'Two sentences are plenty.' },
            { multiline: true, most: 500 },
          ),
          typeText({ id: 'link', label: 'Link', hint: 'Where to do it, beginning with https://', optional: true }),
          ...audienceFields('Whom to remind', await home.ground(), ccg.settings),
        ],
      }),
    };
  },
};
