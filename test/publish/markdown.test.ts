import { expect, test } from 'vitest';
import { link, plain } from '../../functions/publish/write/markdown.ts';
import { anElection, listContest } from '../support/builders.ts';
import { aFullElection } from './setting.ts';

test.each([
  ['Выборы 2024', 'Выборы 2024'],
  ['<script>alert(1)</script>', '&#60;script&#62;alert(1)&#60;/script&#62;'],
  ['[click](javascript:x)', '\\[click\\](javascript:x)'],
  ['a | b', 'a \\| b'],
  ['line\n# heading', 'line \\# heading'],
  ['1. item', '1&#46; item'],
  ['- item', '&#45; item'],
  ['2024-03-10', '2024-03-10'],
  ['https://evil.example www.evil.example', 'https&#58;//evil.example www&#46;evil.example'],
  ['`code` & @all', '\\`code\\` &#38; &#64;all'],
  ['\u202Eevil', 'evil'],
])('writes %j as plain words', (text, words) => {
  expect(plain(text)).toBe(words);
});

test('links web addresses and nothing else', () => {
  expect(link('https://example.org/a')).toBe('<https://example.org/a>');
  expect(link('javascript:alert(1)')).toBe('javascript:alert(1)');
});

test('names cannot break the README', async () => {
  const evil = '</td>\n\n# Forged | `x`';
  const setting = await aFullElection(
    anElection({
      name: { en: evil },
      contests: [listContest({ name: { en: evil }, note: { en: evil } })],
      notes: [{ en: evil }],
    }),
  );

  await setting.release();

  const text = setting.read('1.0.0/README.md');
  expect(text).not.toContain('</td>');
  expect(text).not.toMatch(/^# Forged/m);
  expect(text.match(/^# /gm)).toHaveLength(1);
});

test('marks synthetic and withdrawn data at the top', async () => {
  const definition = anElection();
  const setting = await aFullElection({ ...definition, synthetic: { of: definition.id, seed: 7 } });
  await setting.setStatus({ status: 'withdrawn', by: 'Commission', at: '2024-04-01', reason: 'Recount.' });

  await setting.release();

  const [top] = setting.read('1.0.0/README.md').split('## Results');
  expect(top).toContain('**SYNTHETIC DATA.**');
  expect(top).toContain('**WITHDRAWN** by Commission: Recount.');
  expect(JSON.parse(setting.read('1.0.0/datapackage.json')).description).toMatch(/^SYNTHETIC/);
});
