import { randomUUID } from 'node:crypto';
import { areaName } from '../../domain/wins/wins.ts';
import { contextBlock, divider, escapeMrkdwn, section } from '../ui/blocks.ts';
import { type Form, modal } from '../ui/modals.ts';
import { EVERYWHERE } from './share.ts';
import { previewWin } from './sharing.ts';
import { winBlocks } from './win-message.ts';

/** First step: what was written is shown as everyone will see it. */
export const shareForm: Form<'share'> = {
  form: 'share',
  permission: 'share a win',
  run: async (interaction, { what, result, place: context, area: areaKey = null }) => {
    const { ccg, person, now } = interaction;
    const draft = { what, result, practiceCode: context === EVERYWHERE ? null : context, areaKey };
    const { errors, practices, areas } = await previewWin(interaction, draft);
    if (errors) return { errors };
    const practice = practices.find(({ code }) => code === draft.practiceCode)?.name ?? null;
    const area = areas.find(({ key }) => key === areaKey);
    const channel = `<#${ccg.channelId}>`;
    const win = {
      what,
      result,
      practice,
      area: area ? areaName(area) : null,
      author: person.name,
      sharedAt: now,
    };
    return {
      modal: modal('share_send', {
        title: 'Before you share',
        submit: 'Share it',
        carries: { id: randomUUID(), ...draft },
        blocks: [
          section(
            practice
              ? `*${escapeMrkdwn(practice)} and you are named, in ${channel}.* ${ifAllAgree}`
              : `*You are named, in ${channel}.*`,
          ),
          divider,
          ...winBlocks({ ...win, interested: 0, practices: 0 }, ccg, now),
          divider,
          contextBlock(
            'With two buttons: Interested, which tells you who would like to hear more, and ' +
              'We do this too. You can take it back at any time.',
          ),
        ],
      }),
    };
  },
};

const ifAllAgree = 'Share it if your colleagues are happy with that.';
