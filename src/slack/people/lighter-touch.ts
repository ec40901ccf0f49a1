import { mayChooseTouch, refuseTouch, sayTouchReason } from '../../domain/people/lighter-touch.ts';
import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';
import { touchBlocks } from './lighter-touch-message.ts';

/** Begins or ends a practice's lighter touch, in one tap. */
export const lighterTouch: Action<'lighter_touch'> = {
  tap: 'lighter_touch',
  act: 'choose a lighter touch',
  run: async ({ home, person, ccg, now }, { practice: code, on, reason }) => {
    const register = await home.register();
    const practice = register.practices.find((each) => each.code === code);
    if (!practice) return { reply: plain('This practice is no longer in the list.') };
    if (!mayChooseTouch(person, practice, register)) return { reply: plain(refuseTouch(ccg.settings.practice_lead).refused) };
    if (on && !reason) return { reply: { text: 'A lighter touch', blocks: touchBlocks(practice) } };
    await (on && reason ? home.lighterTouch.begin(code, reason, person.id, now) : home.lighterTouch.end(code, person.id, now));
    const words = on
      ? `${practice.name} has a lighter touch from now on${sayTouchReason(reason ?? null)}. Its people are asked once, and never a second time. Its own leads see this, and can end it in one tap.`
      : `The lighter touch for ${practice.name} has ended.`;
    return { reply: plain(words), home: true };
  },
};
