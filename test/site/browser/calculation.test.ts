import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../functions/model/text/languages.ts';
import { utf8 } from '../../../functions/publish/verify/bytes.ts';
import { minisignKey, publicKeyText } from '../../../functions/publish/verify/signature/minisign.ts';
import { aFullElection, election, turnout } from '../../publish/setting.ts';
import { areaId } from '../../support/builders.ts';
import { signerOf } from '../../support/signer.ts';
import { type Page, servePage } from './page.ts';

const executable = '/usr/bin/chromium';
const hasBrowser = existsSync(executable);
if (!hasBrowser)
  console.warn(
    `SKIPPED: ${executable} is missing, so the pages of the calculation are not tried in a browser`,
  );

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const number = 'view=verify&contest=list&area=S&station=st4';
const views = ['turnout', 'what-if', 'certificate', 'verify'] as const;

let files: ReadonlyMap<string, Uint8Array>;
/** What the server shows in place of a file; null: nothing. */
const changed = new Map<string, Uint8Array | null>();
let page: Page;
let browser: Browser;
let tab: Tab;
let complaints: string[] = [];

describe.skipIf(!hasBrowser)('in a browser', () => {
  beforeAll(async () => {
    const setting = await aFullElection();
    const areas = ['XX', 'N', 'S'].flatMap((area) => turnout.map((one) => ({ ...one, area: areaId(area) })));
    await setting.accept('turnout/day.csv', { kind: 'turnout', turnout: areas });
    await setting.release();
    files = setting.store.files();
    page = await servePage((path) => (changed.has(path) ? changed.get(path) : files.get(path)) ?? null);
    browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser?.close();
    await page?.stop();
  });

  afterEach(async () => {
    await tab?.close();
    changed.clear();
  });

  test.each(languages)(
    'in %s nothing breaks the policy, nothing is without words, and nothing is wider than a small phone',
    async (language) => {
      for (const view of views) {
        await open(`view=${view}&lang=${language}`, { width: 320 });
        await settled();

        expect(await tab.locator('h1').count()).toBe(1);
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
        expect(await tab.locator('main').innerText()).not.toMatch(/[{}]|undefined|NaN/);
        expect(complaints).toEqual([]);
      }
    },
  );

  test.each([false, true])('axe finds nothing (dark: %s)', async (dark) => {
    for (const view of views) {
      await open(`view=${view}&lang=kk`, { dark, width: dark ? 1100 : 320 });
      await settled();

      expect(await axeFindings(), view).toEqual([]);
    }
  });

  describe('what if', () => {
    test('the threshold is moved by the keyboard: the seats change, and the address shows the same again', async () => {
      await open('view=what-if');
      const before = await tab.locator('.what-if-sentence').innerText();
      await tab.locator('#what-if-threshold').focus();
      await tab.keyboard.press('End');

      const after = await tab.locator('.what-if-sentence').innerText();
      await tab.reload();
      await ready();

      expect(before).toContain('This is the law in force');
      expect(after).toContain('Against the law in force: List A +1; List C −1.');
      expect(await tab.locator('.what-if-sentence').innerText()).toBe(after);
      expect(tab.url()).toContain('threshold=15');
    });

    test('another formula and more seats; then back to the law', async () => {
      await open('view=what-if');
      await tab.locator('#what-if-formula').selectOption('dhondt');
      await tab.locator('#what-if-seats').fill('21');

      const seats = await tab.locator('.house-seats').textContent();
      await tab.getByRole('button', { name: 'Back to the law in force' }).click();

      expect(seats).toBe('21');
      expect(await tab.locator('.house-seats').textContent()).toBe('10');
      expect(tab.url()).not.toContain('formula');
    });
  });

  test('a certificate is computed anew in the browser', async () => {
    await open('view=certificate');
    await settled();

    expect(await tab.locator('.badge').getAttribute('class')).toContain('badge-holds');
    expect(await tab.locator('.step').count()).toBeGreaterThan(4);
  });

  test('the map of tiles leads into an area, and back', async () => {
    await open('view=turnout&area=XX');
    await tab.locator('a.tile', { hasText: 'North' }).click();
    await tab.locator('h1', { hasText: 'North' }).waitFor();

    const numbers = await tab.locator('.chart-turnout table').textContent();
    await tab.getByRole('link', { name: 'Back to Xanadu' }).click();
    await tab.locator('h1', { hasText: 'Xanadu' }).waitFor();

    expect(numbers).toContain('North');
  });

  describe('verify this number', () => {
    test('what was published verifies, by the key of the site and by one that the reader has', async () => {
      await open(number);
      await settled();
      const states = await tab.locator('.check-state').allInnerTexts();
      await tab
        .locator('#verify-key')
        .fill(publicKeyText(minisignKey(await signerOf(1).publicKey())).split('\n')[1] ?? '');
      await tab.getByRole('button', { name: 'Check with this key' }).click();
      await settled();

      expect(states).toEqual(Array.from({ length: 6 }, () => 'Holds'));
      expect(await tab.locator('.check').nth(2).innerText()).toContain('the key that you entered');
      expect(await tab.locator('.verification table').innerText()).toContain('Voters who took part\t250');
    });

    test('a changed number is red, and it is said which file is another', async () => {
      tamper('1.0.0/areas/S.json', (text) => text.replaceAll('150', '950'));
      await open(number);
      await settled();

      expect(await tab.locator('.verdict').getAttribute('class')).toContain('badge-fails');
      expect(await tab.locator('.check').first().innerText()).toContain(
        'elections/xx-2024/1.0.0/areas/S.json is not the file that was published',
      );
      expect(await tab.locator('.verification table').count()).toBe(0);
    });

    test('a key that did not sign, and a text that is no key', async () => {
      await open(number);
      await settled();
      for (const [key, said] of [
        [publicKeyText(minisignKey(await signerOf(2).publicKey())).split('\n')[1] ?? '', 'does not hold'],
        ['letmein', 'no public key of minisign'],
      ] as const) {
        await tab.locator('#verify-key').fill(key);
        await tab.getByRole('button', { name: 'Check with this key' }).click();
        await settled();
        expect(await tab.locator('.check').nth(2).innerText()).toContain(said);
      }
    });

    test('with the log out of reach it stays open, and says what did not answer', async () => {
      await open(number, { without: '**/log/**' });
      await settled();

      expect(await tab.locator('.verdict').getAttribute('class')).toContain('badge-open');
      expect(await tab.locator('.check').nth(3).innerText()).toContain(
        'log/checkpoints/1.0.0 could not be loaded',
      );
    });
  });
});

