import { z } from 'zod';
import type { Round } from '../../domain/surveys/surveys.ts';
import { type Feature, onSubmit, onTap } from '../bolt/feature.ts';
import { ownSurvey } from '../sending/own-prompt.ts';
import { contextBlock, notice, textMessage, typeText } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { defineModal, freeText } from '../ui/modals.ts';

/** The id is the prompt's, in both. */
const promptId = z.object({ id: z.uuid() });

export const addComment = defineButton('add_comment', promptId);
const commentModal = defineModal('comment', {
  metadata: promptId,
  fields: z.object({ text: freeText }),
});

/** A comment at the end of a survey that invites one. */
export const comment: Feature = {
  buttons: [
    onTap(addComment, {
      permission: 'answer',
      run: async (interaction, { id }) => {
        const round = (await ownSurvey(interaction, id))?.round;
        return round?.survey.comment
          ? { modal: drawComment(id, round, round.survey.comment) }
          : { reply: textMessage('There is nothing to comment on here any more.') };
      },
    }),
  ],
  modals: [
    onSubmit(commentModal, {
      permission: 'answer',
      run: async (interaction, { text }, { id }) => {
        const { ccgStore, person } = interaction;
        const round = (await ownSurvey(interaction, id))?.round;
        if (!round) return tell('This survey was not sent to you, so nothing was saved.');
        const author = round.anonymous ? null : person.id;
        const result = await ccgStore.answers.comment(round.id, author, text);
        return tell(
          result === 'closed'
            ? 'This survey has closed, so nothing was saved.'
            : 'Thank you. Your comment was added.',
        );
      },
    }),
  ],
};

const drawComment = (id: string, round: Round, label: string) =>
  commentModal({
    title: 'Add a comment',
    submit: 'Add',
    metadata: { id },
    blocks: [
      typeText(
        { id: 'text', label, hint: 'No patient details, please.' },
        { multiline: true, most: 500 },
      ),
      contextBlock(whoSees(round)),
    ],
  });

const whoSees = ({ anonymous, threshold }: Round) =>
  anonymous
    ? `Kept without your name, and only if at least ${threshold} people answer. It is ` +
      'shown as you write it, so leave out what would give you away.'
    : 'The engagement leads see it with your name.';

const tell = (words: string) => ({ modal: notice('Add a comment', words) });
