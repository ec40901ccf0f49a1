import { describe, expect, it } from 'vitest';
import { escapeMrkdwn, mention, textMessage } from '../../../src/slack/ui/blocks.ts';
import { button, parseButton } from '../../../src/slack/ui/buttons.ts';
import { readForm } from '../../../src/slack/ui/read-submission.ts';

const id = '5f0c6f0e-4a44-4a8e-9f5f-0c1f2e3d4a5b';

describe('buttons', () => {
  it('a button is read back as it was made', () => {
    const { action_id, value } = button('answer', 'Yes', { prompt: id, question: 0, option: 1 });
    expect(parseButton(action_id ?? '', value)).toEqual({
      name: 'answer',
      value: { prompt: id, question: 0, option: 1 },
    });
  });

  it.each([
    ['an unknown button', 'explode.now', '{}'],
    ['a name from the prototype', 'constructor', '{}'],
    ['a value that is no JSON', 'done', 'id=1'],
    ['a value of the wrong kind', 'done', '{"id":7}'],
    ['a question that cannot be', 'answer', JSON.stringify({ prompt: id, question: 9, option: 0 })],
    ['no value at all', 'done', undefined],
  ])('%s is nothing', (_, actionId, value) => expect(parseButton(actionId, value)).toBeUndefined());

  it('two buttons of a row never share an action_id', () =>
    expect(button('answer', 'A', { prompt: id, question: 0, option: 0 }).action_id).not.toBe(
      button('answer', 'B', { prompt: id, question: 0, option: 1 }).action_id,
    ));
});

describe('forms', () => {
  const submitted = (callback_id: string, carried: object, values: object) => ({
    callback_id,
    private_metadata: JSON.stringify(carried),
    state: { values },
  });
  const field = (value: unknown) => ({ field: value });

  it('fields are read by their block, text and choices alike', () =>
    expect(
      readForm(
        submitted(
          'join',
          {},
          {
            practice: field({ type: 'radio_buttons', selected_option: { value: '99Z/Y99001' } }),
            profession: field({ type: 'static_select', selected_option: { value: 'gp' } }),
          },
        ),
      ),
    ).toEqual({
      name: 'join',
      carried: {},
      fields: { practice: '99Z/Y99001', profession: 'gp' },
    }));

  it.each([
    ['an unknown form', submitted('explode', {}, {})],
    [
      'a form whose hidden part was tampered with',
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
    ['a form without its fields', submitted('comment', { id }, {})],
  ])('%s is nothing', (_, view) => expect(readForm(view)).toBeUndefined());
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
