import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type TestWorld } from '../support/bot/world.ts';
import { openBrowser } from '../support/browser/browser.ts';

describe('the sandbox’s page, in a real browser', () => {
  let world: TestWorld;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    world = await openWorld();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const as = async (id: string, where = 'channel=app') => {
    await page.goto('about:blank');
    await page.goto(`${world.sandbox.url}/#user=${id}&${where}`);
  };
  const type = async (text: string) => {
    const box = page.getByRole('textbox', { name: /^Message/ });
    await box.fill(text);
    await box.press('Enter');
  };
  const dialog = (name: string) => page.getByRole('dialog', { name });
  const lastMessage = () => page.getByRole('article').last();

  it('a newcomer is asked who they would like to be', async () => {
    await page.goto(world.sandbox.url);
    await dialog('Who would you like to be?')
      .getByRole('button', { name: /Dr Amara Osei/ })
      .click();
    await page.getByText('You are Dr Amara Osei').waitFor();
  });

  it('a GP takes their practice’s lead role in a form', async () => {
    await as('U0OSEI');
    await type('/ccg claim');
    await dialog('Take a role').getByLabel('Which role would you like?').selectOption({ index: 1 });
    await dialog('Take a role').getByRole('button', { name: 'Take it' }).click();
    await dialog('Take a role')
      .getByText('You are now Practice lead for Riverside Surgery')
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog('Take a role').waitFor({ state: 'detached' });
  });

  it('looks a role and a practice up, and sees that nobody else sees the answer', async () => {
    await type('/ccg who riverside');
    await lastMessage().getByText('Practice lead for Riverside Surgery').waitFor();
    await lastMessage().getByText('Only visible to you').waitFor();
  });

  it('sees their Home', async () => {
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByRole('region', { name: 'Home' }).getByText('Your roles').waitFor();
    await page
      .getByRole('region', { name: 'Home' })
      .getByRole('button', { name: 'Give back' })
      .waitFor();
  });

  it('a lead asks, sees what it costs, sends it, and moves the clock', async () => {
    await as('U0NAIR');
    await type('/ccg survey');
    await dialog('Ask members')
      .getByRole('radio', { name: /Anonymous/ })
      .check();
    await dialog('Ask members').getByRole('button', { name: 'See what it asks' }).click();
    await dialog('Before you send').getByText('This asks 38 people for 30 seconds each').waitFor();
    await dialog('Before you send').getByRole('button', { name: 'Send' }).click();
    await dialog('On its way').waitFor();
    await page.keyboard.press('Escape');
    await dialog('On its way').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Next sending time' }).click();
    await page.getByText(/^It is now/).waitFor();
  });

  it('a GP finds one message with an unread mark, and answers it in three taps', async () => {
    await as('U0OSEI', 'channel=C0ENGAGE');
    await page.getByRole('link', { name: 'CCG Engage 1 unread' }).click();
    await lastMessage().getByText('Answers are counted without names').waitFor();
    for (const [question, label] of ['Mostly', 'Not really', 'Yes'].entries()) {
      await lastMessage()
        .getByText(`${question + 1} of 3`)
        .waitFor();
      await lastMessage().getByRole('button', { name: label, exact: true }).click();
    }
    await lastMessage().getByText('Thank you.').waitFor();
  });

  it('what is wrong in a form is said beside the field', async () => {
    await lastMessage().getByRole('button', { name: 'Add a comment' }).click();
    const field = dialog('Add a comment').getByRole('textbox');
    await field.fill('about 943 476 5919');
    await dialog('Add a comment').getByRole('button', { name: 'Add', exact: true }).click();
    await dialog('Add a comment').getByText('an NHS number').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
  });

  it('a lead posts the summary, and its charts can be read without seeing them', async () => {
    await as('U0NAIR');
    await type('/ccg summary');
    await lastMessage().getByRole('button', { name: 'Post it' }).click();
    await page.getByText('Posted.').waitFor();
    await page.getByRole('link', { name: /engagement/ }).click();
    const chart = page.getByRole('figure', { name: 'People at each level' });
    await chart.waitFor();
    expect(await chart.textContent()).toContain('40');
    await page.getByRole('table').getByRole('cell', { name: '1 of 8' }).waitFor();
  });

  it('stays within its window, however long the list of messages', async () => {
    await as('U0NAIR');
    for (const number of [1, 2, 3]) {
      await type('/ccg summary');
      await expect.poll(() => page.getByRole('figure').count()).toBeGreaterThanOrEqual(2 * number);
    }
    expect(await page.evaluate('document.documentElement.scrollHeight - window.innerHeight')).toBe(
      0,
    );
  });

  it('shows what went between bot and Slack', async () => {
    await page.getByRole('button', { name: 'Between bot and Slack' }).click();
    await page.getByRole('complementary').getByText('chat.postMessage').first().waitFor();
  });

  it('asks nothing of any other machine', async () => {
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(world.sandbox.url)) elsewhere.push(request.url());
    });
    await as('U0OSEI');
    await page.getByRole('log').waitFor();
    expect(elsewhere.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });
});
