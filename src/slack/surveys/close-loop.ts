import { z } from 'zod';
import { isRefusal } from '../../domain/refusal.ts';
import { checkResponse, MAX_CHARACTERS } from '../../domain/surveys/responses.ts';
import type { RoundWithTurnout } from '../../store/surveys/rounds.ts';
import { type Feature, onSubmit, onTap } from '../bolt/feature.ts';
import { refuseContractWords } from '../sending/lead-text.ts';
import { contextBlock, notice, textMessage, typeText } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { defineModal, freeText } from '../ui/modals.ts';

/** The id is the round's, in both. */
const roundId = z.object({ id: z.uuid() });

const closeLoop = defineButton('close_loop', roundId);
const closeLoopModal = defineModal('close_loop', {
  metadata: roundId,
  fields: z.object({ text: freeText }),
});

type Closed = Pick<RoundWithTurnout, 'id' | 'title' | 'response'>;

/** The button below a round that has closed. */
export const closeLoopButton = ({ id, response }: Omit<Closed, 'title'>) =>
  closeLoop(response ? 'Change “You said, we will”' : 'You said, we will', { id });

/** “You said, we will”: what comes of a survey, told to those who were asked. */
export const closingTheLoop: Feature = {
  buttons: [
    onTap(closeLoop, {
      permission: 'close the loop',
      run: async ({ ccgStore }, { id }) => {
        const round = await ccgStore.rounds.find(id);
        return round?.closedAt
          ? { modal: drawCloseLoop(round) }
          : { reply: textMessage('That comes once the survey has closed.') };
      },
    }),
  ],
  modals: [
    onSubmit(closeLoopModal, {
      permission: 'close the loop',
      run: async (interaction, { text }, { id }) => {
        const { ccgStore, person, now } = interaction;
        const words = checkResponse(text);
        if (isRefusal(words)) return { errors: { text: words.refused } };
        const refused = refuseContractWords(interaction, words);
        if (refused) return { errors: { text: refused } };
        const isSaved = await ccgStore.rounds.respond(id, words, person.id, now);
        return { modal: notice('You said, we will', isSaved ? THANKS : STILL_OPEN), home: true };
      },
    }),
  ],
};

const drawCloseLoop = ({ id, title, response }: Closed) =>
  closeLoopModal({
    title: 'You said, we will',
    submit: 'Tell members',
    metadata: { id },
    blocks: [
      typeText(
        {
          id: 'text',
          label: `After “${title}”: what comes of it?`,
          hint: 'One or two sentences. No patient details, please.',
        },
        { multiline: true, most: MAX_CHARACTERS, initial: response ?? '' },
      ),
      contextBlock(
        'Members see it on their Home and in the next summary. It costs nobody a message.',
      ),
    ],
  });

const THANKS = 'Thank you. Members see it on their Home, and it will be in the next summary.';
const STILL_OPEN = 'This survey is still open, so nothing was saved.';
