import { ownPrompt, redraw } from '../prompting.ts';
import type { Action, MemberVisit } from '../visit.ts';

export const notNow: Action<'not_now'> = { tap: 'not_now', act: 'answer', run: (visit, { id }) => reply(visit, id, 'not_now') };

export const done: Action<'done'> = { tap: 'done', act: 'answer', run: (visit, { id }) => reply(visit, id, 'done') };

/** The first reply counts; a later tap on an old copy of the message only redraws it. */
const reply = async (visit: MemberVisit, id: string, outcome: 'done' | 'not_now') => {
  const prompt = await ownPrompt(visit, id);
  if (prompt?.outcome === 'waiting')
    await visit.home.prompts.reply(id, outcome, prompt.round?.anonymous ? null : visit.now, visit.tappedTs);
  return redraw(visit, id);
};
