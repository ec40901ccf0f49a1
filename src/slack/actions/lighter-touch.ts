import { mayChooseTouch, refuseTouch } from '../../domain/lighter-touch.ts';
import { plain } from '../blocks.ts';
import type { Action } from '../visit.ts';

/** Begins or ends a practice's lighter touch, in one tap. */
export const lighterTouch: Action<'lighter_touch'> = {
  tap: 'lighter_touch',
  act: 'choose a lighter touch',
  run: async ({ home, person, ccg, now }, { practice: code, on }) => {
    const register = await home.register();
    const practice = register.practices.find((each) => each.code === code);
    if (!practice) return { reply: plain('This practice is no longer in the list.') };
    if (!mayChooseTouch(person, practice, register)) return { reply: plain(refuseTouch(ccg.settings.practice_lead).refused) };
    await (on ? home.lighterTouch.begin(code, person.id, now) : home.lighterTouch.end(code, person.id, now));
    const words = on
      ? `${practice.name} has a lighter touch from now on: its people are asked once, and never a second time.`
      : `The lighter touch for ${practice.name} has ended.`;
    return { reply: plain(words), home: true };
  },
};
