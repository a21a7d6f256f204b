import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewNames } from '../../../site/frame/address.ts';
import { aFullElection } from '../../publish/setting.ts';
import { anElection, electionId } from '../../support/builders.ts';
import { browserPath, launchBrowser, openPage, settled } from './support/browser.ts';
import { anExploredElection, builtExplorer, publishExplored } from './support/explorer.ts';
import { type Served, serve } from './support/serve.ts';

const views = viewNames.filter((name) => name !== 'home');
const madeUp = anElection({ synthetic: { of: electionId('yy-2020'), seed: 7 } });

let sites: readonly Served[] = [];
let browser: Browser;

describe.skipIf(browserPath === null)('an election that is made up', () => {
  beforeAll(async () => {
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

describe.skipIf(browserPath === null)('a release that is made up, withdrawn and not the newest', () => {
  let site: Served;
  let page: Page;

  beforeAll(async () => {
    const files = await aWithdrawnRelease();
    site = await serve((path) => files.get(path) ?? null);
    browser = await launchBrowser();
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  test('every view of it says so, and names the election; no two have the same title', async () => {
    const titles = new Set<string>();

    for (const view of views) {
      await openPage(page, `${site.url}elections/xx-2024/index.html?view=${view}&version=1.0.0&lang=en`);

      const notices = (await page.locator('main > .notice').allInnerTexts()).join('\n');
      expect(notices, view).toContain('columns were swapped');
      expect(notices, view).toContain('This is not the newest release.');
      expect(notices, view).toContain('Made-up data.');
      expect(await page.locator('main .page-head').innerText(), view).toContain('Election of Xanadu 2024');
      expect(await page.title(), view).toContain('Election of Xanadu 2024');
      titles.add(await page.title());
    }
    expect(titles.size).toBe(views.length);
  });

  test('the newest has the notice on made-up data alone', async () => {
    await openPage(page, `${site.url}elections/xx-2024/index.html?view=versions&lang=en`);

    expect(await page.locator('main > .notice').count()).toBe(1);
  });
});

/** Published, then certified anew with the first release withdrawn. */
async function aWithdrawnRelease(): Promise<ReadonlyMap<string, Uint8Array>> {
  const explorer = builtExplorer();
  const setting = await aFullElection(madeUp);
  await publishExplored(setting, explorer);
  await setting.setStatus({
    status: 'certified',
    by: 'Commission',
    at: '2024-03-20',
    reason: 'Decision 12',
    withdrawn: [{ version: '1.0.0', by: 'Commission', at: '2024-03-21', reason: 'columns were swapped' }],
  });
  await publishExplored(setting, explorer);
  return setting.store.files();
}
