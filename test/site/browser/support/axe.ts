import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds on a page against WCAG 2.2 AA and its own best practices: rule and element. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Through the debugger: the policy of the page lets no script in.
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' '))))`,
  );
  return Array.isArray(found) ? found.map(String) : [];
}
