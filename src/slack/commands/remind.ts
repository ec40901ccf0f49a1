import { audienceKey, audiences } from '../../domain/audience.ts';
import { chooseOne, option, typeText } from '../blocks.ts';
import { modal } from '../forms.ts';
import type { Command } from '../visit.ts';

export const remind: Command = {
  name: 'remind',
  also: ['reminder'],
  usage: 'remind',
  says: 'Send a short reminder with Done and Not now',
  act: 'ask members',
  run: async ({ home, ccg }) => {
    const choices = audiences(await home.register(), ccg.settings).map(({ audience, name }) =>
      option(name, audienceKey(audience)),
    );
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
          chooseOne({ id: 'audience', label: 'Whom to remind' }, choices, choices[0]),
        ],
      }),
    };
  },
};
