// Declared interests of those who lead: reading them, declaring one's own, and ending one.
import { z } from 'zod';
import { type InterestKind, interestKinds } from '../../domain/roles/interests.ts';
import { type Command, type Feature, onSubmit, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { ownPrompt } from '../sending/own-prompt.ts';
import {
  chooseByRadio,
  chooseSome,
  contextBlock,
  escapeMrkdwn,
  notice,
  option,
  textMessage,
  typeText,
} from '../ui/blocks.ts';
import { defineModal, freeText, nothing, text } from '../ui/modals.ts';
import {
  affirmInterests,
  declareInterest,
  endInterest,
  everyonesInterests,
  ownInterests,
} from './interests-message.ts';

const interestModal = defineModal('interest', {
  fields: z.object({
    kind: z.enum(Object.keys(interestKinds) as InterestKind[]),
    description: freeText,
    shown: z.array(text),
  }),
  metadata: nothing,
});

const MIN_DESCRIPTION = 5;
const MAX_DESCRIPTION = 300;

const command: Command = {
  name: 'interests',
  also: ['declare', 'conflicts'],
  description: 'Declared interests of those who lead; “interests mine” for your own',
  permission: 'read interests',
  run: async (interaction, words) => ({
    reply: /^(mine|my|me|own)$/i.test(words)
      ? await ownInterests(interaction)
      : await everyonesInterests(interaction),
  }),
};

const askForInterest = async ({ ccg }: MemberInteraction): Promise<Response> => {
  const kinds = Object.entries(interestKinds).map(([kind, { name, hint }]) =>
    option(name, kind, hint),
  );
  const shown = option('Members may read this', 'yes');
  return {
    modal: interestModal({
      title: 'Declare an interest',
      submit: 'Declare',
      metadata: {},
      blocks: [
        chooseByRadio({ id: 'kind', label: 'What kind of interest is it?' }, kinds),
        typeText(descriptionField, { multiline: true, most: MAX_DESCRIPTION }),
        chooseSome({ id: 'shown', label: 'Who may read it' }, [shown], [shown]),
        contextBlock(
          'This is a copy for members. The statutory register stays with ' +
            `${escapeMrkdwn(ccg.name)}; tell them too, within 28 days.`,
        ),
      ],
    }),
  };
};

const descriptionField = {
  id: 'description',
  label: 'What is it?',
  hint:
    'Where it is somebody close to you, say how you are related. No patient ' + 'details, please.',
};

const declare = async (
  { ccgStore, person, now }: MemberInteraction,
  { kind, description, shown }: z.infer<typeof interestModal.fields>,
): Promise<Response> => {
  if (description.length < MIN_DESCRIPTION)
    return { errors: { description: 'Say in a few words what the interest is.' } };
  const interest = { personId: person.id, kind, description, shown: shown.includes('yes') };
  await ccgStore.interests.add(interest, now);
  return {
    modal: notice(
      'Declare an interest',
      'Thank you. It is declared, and you can end it at any time.',
    ),
    home: true,
  };
};

const affirm = async (
  interaction: MemberInteraction,
  { prompt }: { readonly prompt?: string | undefined },
): Promise<Response> => {
  const { ccgStore, person, now } = interaction;
  await ccgStore.interests.affirm(person.id, now);
  if (prompt && (await ownPrompt(interaction, prompt)))
    await ccgStore.prompts.reply(prompt, 'done', now);
  return { replace: textMessage('Thank you. Your declaration is up to date.'), home: true };
};

export const interests: Feature = {
  commands: [command],
  buttons: [
    onTap(declareInterest, { permission: 'declare interests', run: askForInterest }),
    onTap(affirmInterests, { permission: 'declare interests', run: affirm }),
    onTap(endInterest, {
      permission: 'declare interests',
      run: async ({ ccgStore, person, now }, { id }) => {
        const wasTheirs = await ccgStore.interests.end(id, person.id, now);
        const words = wasTheirs
          ? 'Thank you. It is no longer among your interests.'
          : 'It is not among your interests, so nothing was changed.';
        return { replace: textMessage(words), home: true };
      },
    }),
  ],
  modals: [onSubmit(interestModal, { permission: 'declare interests', run: declare })],
};
