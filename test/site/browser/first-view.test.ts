import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../functions/model/text/languages.ts';
import { pageName } from '../../../functions/publish/site/pages/frame.ts';
import { browserPath, complaintsOf, launchBrowser, openPage } from './support/browser.ts';
import { anExploredElection } from './support/explorer.ts';
import { type Served, serve } from './support/serve.ts';

const folder = 'elections/xx-2024/';
// What follows from the pointer, and then from the summary: nobody can know it sooner.
const later = ['1.0.0/allocation/list.json', '1.0.0/manifest.json', '1.0.0/summary.json'].map(
  (file) => folder + file,
);
const kinds: readonly { readonly kind: string; readonly root: string; readonly later: readonly string[] }[] =
  [
    { kind: 'all elections', root: '', later: [] },
    { kind: 'an election', root: folder, later },
  ];

let files: ReadonlyMap<string, Uint8Array>;
let site: Served;
let browser: Browser;
let page: Page;
/** Paths in the order in which they were asked for. */
let asked: string[] = [];
/** What the server waits for before it answers with a path. */
let before: (path: string) => Promise<void> = async () => {};

describe.skipIf(browserPath === null)('the first view of a page', () => {
  beforeAll(async () => {
    files = (await anExploredElection()).store.files();
    site = await serve(async (path) => {
      asked.push(path);
      await before(path);
      return files.get(path) ?? null;
    });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(async () => {
    await page?.context().close();
    asked = [];
    before = async () => {};
  });

  test.each(kinds.flatMap((one) => languages.map((language) => ({ ...one, language }))))(
    'of $kind in $language: what it hints at is asked for before the script has come, and nothing twice',
    async ({ root, later: following, language }) => {
      page = await (await browser.newContext({ locale: language })).newPage();
      const own = root + pageName(language);
      const { script, hinted } = hintsOf(own, language);
      let early: string[] = [];
      before = async (path) => {
        if (path !== script) return;
        while (hinted.some((one) => !asked.includes(one))) await pause(20);
        early = [...asked];
      };

      await openPage(page, `${site.url}${own}`);

      const style = early.find((path) => path.endsWith('.css')) ?? '';
      expect(early.toSorted()).toEqual([own, script, style, ...hinted].toSorted());
      expect(asked.slice(early.length).toSorted()).toEqual(following);
    },
  );

  test('a browser complains of no hint, neither at once nor of one that was not used', async () => {
    const context = await browser.newContext();
    const pages = await Promise.all(kinds.map(() => context.newPage()));
    const complaints = pages.map(complaintsOf);

    await Promise.all(kinds.map(({ root }, at) => pages[at]?.goto(`${site.url}${root}index.html`)));

    // It says so some seconds after the page has been loaded.
    await pause(7_000);
    expect(complaints).toEqual([[], []]);
    await context.close();
  }, 20_000);

  test('a part that is not the one of the page is refused as the script is: the published page stays', async () => {
    const own = `${folder}index.html`;
    page = await (await browser.newContext()).newPage();
    const complaints = complaintsOf(page);
    const { hinted } = hintsOf(own, 'en');
    const [part = ''] = hinted.filter((path) => path.startsWith('assets/'));
    const evil = Buffer.concat([files.get(part) ?? Buffer.of(), Buffer.from('\ndocument.title = "evil";')]);
    const changed = await serve((path) => (path === part ? evil : (files.get(path) ?? null)));

    await page.goto(`${changed.url}${own}`, { waitUntil: 'networkidle' });

    expect(await page.title()).not.toBe('evil');
    expect(await page.locator('main table').count()).toBeGreaterThan(0);
    expect(complaints.join('\n')).toMatch(/integrity/);
    await changed.stop();
  });
});

/** The script of a published page, and what the page hints at. */
function hintsOf(
  path: string,
  language: Language,
): { readonly script: string; readonly hinted: readonly string[] } {
  const html = Buffer.from(files.get(path) ?? '').toString();
  expect(html).toContain(`<html lang="${language}">`);
  const resolved = (href = ''): string => new URL(href, `http://site/${path}`).pathname.slice(1);
  const hinted = [...html.matchAll(/<link rel="(?:modulepreload|preload)"[^>]* href="([^"]+)"/g)];
  const [, script] = /<script type="module" src="([^"]+)"/.exec(html) ?? [];
  expect(hinted.length).toBeGreaterThan(5);
  return { script: resolved(script), hinted: hinted.map(([, href]) => resolved(href)) };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
