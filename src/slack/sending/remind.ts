import { repeats } from '../../domain/sending/series.ts';
import type { Command } from '../bolt/legacy.ts';
import { audienceFields } from '../surveys/audience-field.ts';
import { chooseDay, chooseOne, chooseSome, option, typeText } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';

export const remind: Command = {
  name: 'remind',
  also: ['reminder'],
  usage: 'remind',
  says: 'Send a short reminder with Done and Not now',
  permission: 'ask members',
  run: async ({ ccgStore, ccg }) => {
    const repeat = Object.entries(repeats).map(([key, name]) => option(name, key));
    const named = option(
      'Show me who has done it',
      'named',
      'Only for a task of role holders; the message tells them so',
    );
    return {
      modal: modal('remind', {
        title: 'Send a reminder',
        submit: 'See what it asks',
        carries: {},
        blocks: [
          typeText(
            {
              id: 'text',
              label: 'What should people remember?',
              hint: 'Two sentences are plenty. No patient details, please.',
            },
            { multiline: true, most: 500 },
          ),
          typeText({
            id: 'link',
            label: 'Link',
            hint: 'Where to do it, beginning with https://',
            optional: true,
          }),
          ...audienceFields('Whom to remind', await ccgStore.audienceData(), ccg.settings),
          chooseDay({ id: 'by', label: 'To be done by', optional: true }),
          chooseDay({
            id: 'when',
            label: 'Send it on',
            hint: 'Leave empty to send it now.',
            optional: true,
          }),
          chooseOne({ id: 'repeat', label: 'Repeat' }, repeat, repeat[0]),
          chooseSome({ id: 'named', label: 'Names' }, [named], []),
        ],
      }),
    };
  },
};
