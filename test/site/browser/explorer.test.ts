import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../functions/model/text/languages.ts';
import { axeFindings } from './support/axe.ts';
import { browserPath, complaintsOf, launchBrowser, openPage, settled } from './support/browser.ts';
import { anExploredElection } from './support/explorer.ts';
import { type Served, serve } from './support/serve.ts';

const election = 'elections/xx-2024/index.html';
const pages = [
  'index.html?',
  `${election}?`,
  `${election}?view=area&`,
  `${election}?view=area&area=N1&`,
  `${election}?view=findings&`,
  `${election}?view=files&`,
  `${election}?view=versions&`,
  `${election}?view=certificate&`,
  `${election}?view=what-if&`,
  `${election}?view=stations&`,
  `${election}?view=turnout&`,
  `${election}?view=verify&`,
];

// The other views are looked at by axe in test/site/browser/calculation.test.ts.
const own = pages.slice(0, 7);

let files: ReadonlyMap<string, Uint8Array>;
/** What the server shows in place of a file; null: nothing. */
const changed = new Map<string, Uint8Array | null>();
let site: Served;
let browser: Browser;
let page: Page;
let complaints: string[] = [];

describe.skipIf(browserPath === null)('the explorer in a browser', () => {
  beforeAll(async () => {
    files = (await anExploredElection()).store.files();
    site = await serve((path) => (changed.has(path) ? changed.get(path) : files.get(path)) ?? null);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.context().close();
    changed.clear();
  });

  test.each(languages)(
    'every page in %s: no complaint, no gap, no wider than a small phone',
    async (language) => {
      await tab({ viewport: { width: 320, height: 640 } });

      for (const path of pages) {
        await open(`${path}lang=${language}`);

        expect(await page.locator('h1').count(), path).toBe(1);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await page.locator('main').innerText(), path).not.toMatch(/\{\w+\}|undefined|NaN/);
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320);
      }
      expect(complaints).toEqual([]);
    },
  );

  test.each(['light', 'dark'] as const)('axe finds nothing against WCAG 2.2 AA (%s)', async (colorScheme) => {
    await tab({ colorScheme, viewport: { width: 1100, height: 800 } });

    for (const path of own) {
      await open(`${path}lang=en`);

      expect(await axeFindings(page), path).toEqual([]);
    }
  });

  test('from all elections into a station: the language stays, the focus goes to the heading, back leads back', async () => {
    await tab();
    await open('index.html?lang=ru');

    await page.locator('.elections a').first().click();
    await settled(page);
    await page.getByRole('link', { name: 'Территории', exact: true }).click();
    await settled(page);
    await page.locator('.sheet a').first().click();
    await settled(page);

    expect(page.url()).toContain('view=area&area=N&lang=ru');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await page.goBack();
    await settled(page);
    expect(page.url()).not.toContain('area=N');
  });

  test('a page of another language is whole without JavaScript', async () => {
    await tab({ javaScriptEnabled: false });

    await page.goto(`${site.url}elections/xx-2024/index.kk.html`);

    expect(await page.locator('table').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'results.csv' }).waitFor();
    await page.getByRole('link', { name: 'Русский' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  });

  test('a file is downloaded as it was published', async () => {
    await tab();
    await open(`${election}?view=files&lang=en`);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'results.csv', exact: true }).click(),
    ]);

    const chunks: Uint8Array[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    expect(
      Buffer.concat(chunks).equals(Buffer.from(files.get('elections/xx-2024/1.0.0/results.csv') ?? [])),
    ).toBe(true);
  });

  test('no release yet: it says so, and nothing is red', async () => {
    await tab();
    changed.set('elections/xx-2024/latest.json', null);

    await open(`${election}?lang=en`);

    expect(await page.locator('[data-fault]').getAttribute('data-fault')).toBe('no-release');
    changed.set('catalog.json', null);
    await open('index.html?lang=en');
    await page.getByText('No results have been published yet.').waitFor();
  });

  test('the network is gone: it says so, and trying again works once it is back', async () => {
    await tab();
    await open(`${election}?lang=en`);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Versions' }).click();
    await page.locator('[data-fault="unreachable"]').waitFor();

    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByRole('heading', { level: 1, name: 'Versions' }).waitFor();
  });

  test('another language while the network is gone: it says so in the one at hand, and trying again brings the other', async () => {
    await tab();
    await open(`${election}?lang=en`);
    await page.context().setOffline(true);

    await page.getByRole('link', { name: 'Русский' }).click();

    await page.locator('[data-fault="unreachable"]').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(complaints.filter((one) => !one.includes('Failed to load resource'))).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('html[lang="ru"]').waitFor();
  });

  test.each(['summary.json', 'manifest.json', 'allocation/list.json'])(
    'a changed %s is red, named, and nothing of it is shown',
    async (name) => {
      await tab();
      const path = `elections/xx-2024/1.0.0/${name}`;
      const text = new TextDecoder().decode(files.get(path));
      changed.set(path, new TextEncoder().encode(text.replace(/\d{3}/, '999')));

      await open(`${election}?lang=en`);

      expect(await page.locator('[data-fault]').getAttribute('data-fault')).toBe('altered');
      expect(await page.locator('main').innerText()).toContain(path);
      expect(await page.locator('table').count()).toBe(0);
    },
  );

  test.each(['Intl.PluralRules', 'Map.groupBy', 'Object.groupBy', 'URL.canParse'])(
    'a browser without %s keeps the published page, and says why',
    async (missing) => {
      await tab();
      await page.addInitScript(`delete ${missing}`);

      await page.goto(`${site.url}${election}`);

      await page.getByText('Your browser is too old for the charts.').waitFor();
      expect(await page.locator('table').count()).toBeGreaterThan(0);
    },
  );

  test('a browser of 2024 without helpers of iterators computes a certificate anew, and another law', async () => {
    await tab();
    await page.addInitScript(
      "for (const name of Object.getOwnPropertyNames(Iterator.prototype)) if (name !== 'constructor') delete Iterator.prototype[name]; delete globalThis.Iterator",
    );

    await open(`${election}?view=certificate&lang=en`);
    await page.locator('.badge-holds').waitFor();
    await open(`${election}?view=what-if&threshold=15&lang=en`);
    await page.locator('.what-if-sentence').waitFor();

    expect(complaints).toEqual([]);
  });

  test('a script or a style that is not the one of the page is refused: the published page stays', async () => {
    for (const [ending, evil] of [
      ['js', 'document.title = "evil";'],
      ['css', 'main { display: none; }'],
    ]) {
      await tab();
      const html = Buffer.from(files.get(election) ?? '').toString();
      const [path = ''] = new RegExp(`assets/[\\w-]+\\.${ending}`).exec(html) ?? [];
      changed.set(path, Buffer.concat([files.get(path) ?? Buffer.of(), Buffer.from(`\n${evil}`)]));

      await page.goto(`${site.url}${election}`, { waitUntil: 'networkidle' });

      expect(await page.title()).not.toBe('evil');
      expect(await page.locator('main').isVisible()).toBe(true);
      expect(await page.locator('table').count()).toBeGreaterThan(0);
      expect(complaints.join('\n')).toMatch(/integrity/);
      changed.clear();
      await page.context().close();
    }
  });

  test('the first view of an election is under 150 kB on the wire, and asks nobody else', async () => {
    await tab();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    const hosts = new Set<string>();
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    page.on('request', (request) =>
      hosts.add(new URL(request.url()).protocol === 'data:' ? 'data' : new URL(request.url()).host),
    );

    await open(`${election}?lang=kk`);

    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(150_000);
    expect([...hosts].filter((host) => host !== 'data')).toEqual([new URL(site.url).host]);
  });
});

async function tab(options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  page = await context.newPage();
  complaints = complaintsOf(page);
}

function open(path: string): Promise<void> {
  return openPage(page, `${site.url}${path}`);
}
