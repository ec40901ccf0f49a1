import { ownSurvey } from '../sending/own-prompt.ts';
import { notice } from '../ui/blocks.ts';
import type { Form } from '../ui/modals.ts';

export const commentForm: Form<'comment'> = {
  form: 'comment',
  permission: 'answer',
  run: async (interaction, { text }, { id }) => {
    const { ccgStore, person } = interaction;
    const round = (await ownSurvey(interaction, id))?.round;
    if (!round)
      return {
        modal: notice('Add a comment', 'This survey was not sent to you, so nothing was saved.'),
      };
    const result = await ccgStore.answers.comment(
      round.id,
      round.anonymous ? null : person.id,
      text,
    );
    return {
      modal: notice(
        'Add a comment',
        result === 'closed'
          ? 'This survey has closed, so nothing was saved.'
          : 'Thank you. Your comment was added.',
      ),
    };
  },
};
