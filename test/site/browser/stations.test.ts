import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../functions/model/languages.ts';
import { axeFindings } from './support/axe.ts';
import { browserPath, complaintsOf, launchBrowser, openPage } from './support/browser.ts';
import { anExploredElection } from './support/explorer.ts';
import { type Served, serve } from './support/serve.ts';

const stations = 'elections/xx-2024/index.html?view=stations&lang=';
const file = 'elections/xx-2024/1.0.0/results.parquet';

let files: ReadonlyMap<string, Uint8Array>;
let changed: ((bytes: Uint8Array) => Uint8Array | null) | null = null;
let knowsRanges = true;
let site: Served;
let browser: Browser;
let page: Page;
let complaints: string[] = [];

describe.skipIf(browserPath === null)('the stations of a contest in a browser', () => {
  beforeAll(async () => {
    files = (await anExploredElection()).store.files();
    const read = (path: string) => files.get(path) ?? null;
    site = await serve(
      (path) => {
        const bytes = read(path);
        return path === file && bytes && changed ? changed(bytes) : bytes;
      },
      () => knowsRanges,
    );
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.context().close();
    changed = null;
    knowsRanges = true;
  });

  test.each(languages)('both charts in %s, on a small phone, without a complaint', async (language) => {
    await tab(320);

    await open(language);

    await read();
    expect(await page.locator('figure.chart-glance svg').count()).toBe(2);
    expect(await page.locator('main').innerText()).not.toMatch(/\{\w+\}|undefined|NaN/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  });

  test('counts are those of the protocols, and a link from the results leads there', async () => {
    await tab();
    await openPage(page, `${site.url}elections/xx-2024/index.html?lang=en`);

    await page.getByRole('link', { name: 'All stations at a glance' }).click();

    await read();
    await page.locator('figure.chart-glance summary').first().click();
    expect(await page.locator('figure.chart-glance').first().locator('tbody tr').allInnerTexts()).toEqual([
      '50–51%\t2',
      '62–63%\t1',
      '70–71%\t1',
    ]);
    expect(await page.locator('main').innerText()).toContain('were not checked');
  });

  test.each(['light', 'dark'] as const)('axe finds nothing against WCAG 2.2 AA (%s)', async (colorScheme) => {
    await tab(1100, colorScheme);
    await open('en');
    await read();

    expect(await axeFindings(page)).toEqual([]);
  });

  test('only parts are asked for, once each', async () => {
    await tab();
    const asked: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith(file)) asked.push(request.headers().range);
    });

    await open('en');
    await read();

    expect(asked).toHaveLength(2);
    for (const range of asked) expect(range).toMatch(/^bytes=\d+-\d+$/);
  });

  test('a server without ranges, a file that is gone, shorter or damaged: each says so', async () => {
    await tab();
    knowsRanges = false;
    expect(await fault()).toBe('no-ranges');

    knowsRanges = true;
    changed = () => null;
    expect(await fault()).toBe('missing');

    changed = (bytes) => bytes.subarray(0, -1);
    expect(await fault()).toBe('altered');

    changed = (bytes) => bytes.map((byte, place) => (place >= bytes.length - 4 ? 0 : byte));
    expect(await fault()).toBe('malformed');
  });

  test('a file that breaks while it is read can be read again', async () => {
    await tab();
    changed = (bytes) => bytes.map((byte, place) => (place < 200 ? byte ^ 0xff : byte));
    await open('en');
    await page.locator('[data-reading="failed"] [data-fault="malformed"]').waitFor();
    expect(await page.locator('figure').count()).toBe(0);

    changed = null;
    await page.getByRole('button', { name: 'Read again' }).click();

    await read();
  });

  test('leaving the page while it is read is no fault', async () => {
    await tab();
    await open('en');
    await page.getByRole('link', { name: 'Versions' }).click();

    await page.getByRole('heading', { level: 1, name: 'Versions' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

async function tab(width = 1100, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  const context = await browser.newContext({
    locale: 'en-GB',
    colorScheme,
    viewport: { width, height: 800 },
  });
  page = await context.newPage();
  complaints = complaintsOf(page);
}

function open(language: string): Promise<void> {
  return openPage(page, `${site.url}${stations}${language}`);
}

function read(): Promise<void> {
  return page.locator('[data-reading="done"]').waitFor();
}

async function fault(): Promise<string | null> {
  await open('en');
  return page.locator('[data-fault]').getAttribute('data-fault');
}
