import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG } from '../../../src/demo.ts';
import { textOf } from '../../../src/sandbox/reading.ts';
import { promptMessage } from '../../../src/slack/sending/prompt-message.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import { openAnonymousRound } from '../../proofs/anonymity/database.ts';
import { monday, settings } from '../../world.ts';

describe('the message of an anonymous survey', () => {
  let store: Store;
  let prompts: Awaited<ReturnType<typeof openAnonymousRound>>['prompts'];
  beforeAll(async () => {
    const { url, ...round } = await openAnonymousRound();
    prompts = round.prompts;
    store = createStore(url);
  });
  afterAll(() => store?.close());

  /** As the person sees it now, without the id of their own copy. */
  const messageOf = async (person: number) => {
    const id = prompts[person]?.id ?? '';
    const prompt = await store.ccg(DEMO_CCG.code).prompts.view(id);
    if (!prompt) throw new Error('There is no prompt');
    const ccg = { ...DEMO_CCG, settings };
    const { blocks } = promptMessage({ prompt, ccg, slashCommand: '/ccg', now: monday });
    return { text: textOf(blocks), all: JSON.stringify(blocks).replaceAll(id, 'their id') };
  };
  const answer = (person: number, question: number, option: number) => {
    const prompt = prompts[person];
    if (!prompt) throw new Error('There is no prompt');
    return store.ccg(DEMO_CCG.code).answers.countAnonymously(prompt, question, option);
  };

  it(
    'says before the first tap that an answer cannot be changed, and for how many people ' +
      'answers are shown',
    async () => {
      const { text } = await messageOf(0);
      expect(text).toContain('an answer cannot be changed once you have tapped it');
      expect(text).toContain('shown only after it closes, for groups of at least 10');
    },
  );

  it('is the same after a tap whatever was chosen, at every question', async () => {
    for (const question of [0, 1, 2]) {
      for (const person of [0, 1, 2]) await answer(person, question, person);
      const [first, second, third] = await Promise.all([0, 1, 2].map(messageOf));
      expect(second).toEqual(first);
      expect(third).toEqual(first);
    }
    expect((await messageOf(0)).text).toContain('Thank you');
  });

  it('offers no way to change an answer, and a tap on an old copy of it changes nothing', async () => {
    expect((await messageOf(0)).text).not.toContain('Change my answers');
    expect(await answer(0, 0, 1)).toBe('counted before');
  });
});
