import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser/browser.ts';
import { openWithStandIn, option, plain, type StandIn } from './stand-in.ts';

const input = (block_id: string, element: object) => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  hint: plain(`The hint of ${block_id}.`),
  element: { action_id: 'value', ...element },
});

describe('the page’s controls, in a real browser', () => {
  let world: StandIn;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    world = await openWithStandIn();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  const as = async (user: string) => {
    await page.goto('about:blank');
    await page.goto(`${world.sandbox.url}/#user=${user}&channel=C0ENGAGE`);
  };
  const picker = () => page.getByRole('dialog', { name: 'Who would you like to be?' });
  const inPicker = (name: string) => picker().getByRole('listitem').filter({ hasText: name });

  it('a person, a date and checkboxes can be chosen in a form, and what is missing is said', async () => {
    await as('U0NAIR');
    await world.openModal('U0NAIR', [
      input('Who', { type: 'users_select' }),
      input('From', { type: 'datepicker', initial_date: '2026-12-01' }),
      input('Days', { type: 'checkboxes', options: ['Monday', 'Tuesday', 'Friday'].map(option) }),
    ]);
    const form = page.getByRole('dialog', { name: 'New lead' });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Please complete this required field.').first().waitFor();
    await form.getByLabel('Who').selectOption('Dr Amara Osei');
    await form.getByLabel('From').fill('2026-12-12');
    await form.getByRole('group', { name: 'Days' }).getByLabel('Friday').check();
    await form.getByRole('group', { name: 'Days' }).getByLabel('Monday').check();
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    expect(world.received.at(-1)).toMatchObject({
      view: {
        state: {
          values: {
            Who: { value: { selected_user: 'U0OSEI' } },
            From: { value: { selected_date: '2026-12-12' } },
            Days: { value: { selected_options: [option('Monday'), option('Friday')] } },
          },
        },
      },
    });
  });

  it('people to mention are offered to the keyboard and to the pointer', async () => {
    const field = page.getByRole('textbox', { name: /^Message/ });
    const people = page.getByRole('listbox', { name: 'People' });
    await field.fill('/ccg who @pri');
    await people.getByRole('option', { name: 'Dr Priti Joshi' }).waitFor();
    await field.press('ArrowDown');
    await field.press('ArrowUp');
    await field.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('/ccg who @Priya Nair ');
    await field.pressSequentially('@osei');
    await people.getByRole('option', { name: 'Dr Amara Osei' }).click();
    await expect.poll(() => field.inputValue()).toBe('/ccg who @Priya Nair @Dr Amara Osei ');
    await field.pressSequentially('@rao');
    await field.press('Escape');
    await people.waitFor({ state: 'detached' });
    await field.fill('');
  });

  it('an account can be deactivated, is nobody’s to choose, and can be reactivated', async () => {
    await page.getByRole('button', { name: /Switch/ }).click();
    await inPicker('Dr Amara Osei').hover();
    await inPicker('Dr Amara Osei').getByRole('button', { name: 'Deactivate account' }).click();
    await inPicker('Dr Amara Osei').getByText('deactivated').waitFor();
    expect(await inPicker('Dr Amara Osei').getByRole('button', { name: /Osei/ }).count()).toBe(0);
    await inPicker('Dr Amara Osei').getByRole('button', { name: 'Reactivate' }).click();
    await inPicker('Dr Amara Osei').getByRole('button', { name: /Osei/ }).waitFor();
  });

  it('who is deactivated while they look is asked to be somebody else', async () => {
    await as('U0RAO');
    await page.getByText('You are Sunita Rao').waitFor();
    await world.control('deactivate', { user: 'U0RAO' });
    await inPicker('Dr Callum Reid').getByRole('button', { name: /Reid/ }).click();
    await page.getByText('You are Dr Callum Reid').waitFor();
    await picker().waitFor({ state: 'detached' });
  });
});
