// A practice's lighter touch begins or ends in one tap.
import type { z } from 'zod';
import { canChooseLighterTouch, refuseTouch } from '../../domain/people/lighter-touch.ts';
import { describeTouchReason } from '../../domain/people/touch-reasons.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { textMessage } from '../ui/blocks.ts';
import { chooseLighterTouch, touchBlocks } from './lighter-touch-message.ts';

const change = async (
  { ccgStore, person, ccg, now }: MemberInteraction,
  { practice: code, on, reason }: z.infer<typeof chooseLighterTouch.value>,
): Promise<Response> => {
  const register = await ccgStore.register();
  const practice = register.practices.find((each) => each.code === code);
  if (!practice) return { reply: textMessage('This practice is no longer in the list.') };
  if (!canChooseLighterTouch(person, practice, register))
    return { reply: textMessage(refuseTouch(ccg.settings.practice_lead).refused) };
  if (on && !reason) return { reply: { text: 'A lighter touch', blocks: touchBlocks(practice) } };
  await (on && reason
    ? ccgStore.lighterTouch.begin(code, reason, person.id, now)
    : ccgStore.lighterTouch.end(code, person.id, now));
  const words = on
    ? `${practice.name} has a lighter touch from now ` +
      `on${describeTouchReason(reason ?? null)}. Its people are asked once, and never a ` +
      'second time. Its own leads see this, and can end it in one tap.'
    : `The lighter touch for ${practice.name} has ended.`;
  return { reply: textMessage(words), home: true };
};

export const lighterTouch: Feature = {
  buttons: [onTap(chooseLighterTouch, { permission: 'choose a lighter touch', run: change })],
};
