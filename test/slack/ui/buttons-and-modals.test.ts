import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runModal, runTap } from '../../../src/slack/bolt/dispatch.ts';
import { modals } from '../../../src/slack/bolt/features.ts';
import type { Interaction, Response } from '../../../src/slack/bolt/interaction.ts';
import { escapeMrkdwn, mention, textMessage } from '../../../src/slack/ui/blocks.ts';
import { defineButton, nameIn, parseValue } from '../../../src/slack/ui/buttons.ts';
import { parseSubmission } from '../../../src/slack/ui/read-submission.ts';

const id = '5f0c6f0e-4a44-4a8e-9f5f-0c1f2e3d4a5b';
/** Nothing is asked of whoever sent what cannot be read. */
const nobody = {} as Interaction;
const isTooOld = ({ reply, ...rest }: Response) =>
  Boolean(reply?.text.startsWith('This button is too old')) && Object.keys(rest).length === 0;

describe('buttons', () => {
  const choose = defineButton(
    'choose',
    z.object({ prompt: z.uuid(), option: z.int().min(0).max(4) }),
  );

  it('a button is read back as it was made', () => {
    const { action_id, value } = choose('Yes', { prompt: id, option: 1 });
    expect(nameIn(action_id ?? '')).toBe('choose');
    expect(parseValue(choose.value, value)).toEqual({ prompt: id, option: 1 });
  });

  it.each([
    ['an unknown button', 'explode.now', '{}'],
    ['a name from the prototype', 'constructor', '{}'],
    ['a value that is no JSON', 'done', 'id=1'],
    ['a value of the wrong kind', 'done', '{"id":7}'],
    ['a question that cannot be', 'answer', JSON.stringify({ prompt: id, question: 9, option: 0 })],
    ['no value at all', 'done', undefined],
  ])('%s does nothing', async (_, actionId, value) =>
    expect(await runTap(nobody, actionId, value)).toSatisfy(isTooOld),
  );

  it('two buttons of a row never share an action_id', () =>
    expect(choose('A', { prompt: id, option: 0 }).action_id).not.toBe(
      choose('B', { prompt: id, option: 1 }).action_id,
    ));
});

describe('modals', () => {
  const submitted = (callback_id: string, metadata: object, values: object) => ({
    callback_id,
    private_metadata: JSON.stringify(metadata),
    state: { values },
  });
  const field = (value: unknown) => ({ field: value });
  const read = (view: ReturnType<typeof submitted>) => {
    const found = modals.find(({ modal }) => modal.modal === view.callback_id);
    return found && parseSubmission(found.modal, view);
  };

  it('fields are read by their block, text and choices alike', () =>
    expect(
      read(
        submitted(
          'join',
          {},
          {
            practice: field({ type: 'radio_buttons', selected_option: { value: '99Z/Y99001' } }),
            profession: field({ type: 'static_select', selected_option: { value: 'gp' } }),
          },
        ),
      ),
    ).toEqual({ metadata: {}, fields: { practice: '99Z/Y99001', profession: 'gp' } }));

  it.each([
    ['an unknown modal', submitted('explode', {}, {})],
    [
      'a modal whose hidden part was tampered with',
      submitted('comment', { id: 'not-an-id' }, { text: field({ value: 'hello' }) }),
    ],
    [
      'a choice that was never offered',
      submitted(
        'join',
        {},
        {
          practice: field({ value: 'x' }),
          profession: field({ selected_option: { value: 'wizard' } }),
        },
      ),
    ],
    ['a modal without its fields', submitted('comment', { id }, {})],
  ])('%s does nothing', async (_, view) =>
    expect(await runModal(nobody, view)).toSatisfy(isTooOld),
  );
});

describe('what people typed', () => {
  it('cannot link or ping in Slack', () =>
    expect(escapeMrkdwn('<!channel> & <https://x|y>')).toBe(
      '&lt;!channel&gt; &amp; &lt;https://x|y&gt;',
    ));
  it('is safe in names too', () =>
    expect(mention({ name: '<@U1>', slackId: 'U2' })).toBe('&lt;@U1&gt; (<@U2>)'));
  it('is said as it is in plain text, and escaped in blocks', () =>
    expect(textMessage('a < b')).toMatchObject({
      text: 'a < b',
      blocks: [{ text: { text: 'a &lt; b' } }],
    }));
});