async function open(
  query: string,
  { width = 1100, dark = false, without }: { width?: number; dark?: boolean; without?: string } = {},
): Promise<void> {
  complaints = [];
  await tab?.close();
  tab = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light' });
  tab.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  if (without !== undefined) await tab.route(without, (route) => route.abort());
  await tab.goto(`${page.url}elections/${election}/index.html?${query}`);
  await ready();
}

async function ready(): Promise<void> {
  await tab.locator('main[data-ready]').waitFor();
}

/** Until what goes on beside the page has ended: a verification, a certificate that is computed anew. */
async function settled(): Promise<void> {
  await tab.locator('.check-waiting').first().waitFor({ state: 'detached' });
  await tab.locator('[role=status]', { hasText: /…$/ }).first().waitFor({ state: 'detached' });
}

/** Runs in the page by the debugger, so that the policy stays as it is. */
async function axeFindings(): Promise<string[]> {
  await tab.evaluate(axe);
  const found: unknown = await tab.evaluate(
    "axe.run('main', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
  );
  return Array.isArray(found) ? found.map(String) : ['axe did not run'];
}

function tamper(path: string, change: (text: string) => string): void {
  const file = `elections/${election}/${path}`;
  changed.set(file, utf8(change(new TextDecoder().decode(files.get(file)))));
}
