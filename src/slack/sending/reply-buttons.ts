// The buttons by which people reply to a prompt. They are answered in reply.ts and snooze.ts.
import { z } from 'zod';
import { type SnoozeChoice, snoozeChoices } from '../../domain/sending/snooze.ts';
import { defineButton } from '../ui/buttons.ts';

/** The id is the prompt's. */
const promptId = z.object({ id: z.uuid() });

export const done = defineButton('done', promptId);
export const notNow = defineButton('not_now', promptId);
export const notForMe = defineButton('not_for_me', promptId);
export const remindAgain = defineButton(
  'remind_again',
  promptId.extend({ later: z.enum(Object.keys(snoozeChoices) as SnoozeChoice[]) }),
);
