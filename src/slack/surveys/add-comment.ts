import type { Action } from '../bolt/interaction.ts';
import { ownSurvey } from '../sending/own-prompt.ts';
import { contextBlock, textMessage, typeText } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';

export const addComment: Action<'add_comment'> = {
  tap: 'add_comment',
  permission: 'answer',
  run: async (interaction, { id }) => {
    const round = (await ownSurvey(interaction, id))?.round;
    if (!round?.survey.comment)
      return { reply: textMessage('There is nothing to comment on here any more.') };
    const seen = round.anonymous
      ? `Kept without your name, and only if at least ${round.threshold} people answer. It is ` +
        'shown as you write it, so leave out what would give you away.'
      : 'The engagement leads see it with your name.';
    return {
      modal: modal('comment', {
        title: 'Add a comment',
        submit: 'Add',
        carries: { id },
        blocks: [
          typeText(
            { id: 'text', label: round.survey.comment, hint: 'No patient details, please.' },
            { multiline: true, most: 500 },
          ),
          contextBlock(seen),
        ],
      }),
    };
  },
};
