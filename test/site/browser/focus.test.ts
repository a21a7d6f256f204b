import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, launchBrowser, openPage, settled } from './support/browser.ts';
import { anExploredElection } from './support/explorer.ts';
import { type Served, serve } from './support/serve.ts';

const election = 'elections/xx-2024/index.html';

let site: Served;
let browser: Browser;
let page: Page;

describe.skipIf(browserPath === null)('the focus', () => {
  beforeAll(async () => {
    const files = (await anExploredElection()).store.files();
    site = await serve((path) => files.get(path) ?? null);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(() => page?.close());

  test.each([
    ['what-if-threshold', 'ArrowRight', 'threshold='],
    ['what-if-formula', 'ArrowDown', 'formula='],
    ['what-if-seats', 'ArrowUp', 'seats='],
  ])('stays on %s while it is changed', async (id, press, setting) => {
    await open(`${election}?view=what-if&lang=en`);
    await page.locator(`#${id}`).focus();

    for (const _time of [1, 2, 3]) {
      await page.keyboard.press(press);
      await quiet();
    }

    expect(page.url()).toContain(setting);
    expect(await focused()).toBe(id);
    const moved = await shownIn(id);
    await page.keyboard.press(press);
    await quiet();
    expect(await shownIn(id)).not.toBe(moved);
  });

  test('goes on from a changed control to what comes next, before it and behind it', async () => {
    await open(`${election}?view=what-if&lang=en`);
    await page.locator('#what-if-seats').fill('21');
    await page.keyboard.press('Tab');
    await quiet();
    expect(await focused()).toBe('what-if-reset');

    await page.locator('#what-if-threshold').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Tab');
    await quiet();

    expect(page.url()).toContain('threshold=15');
    expect(await focused()).toBe('Verify');
  });

  test('a key on the threshold makes nothing anew but the address, here and of the other languages', async () => {
    await open(`${election}?view=what-if&lang=en`);
    await page.evaluate("document.querySelector('h1').dataset.kept = 'yes'");
    await page.locator('#what-if-threshold').focus();

    await page.keyboard.press('End');
    await quiet();

    expect(page.url()).toContain('threshold=15');
    expect(await page.locator('h1').getAttribute('data-kept')).toBe('yes');
    expect(await page.getByRole('link', { name: 'Русский' }).getAttribute('href')).toContain('threshold=15');
  });

  test('stays on the button that goes back to the law', async () => {
    await open(`${election}?view=what-if&threshold=9&lang=en`);
    await page.locator('#what-if-reset').focus();

    await page.keyboard.press('Enter');
    await quiet();

    expect(page.url()).not.toContain('threshold');
    expect(await focused()).toBe('what-if-reset');
  });

  test.each([
    ['another language', 'Русский'],
    ['another page', 'Versions'],
  ])('goes to the heading after %s', async (_what, name) => {
    await open(`${election}?lang=en`);
    await page.getByRole('link', { name, exact: true }).focus();

    await page.keyboard.press('Enter');
    await quiet();

    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(await page.evaluate('scrollY')).toBe(0);
  });

  test('back goes to the link by which a page was left, where it was; forward to the heading', async () => {
    await page?.close();
    page = await browser.newPage({ viewport: { width: 360, height: 300 } });
    await openPage(page, `${site.url}${election}?view=area&lang=en`);
    const link = page.locator('.sheet a', { hasText: 'South' });
    await link.focus();
    const before = await page.evaluate('scrollY');

    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'South' }).waitFor();
    await page.goBack();
    await page.locator('h1', { hasText: 'Xanadu' }).waitFor();
    await quiet();

    expect(before).toBeGreaterThan(0);
    expect(await focused()).toBe('South');
    expect(await page.evaluate('scrollY')).toBe(before);
    await page.goForward();
    await page.locator('h1', { hasText: 'South' }).waitFor();
    await quiet();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  test('the link to the content leads there, and makes no page anew', async () => {
    await open(`${election}?lang=en`);
    await page.evaluate("document.querySelector('h1').dataset.kept = 'yes'");

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await quiet();

    expect(await focused()).toBe('main');
    expect(await page.locator('h1').getAttribute('data-kept')).toBe('yes');
  });
});

async function open(path: string): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
  await openPage(page, `${site.url}${path}`);
}

/** The id of what has the focus, else its text. */
async function focused(): Promise<unknown> {
  return page.evaluate('document.activeElement.id || document.activeElement.textContent');
}

function shownIn(id: string): Promise<string> {
  return page.locator(`#${id}`).inputValue();
}

/** Until what a key has begun has ended: it begins within a task. */
async function quiet(): Promise<void> {
  await page.waitForTimeout(150);
  await settled(page);
}
