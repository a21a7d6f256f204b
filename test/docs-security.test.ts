import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8');
const named = [...page.matchAll(/`(test\/[^`]+)`/g)].map((match) => match[1] ?? '');

test('every test that docs/security.md names is there', () => {
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every row of a table with tests names one', () => {
  const tables = page.split('\n\n').filter((block) => block.includes('| Shown by |'));
  const rows = tables.flatMap((table) =>
    table
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2),
  );

  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter((row) => !/`test\/[^`]+`[^|]*\|$/.test(row))).toEqual([]);
});
