// Second step of sending a reminder: the message as people will see it, with what it asks of them.
import type { ModalView } from '@slack/types';
import {
  daysToDoIt,
  doneByDay,
  firstSending,
  isForLater,
} from '../../domain/sending/reminder-days.ts';
import { describeCost } from '../../domain/sending/send-preview.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { contextBlock, divider, escapeMrkdwn, section } from '../ui/blocks.ts';
import { defineModal, nothing } from '../ui/modals.ts';
import { describeRepeat, reminderChoiceSchema } from './reminder-choice.ts';
import type { ReminderDraft } from './reminder-draft.ts';
import { reminderBlocks } from './reminder-message.ts';

export const remindSendModal = defineModal('remind_send', {
  metadata: reminderChoiceSchema,
  fields: nothing,
});

export const drawPreview = (
  { ccg, person, now }: MemberInteraction,
  { choice, preview, audience }: ReminderDraft,
): ModalView => {
  const doneBy = doneByDay(daysToDoIt(choice, now), firstSending(choice, now));
  return remindSendModal({
    title: 'Before you send',
    submit: isForLater(choice, now) ? 'Keep it' : 'Send',
    metadata: choice,
    blocks: [
      section(`*${describeCost(preview, now).map(escapeMrkdwn).join('\n')}*`),
      contextBlock(escapeMrkdwn([audience, ...describeRepeat(choice, now)].join(' · '))),
      divider,
      ...reminderBlocks({ ...choice, doneBy }, { askedBy: person.name, ccg, now }),
      contextBlock('With two buttons: Done and Not now.'),
    ],
  });
};
