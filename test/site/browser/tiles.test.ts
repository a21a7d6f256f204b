import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../functions/model/text/languages.ts';
import { anElection } from '../../support/builders.ts';
import { browserPath, launchBrowser, openPage } from './support/browser.ts';
import { anExploredElection } from './support/explorer.ts';
import { type Served, serve } from './support/serve.ts';

const names = {
  N: { en: 'Turkistan Region', kk: 'Солтүстік Қазақстан облысы', ru: 'Карагандинская область' },
  S: { en: 'West Kazakhstan Region', kk: 'Қызылорда облысы', ru: 'Карагайская область' },
};

let site: Served;
let browser: Browser;
let page: Page;

describe.skipIf(browserPath === null)('tiles of a map as wide as Kazakhstan', () => {
  beforeAll(async () => {
    const definition = anElection();
    const areas = definition.areas.map((area) => ({
      ...area,
      ...(area.id === 'N' && { name: names.N, tile: { column: 1, row: 1 } }),
      ...(area.id === 'S' && { name: names.S, tile: { column: 6, row: 1 } }),
    }));
    const files = (await anExploredElection({ ...definition, areas })).store.files();
    site = await serve((path) => files.get(path) ?? null);
    browser = await launchBrowser();
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  test.each(
    languages.flatMap((language) => [320, 390, 800, 1280].map((width) => [language, width] as const)),
  )('in %s at %i pixels every label is whole, and no word is broken', async (language, width) => {
    await page.setViewportSize({ width, height: 700 });

    await openPage(page, `${site.url}elections/xx-2024/index.html?view=area&lang=${language}`);

    const labels = await labelsShown();
    expect(labels).toHaveLength(2);
    for (const { text, lines, clipped, size } of labels) {
      expect(clipped, text).toBe(false);
      expect(size, text).toBeGreaterThanOrEqual(9);
      // A line of its own for each word at most: more would be a word that is broken.
      expect(lines, text).toBeLessThanOrEqual(text.split(/(?<=-)|\s/).length);
    }
    if (width < 400) for (const { text } of labels) expect(text.length).toBeLessThanOrEqual(7);
    if (width === 1280) for (const { text } of labels) expect(text.length).toBeGreaterThan(7);
  });
});

interface Label {
  readonly text: string;
  readonly lines: number;
  readonly clipped: boolean;
  readonly size: number;
}

/** The labels that have room, one a tile, as the browser has laid them out. */
async function labelsShown(): Promise<Label[]> {
  return page.locator('.tile').evaluateAll((tiles) =>
    tiles.flatMap((tile) =>
      [...tile.querySelectorAll('.tile-name, .tile-code')]
        .filter(({ clientWidth, clientHeight }) => clientWidth > 0 && clientHeight > 0)
        .map((label) => {
          const range = label.ownerDocument.createRange();
          range.selectNodeContents(label);
          return {
            text: label.textContent ?? '',
            lines: new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size,
            clipped: label.scrollWidth > label.clientWidth || label.scrollHeight > label.clientHeight + 1,
            size: Number.parseFloat(label.ownerDocument.defaultView?.getComputedStyle(label).fontSize ?? '0'),
          };
        }),
    ),
  );
}
