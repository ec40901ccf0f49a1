import { beforeEach, describe, expect, it } from 'vitest';
import { refuseBlocks } from '../../src/sandbox/api/block-kit.ts';
import { openWithStandIn, option, plain, type StandIn } from './stand-in.ts';

const input = (block_id: string, element: object, optional = false) => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element: { action_id: 'value', ...element },
  optional,
});
const days = { type: 'checkboxes', options: ['mon', 'tue', 'wed'].map(option) };

describe('a form with a person, a date and checkboxes', () => {
  let world: StandIn;
  beforeEach(async () => {
    world = await openWithStandIn();
    return () => world.close();
  });
  const open = (...blocks: object[]) => world.openModal('U0OSEI', blocks);
  const osei = () => world.as('Amara Osei');
  const statesSent = () =>
    (world.received.at(-1) as { view: { state: { values: object } } }).view.state.values;

  it('what is filled in reaches the bot as Slack writes it', async () => {
    await open(
      input('who', { type: 'users_select' }),
      input('when', { type: 'datepicker' }),
      input('days', days),
    );
    expect(await osei().submit({ who: 'U0NAIR', when: '2026-12-12', days: 'wed,mon' })).toEqual({
      ok: true,
    });
    expect(statesSent()).toEqual({
      who: { value: { type: 'users_select', selected_user: 'U0NAIR' } },
      when: { value: { type: 'datepicker', selected_date: '2026-12-12' } },
      days: { value: { type: 'checkboxes', selected_options: [option('mon'), option('wed')] } },
    });
  });

  it('what it holds at first is submitted by somebody who touches nothing', async () => {
    await open(
      input('who', { type: 'users_select', initial_user: 'U0RAO' }),
      input('when', { type: 'datepicker', initial_date: '2027-01-31' }),
      input('days', { ...days, initial_options: [option('tue'), option('wed')] }),
    );
    expect(await osei().submit()).toEqual({ ok: true });
    expect(statesSent()).toMatchObject({
      who: { value: { selected_user: 'U0RAO' } },
      when: { value: { selected_date: '2027-01-31' } },
      days: { value: { selected_options: [option('tue'), option('wed')] } },
    });
  });

  it('optional fields may be left empty', async () => {
    await open(
      input('who', { type: 'users_select' }, true),
      input('when', { type: 'datepicker' }, true),
      input('days', { ...days, initial_options: [option('mon')] }, true),
    );
    expect(await osei().submit({ days: '' })).toEqual({ ok: true });
    expect(statesSent()).toEqual({
      who: { value: { type: 'users_select', selected_user: null } },
      when: { value: { type: 'datepicker', selected_date: null } },
      days: { value: { type: 'checkboxes', selected_options: [] } },
    });
  });

  it('checkboxes may come as an array', async () => {
    const { view } = await open(input('days', days));
    const { id: viewId } = view as { id: string };
    expect(
      await world.control('submit', { user: 'U0OSEI', viewId, values: { days: ['mon', 'tue'] } }),
    ).toEqual({ ok: true });
    expect(statesSent()).toMatchObject({
      days: { value: { selected_options: [option('mon'), option('tue')] } },
    });
  });

  it.each([
    ['a person left out', { type: 'users_select' }, '', 'Please complete this required field.'],
    ['a date left out', { type: 'datepicker' }, '', 'Please complete this required field.'],
    ['no box ticked', days, '', 'Please complete this required field.'],
    [
      'a person there is not',
      { type: 'users_select' },
      'U404',
      'Please choose somebody of this workspace.',
    ],
    ['a date there is not', { type: 'datepicker' }, '2027-02-29', 'Please choose a date there is.'],
    ['a date in words', { type: 'datepicker' }, 'tomorrow', 'Please choose a date there is.'],
    ['a box there is not', days, 'mon,sun', 'Please choose only from the options.'],
  ])('%s is refused, and the bot hears nothing', async (_, element, value, error) => {
    await open(input('field', element));
    expect(await osei().submit({ field: value })).toEqual({ ok: false, errors: { field: error } });
    expect(world.received).toEqual([]);
  });

  it('somebody whose account is deactivated cannot be chosen', async () => {
    await world.control('deactivate', { user: 'U0NAIR' });
    await open(input('who', { type: 'users_select' }));
    expect(await osei().submit({ who: 'U0NAIR' })).toMatchObject({
      ok: false,
      errors: { who: expect.any(String) },
    });
  });
});

describe('Block Kit’s rules for a person, a date and checkboxes', () => {
  const elements = [{ type: 'users_select' }, { type: 'datepicker' }, days].map((each) => ({
    action_id: each.type,
    ...each,
  }));

  it.each([
    [
      'eleven checkboxes',
      { ...days, options: Array.from({ length: 11 }, (_, index) => option(`${index}`)) },
    ],
    ['no checkboxes', { ...days, options: [] }],
    ['a tick at first that is none of the options', { ...days, initial_options: [option('sun')] }],
    [
      'a tick at first whose text differs',
      { ...days, initial_options: [{ ...option('mon'), text: plain('Monday') }] },
    ],
    ['a first date there is not', { type: 'datepicker', initial_date: '2026-02-30' }],
    ['a first date in British order', { type: 'datepicker', initial_date: '12/12/2026' }],
  ])('%s is refused', (_, element) =>
    expect(refuseBlocks([input('field', element)], 'modal')).toMatchObject({
      error: 'invalid_blocks',
    }),
  );

  it('they may stand beside text and in a row, too', () => {
    const beside = elements.map((accessory) => ({ type: 'section', text: plain('x'), accessory }));
    expect(refuseBlocks([...beside, { type: 'actions', elements }], 'message')).toBeUndefined();
  });
});
