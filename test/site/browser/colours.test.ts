import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anElection, listContest, partyId } from '../../support/builders.ts';
import { axeFindings } from './support/axe.ts';
import { browserPath, complaintsOf, launchBrowser, openPage } from './support/browser.ts';
import { anExploredElection } from './support/explorer.ts';
import { type Served, serve } from './support/serve.ts';

// Yellow, which is not seen on white; two blues that are nearly the same.
const colours = { A: '#ffed00', B: '#00008b', C: '#00008f' };
const election = 'elections/xx-2024/index.html?lang=en&contest=list';

let site: Served;
let browser: Browser;
let page: Page;
let complaints: string[] = [];

describe.skipIf(browserPath === null)('the colours of parties in a browser', () => {
  beforeAll(async () => {
    const list = listContest();
    const parties = Object.entries(colours).map(([id, colour]) => ({
      id: partyId(`P${id}`),
      name: { en: `Party ${id}` },
      colour,
    }));
    const options = list.options.map((option) =>
      option.kind === 'list' ? { ...option, party: partyId(`P${option.id}`) } : option,
    );
    const { contests } = anElection();
    const definition = anElection({
      parties,
      contests: contests.map((one) => (one.id === list.id ? { ...list, options } : one)),
    });
    const files = (await anExploredElection(definition)).store.files();
    site = await serve((path) => files.get(path) ?? null);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(() => page?.context().close());

  test.each([
    ['light', { yellow: 'rgb(151, 140, 0)', blue: 'rgb(0, 0, 139)' }],
    ['dark', { yellow: 'rgb(255, 237, 0)', blue: 'rgb(109, 109, 164)' }],
  ] as const)('are moved until they are seen, on a %s page', async (colorScheme, { yellow, blue }) => {
    await tab({ colorScheme });

    await openPage(page, `${site.url}${election}`);

    expect(await styleOf('.chart-hemicycle g.series-given circle', 'fill')).toBe(yellow);
    expect(await styleOf('.bars li:nth-child(1) .bar-fill', 'background-color')).toBe(yellow);
    expect(await styleOf('.bars li:nth-child(2) .bar-fill', 'background-color')).toBe(blue);
    expect(await styleOf('.legend li:first-child .swatch', 'background-color')).toBe(yellow);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['results', ''],
    ['areas', '&view=area&show=leader'],
    ['certificate', '&view=certificate'],
    ['what if', '&view=what-if'],
  ])(
    'axe finds nothing against WCAG 2.2 AA on the page of %s, and every option keeps its key',
    async (_what, view) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab({ colorScheme });

        await openPage(page, `${site.url}${election}${view}`);

        expect(await axeFindings(page), colorScheme).toEqual([]);
        expect(await page.locator('.series-given').count()).toBeGreaterThan(0);
        for (const swatch of await page.locator('.swatch').allInnerTexts()) expect(swatch).toMatch(/^[A-D]$/);
        expect(complaints).toEqual([]);
        if (colorScheme === 'light') await page.context().close();
      }
    },
  );

  test('a wedge that one could take for the one before is drawn as rings, in the house as in its legend', async () => {
    await tab();

    await openPage(page, `${site.url}${election}`);

    const wedges = page.locator('.chart-hemicycle g');
    expect(await wedges.locator('title').allTextContents()).toEqual(['List A: 5', 'List B: 4', 'List C: 1']);
    expect(
      await wedges.evaluateAll((all) => all.map(({ classList }) => classList.contains('wedge-outline'))),
    ).toEqual([false, false, true]);
    expect(await styleOf('.wedge-outline circle', 'stroke')).toBe('rgb(0, 0, 143)');
    expect(await styleOf('.wedge-outline circle', 'fill')).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.legend .swatch-outline').allInnerTexts()).toEqual(['C']);
  });

  test('are on paper those of a light page', async () => {
    await tab();
    await openPage(page, `${site.url}${election}`);

    await page.emulateMedia({ media: 'print' });

    expect(await styleOf('.bars li:nth-child(1) .bar-fill', 'background-color')).toBe('rgb(151, 140, 0)');
    expect(await styleOf('.bars li:nth-child(1) .bar-fill', 'print-color-adjust')).toBe('exact');
  });

  test('give way to those that the reader has set: bars are seen all the same, and letters stay', async () => {
    await tab({ forcedColors: 'active' });

    await openPage(page, `${site.url}${election}`);

    const canvas = await styleOf('body', 'background-color');
    const text = await styleOf('body', 'color');
    expect(text).not.toBe(canvas);
    expect(await styleOf('.bars li:nth-child(1) .bar-fill', 'background-color')).toBe(text);
    expect(await styleOf('.legend .swatch', 'color')).toBe(text);
    expect(await styleOf('.legend .swatch', 'background-color')).toBe(canvas);
  });
});

async function tab(options: BrowserContextOptions = {}): Promise<void> {
  page = await (await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options })).newPage();
  complaints = complaintsOf(page);
}

/** What the browser makes of a property of the first element that fits. */
function styleOf(selector: string, property: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate(
      (element, name) =>
        element.ownerDocument.defaultView?.getComputedStyle(element).getPropertyValue(name) ?? '',
      property,
    );
}
