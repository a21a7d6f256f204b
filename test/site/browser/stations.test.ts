import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../functions/model/text/languages.ts';
import { axeFindings } from './support/axe.ts';
import { browserPath, complaintsOf, launchBrowser, openPage } from './support/browser.ts';
import { anExploredElection } from './support/explorer.ts';
import { withLongResults, withoutParts } from './support/results.ts';
import { type Served, serve } from './support/serve.ts';

const stations = 'elections/xx-2024/index.html?view=stations&lang=';
const file = 'elections/xx-2024/1.0.0/results.parquet';
const partsFile = 'elections/xx-2024/1.0.0/results.parts.json';

let files: ReadonlyMap<string, Uint8Array>;
/** Those of them that are others where results.parquet is over the limit of what is read unasked. */
let long: ReadonlyMap<string, Uint8Array>;
/** What is sent in the place of some of them. */
const changed = new Map<string, Uint8Array | null>();
let knowsRanges = true;
let site: Served;
let browser: Browser;
let page: Page;
let complaints: string[] = [];

describe.skipIf(browserPath === null)('the stations of a contest in a browser', () => {
  beforeAll(async () => {
    files = (await anExploredElection()).store.files();
    long = await withLongResults(files);
    site = await serve(
      (path) => (changed.has(path) ? changed.get(path) : files.get(path)) ?? null,
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
    changed.clear();
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
    expect(await page.locator('main').innerText()).toContain('Nothing is drawn that was not checked');
  });

  test.each(['light', 'dark'] as const)('axe finds nothing against WCAG 2.2 AA (%s)', async (colorScheme) => {
    await tab(1100, colorScheme);
    await open('en');
    await read();

    expect(await axeFindings(page)).toEqual([]);
  });

  test('only parts are asked for, once each, and what is stated of them', async () => {
    await tab();
    const asked = requested();

    await open('en');
    await read();

    expect(asked.filter((one) => one === 'results.parts.json')).toHaveLength(1);
    const ranges = asked.filter((one) => one.startsWith('results.parquet'));
    expect(ranges).toHaveLength(2);
    for (const range of ranges) expect(range).toMatch(/^results.parquet bytes=\d+-\d+$/);
  });

  test('a server without ranges, a file that is gone or shorter: each says so', async () => {
    await tab();
    knowsRanges = false;
    expect(await fault()).toBe('no-ranges');

    knowsRanges = true;
    changed.set(file, null);
    expect(await fault()).toBe('missing');

    changed.set(file, original(file).subarray(0, -1));
    expect(await fault()).toBe('altered');
  });

  test.each([
    ['parts', partsFile, (length: number) => length - 80, 'results.parts.json'],
    ['footer', file, (length: number) => length - 100, 'What was changed is its footer'],
  ])(
    'one changed byte in the %s: the page is red, names it, and shows nothing',
    async (_what, path, placeIn, told) => {
      await tab();
      changed.set(path, damaged(path, placeIn(original(path).length)));

      expect(await fault()).toBe('altered');

      const text = await page.locator('main .failure-altered').innerText();
      expect(text).toContain(path);
      expect(text).toContain(told);
      expect(await page.locator('[data-reading], figure').count()).toBe(0);
    },
  );

  test.each(languages)(
    'one changed byte in a row group is red in %s, and names the group',
    async (language) => {
      await tab(320);
      changed.set(file, damaged(file, 200));

      await open(language);

      const red = page.locator('[data-reading="failed"] .failure-altered[data-fault="altered"]');
      await red.waitFor();
      expect(await red.innerText()).toContain(file);
      expect(await red.innerText()).toMatch(
        { en: /row group 1 of 1:/, kk: /1-жол тобы \(барлығы 1\):/, ru: /группа строк 1 из 1:/ }[language],
      );
      expect(await page.locator('figure').count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      if (language === 'en') expect(await axeFindings(page)).toEqual([]);
    },
  );

  test('a file that breaks while it is read can be read again', async () => {
    await tab();
    changed.set(file, damaged(file, 200));
    await open('en');
    await page.locator('[data-fault="altered"]').waitFor();

    changed.clear();
    await page.getByRole('button', { name: 'Read again' }).click();

    await read();
    expect(await page.locator('.failure').count()).toBe(0);
  });

  test('a release without parts: a small file is read whole and checked, a large one is a download', async () => {
    await tab();
    const asked = requested();
    put(withoutParts(files));
    await open('en');
    await read();
    expect(asked.filter((one) => one.startsWith('results.'))).toEqual(['results.parquet']);

    await page.context().close();
    await tab();
    changed.set(file, damaged(file, 200));
    expect(await fault()).toBe('altered');

    await page.context().close();
    await tab();
    changed.clear();
    put(long);
    put(withoutParts(new Map([...files, ...long])));
    await open('en');
    expect(await page.locator('main').innerText()).toContain('What cannot be checked is not drawn');
    expect(await page.getByRole('link', { name: 'results.parquet' }).getAttribute('href')).toContain(file);
    expect(await page.locator('[data-reading]').count()).toBe(0);
  });

  test('much is read after a click alone, with progress; it can be stopped, and begun again', async () => {
    put(long);
    const { groups, footer } = JSON.parse(new TextDecoder().decode(long.get(partsFile)));
    const [first, second, third] = groups;
    await tab();
    const asked = requested();
    const gate = await heldBack(second.offset);

    await open('en');
    await page.locator('[data-reading="asks"]').waitFor();
    expect(asked.filter((one) => one.startsWith('results.parquet'))).toHaveLength(1);
    expect(await page.locator('main').innerText()).toMatch(
      /read from 2\.\d\sMB of results\.parquet, and only when you ask/,
    );

    await page.getByRole('button', { name: /^Read 2\.\d\sMB$/ }).click();
    await gate.reached;
    const bar = page.locator('progress');
    expect(await bar.getAttribute('max')).toBe(String(footer.offset - first.offset));
    expect(await page.evaluate('document.querySelector("progress").value')).toBe(first.bytes);
    expect(await page.locator('.glance-reading [role="status"]').innerText()).toMatch(
      /^\d+\skB of 2\.\d\sMB read$/,
    );

    await page.getByRole('button', { name: 'Stop' }).press('Enter');
    await page.locator('[data-reading="stopped"]').waitFor();
    expect(await page.locator('main').innerText()).toContain('You have stopped it');
    expect(await page.locator('figure').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Read again');

    gate.open();
    await page.keyboard.press('Enter');
    await read();
    expect(await page.locator('figure.chart-glance svg').count()).toBe(2);
    expect(await page.locator('main').innerText()).toContain('50,000 stations');
    const wanted = [first, second, first, second, third].map(
      ({ offset, bytes }) => `results.parquet bytes=${offset}-${offset + bytes - 1}`,
    );
    expect(asked.filter((one) => one.startsWith('results.parquet')).slice(1)).toEqual(wanted);
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

function original(path: string): Uint8Array {
  return files.get(path) ?? new Uint8Array();
}

/** The file with one bit of a byte changed. */
function damaged(path: string, place: number): Uint8Array {
  return original(path).map((byte, at) => (at === place ? byte ^ 1 : byte));
}

function put(others: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of others) changed.set(path, bytes);
}

/** What the page asks for from now on, as `results.parquet bytes=0-9`. */
function requested(): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const range = request.headers().range ?? '';
    asked.push(`${request.url().replace(/^.*\//, '')} ${range}`.trimEnd());
  });
  return asked;
}

/** Holds the part of results.parquet back that begins at `offset`, as a slow network does, until it is opened. */
async function heldBack(offset: number) {
  const [reached, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(`**/${file}`, async (route: Route) => {
    if (route.request().headers().range?.startsWith(`bytes=${offset}-`)) {
      reached.resolve();
      await opened.promise;
    }
    // What was given up meanwhile cannot go on.
    await route.continue().catch(() => {});
  });
  return { reached: reached.promise, open: () => opened.resolve() };
}
