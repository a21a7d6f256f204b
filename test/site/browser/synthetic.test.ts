import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anElection, electionId } from '../../support/builders.ts';
import { browserPath, launchBrowser, openPage, settled } from './support/browser.ts';
import { anExploredElection } from './support/explorer.ts';
import { type Served, serve } from './support/serve.ts';

let sites: readonly Served[] = [];
let browser: Browser;

describe.skipIf(browserPath === null)('an election that is made up', () => {
  beforeAll(async () => {
    const madeUp = anElection({ synthetic: { of: electionId('yy-2020'), seed: 7 } });
    const served = [madeUp, anElection()].map(async (definition) => {
      const files = (await anExploredElection(definition)).store.files();
      return serve((path) => files.get(path) ?? null);
    });
    sites = await Promise.all(served);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await Promise.all(sites.map(({ stop }) => stop()));
  });

  test.each([
    ['en', 'Made-up data. These protocols sum to the totals of yy-2020'],
    ['kk', 'Ойдан құралған деректер'],
    ['ru', 'Вымышленные данные'],
  ])('says so on the list of all elections and on each of its pages (%s)', async (language, notice) => {
    const page = await browser.newPage();

    await openPage(page, `${sites[0]?.url}index.html?lang=${language}`);

    const card = page.locator('.elections li');
    expect(await card.count()).toBe(1);
    expect(await card.locator('strong').innerText()).toContain(notice);
    expect(await card.locator('strong').innerText()).toContain('yy-2020');
    await card.getByRole('link').click();
    await settled(page);
    expect(await page.locator('main .notice strong').innerText()).toContain(notice);
    await page.close();
  });

  test('is the only one that says so', async () => {
    const page = await browser.newPage();

    await openPage(page, `${sites[1]?.url}index.html?lang=en`);

    expect(await page.locator('.elections li').count()).toBe(1);
    expect(await page.locator('main').innerText()).not.toMatch(/made.up/i);
    await page.close();
  });
});
