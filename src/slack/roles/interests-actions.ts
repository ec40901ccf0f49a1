import { interestKinds } from '../../domain/roles/interests.ts';
import type { Action } from '../bolt/legacy.ts';
import { ownPrompt } from '../sending/own-prompt.ts';
import {
  chooseByRadio,
  chooseSome,
  contextBlock,
  escapeMrkdwn,
  option,
  textMessage,
  typeText,
} from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';

/** Opens the form for one interest. */
export const declareInterest: Action<'declare_interest'> = {
  tap: 'declare_interest',
  permission: 'declare interests',
  run: async ({ ccg }) => {
    const kinds = Object.entries(interestKinds).map(([kind, { name, hint }]) =>
      option(name, kind, hint),
    );
    const shown = option('Members may read this', 'yes');
    return {
      modal: modal('interest', {
        title: 'Declare an interest',
        submit: 'Declare',
        carries: {},
        blocks: [
          chooseByRadio({ id: 'kind', label: 'What kind of interest is it?' }, kinds),
          typeText(
            {
              id: 'description',
              label: 'What is it?',
              hint:
                'Where it is somebody close to you, say how you are related. No patient ' +
                'details, please.',
            },
            { multiline: true, most: 300 },
          ),
          chooseSome({ id: 'shown', label: 'Who may read it' }, [shown], [shown]),
          contextBlock(
            'This is a copy for members. The statutory register stays with ' +
              `${escapeMrkdwn(ccg.name)}; tell them too, within 28 days.`,
          ),
        ],
      }),
    };
  },
};

export const affirmInterests: Action<'affirm_interests'> = {
  tap: 'affirm_interests',
  permission: 'declare interests',
  run: async (interaction, { prompt }) => {
    const { ccgStore, person, now } = interaction;
    await ccgStore.interests.affirm(person.id, now);
    if (prompt && (await ownPrompt(interaction, prompt)))
      await ccgStore.prompts.reply(prompt, 'done', now);
    return { replace: textMessage('Thank you. Your declaration is up to date.'), home: true };
  },
};

export const endInterest: Action<'end_interest'> = {
  tap: 'end_interest',
  permission: 'declare interests',
  run: async ({ ccgStore, person, now }, { id }) => {
    await ccgStore.interests.end(id, person.id, now);
    return { replace: textMessage('Thank you. It is no longer among your interests.'), home: true };
  },
};
