import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pages = globSync(['README.md', 'docs/**/*.md', 'examples/*.md']);

test.each(pages)('the links of %s lead somewhere', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const local = links.filter((link) => !/^(https?:|mailto:)/.test(link));

  expect(local.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

test('the tests that docs/security.md names are there', () => {
  const named = [...readFileSync('docs/security.md', 'utf8').matchAll(/`(test\/[^`]+)`/g)].map(
    ([, path = '']) => path,
  );

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

function leadsSomewhere(page: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const path = file === '' ? page : join(dirname(page), file);
  if (!existsSync(path)) return false;
  return anchor === undefined || anchorsOf(path).has(anchor);
}

/** The anchors of a page, as GitHub makes them from its headings. */
function anchorsOf(path: string): Set<string> {
  const headings = [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text);
  return new Set(
    headings.map((text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
