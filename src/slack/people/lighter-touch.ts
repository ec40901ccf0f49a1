import { canChooseLighterTouch, refuseTouch } from '../../domain/people/lighter-touch.ts';
import { describeTouchReason } from '../../domain/people/touch-reasons.ts';
import type { Action } from '../bolt/interaction.ts';
import { textMessage } from '../ui/blocks.ts';
import { touchBlocks } from './lighter-touch-message.ts';

/** Begins or ends a practice's lighter touch, in one tap. */
export const lighterTouch: Action<'lighter_touch'> = {
  tap: 'lighter_touch',
  permission: 'choose a lighter touch',
  run: async ({ ccgStore, person, ccg, now }, { practice: code, on, reason }) => {
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
  },
};
