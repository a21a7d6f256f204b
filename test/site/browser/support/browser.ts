import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a browser is installed; null where none is, and then what needs one says that it was skipped. */
export const browserPath = candidates.find((path) => existsSync(path)) ?? null;

if (browserPath === null)
  console.warn(`NOT CHECKED: the explorer in a browser; none of ${candidates.join(', ')} is installed here`);

/** A headless browser. */
export function launchBrowser(): Promise<Browser> {
  if (browserPath === null) throw new Error('There is no browser here');
  return chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
}

/** Whatever a page complains about: errors of scripts, of the policy, of the network. A good page has none. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return complaints;
}

/** Opens an address and waits until the explorer has put its page there. */
export async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await settled(page);
}

/** Waits until nothing is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#main[aria-busy="false"]').waitFor();
}
