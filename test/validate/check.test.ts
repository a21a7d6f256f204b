import { expect, test } from 'vitest';
import { checkFiles } from '../../functions/validate/check.ts';
import { anElection, csv, electionId, registerCsv } from '../support/builders.ts';
import { codesOf, fileOf } from './checking.ts';

async function check(...files: [name: string, content: string][]) {
  const checked = [];
  for await (const { upload, verdict } of checkFiles(
    electionId('xx-2024'),
    files.map(([name, content]) => fileOf(name, content)),
  ))
    checked.push([upload.file, verdict.outcome, codesOf(verdict).join()]);
  return checked;
}

test('a folder is checked as if its files came in the right order, each against those before it', async () => {
  const checked = await check(
    ['status.json', JSON.stringify({ status: 'partial', by: 'CEC', at: '2024-03-10', reason: 'counting' })],
    ['results/list/b.csv', csv('station,A', 'st1,5')],
    ['results/list/a.csv', csv('station,A', 'st1,5')],
    ['stations/register.csv', registerCsv],
    ['election.json', JSON.stringify(anElection())],
  );

  expect(checked).toEqual([
    ['election.json', 'accepted', ''],
    ['stations/register.csv', 'accepted', ''],
    ['results/list/a.csv', 'accepted', ''],
    ['results/list/b.csv', 'rejected', 'votes-conflict'],
    ['status.json', 'accepted', ''],
  ]);
});

test('nothing waits: a file without its definition is rejected at once', async () => {
  expect(await check(['stations/register.csv', registerCsv])).toEqual([
    ['stations/register.csv', 'rejected', 'definition-missing'],
  ]);
});
