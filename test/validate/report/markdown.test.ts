import { expect, test } from 'vitest';
import { reportPage } from '../../../functions/validate/report/markdown.ts';
import { reportOf } from '../../../functions/validate/report/report.ts';
import { csv } from '../../support/builders.ts';
import { verdictIn } from '../checking.ts';

const about = {
  election: 'xx-2024',
  file: 'results/list/a.csv',
  versionId: 'v1',
  at: '2024-03-10T00:00:00Z',
  records: 0,
} as const;

async function page(language: 'en' | 'kk' | 'ru', ...rows: string[]): Promise<string> {
  const { sha256, bytes, findings, outcome } = await verdictIn(
    about.file,
    csv('station,registered,cast,A', ...rows),
  );
  return reportPage(reportOf({ ...about, sha256, bytes, outcome }, findings), language);
}

test('a rejected file: what happened, what to do, what is wrong, worst first', async () => {
  const text = await page('en', 'st1,10,11,1', 'st2,10,1,x', 'st3,9,1,y');

  expect(text).toContain('# Rejected: results/list/a.csv');
  expect(text).toContain('**Errors: 2. Warnings: 1.**');
  expect(text).toContain('nothing has changed');
  expect(text).toContain('kept as it was uploaded');
  expect(text).toContain('- row 3, column A, contest list, area N1, station st2');
  expect(text.indexOf('## Error: ')).toBeLessThan(text.indexOf('## Warning: '));
});

test('more than three of a kind are counted', async () => {
  const text = await page('en', ...['st1', 'st2', 'st3', 'st4'].map((station) => `${station},1,1,x`));

  expect(text).toContain('(4)');
  expect(text).toContain('… and 1 more; all of them stand in report.csv.');
});

test('is written in the language of the reader', async () => {
  expect(await page('kk', 'st1,10,1,x')).toContain('# Қабылданбады: ');
  expect(await page('ru', 'st1,10,1,x')).toContain('# Отклонён: ');
});

test('an accepted file needs nothing', async () => {
  expect(await page('en', 'st1,10,9,9')).toContain('there is nothing to do');
});

test('a cell of the file cannot write into the page', async () => {
  const text = await page('en', 'st1,10,1,"](http://evil.example) <img src=x> | # a"');

  expect(text).not.toMatch(/<img|(?<!\\)\]\(http|^# a/m);
  expect(text).toContain('&#60;img');
});
