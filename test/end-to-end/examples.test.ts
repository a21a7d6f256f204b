import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf, startTestStack, type TestStack } from '../support/stack.ts';

let running: TestStack;

beforeAll(async () => {
  running = await startTestStack();
  for (const { name } of readdirSync('examples', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  ))
    await running.putFolder(`examples/${name}`);
  await running.idle();
}, 300_000);

afterAll(() => running.close());

const official: readonly [election: string, contest: string, seats: readonly number[]][] = [
  ['kz-mazhilis-2023', 'list', [40, 8, 6, 6, 5, 4]],
  ['kz-mazhilis-2021', 'list', [76, 12, 10]],
  ['kz-mazhilis-2016', 'list', [84, 7, 7]],
  ['kz-mazhilis-2012', 'list', [83, 8, 7]],
  ['kz-mazhilis-2007', 'list', [98]],
  ['kz-mazhilis-2004', 'list', [7, 1, 1, 1]],
  ['kz-maslikhat-2023', 'astana', [12, 3, 1, 1]],
  ['kz-maslikhat-2023', 'almaty', [12, 3, 3, 2, 1]],
  ['kz-maslikhat-2023', 'kostanay', [9, 3, 2, 1, 1]],
];

test.each(official)('%s %s: the published seats are the official ones', async (election, contest, seats) => {
  const rows = rowsOf(await running.file(election, 'seats.csv')).filter(
    (row) => row.contest === contest && row.scenario === '',
  );

  const computed = rows.map((row) => Number(row.seats)).filter((count) => count > 0);
  expect(computed.sort((a, b) => b - a)).toEqual(seats);
  for (const row of rows) if (row.declared !== '') expect(row.seats, row.option).toBe(row.declared);
});

test('the president is elected in the first round', async () => {
  const certificate = JSON.parse(await running.file('kz-president-2022', 'allocation/president.json'));

  expect(certificate.outcome).toEqual({ status: 'elected', option: 'tokayev' });
});

test('the referendum is adopted on its real figures, and the certificate names what was never published', async () => {
  const certificate = JSON.parse(await running.file('kz-referendum-2022', 'allocation/constitution.json'));

  expect(certificate.outcome.status).toBe('adopted');
  expect(certificate.outcome.undetermined).toHaveLength(2);
});

test('the single-mandate districts say that no votes were published', async () => {
  const completeness = rowsOf(await running.file('kz-mazhilis-2023', 'completeness.csv'));
  const districts = completeness.filter((row) => row.contest?.startsWith('smd-'));

  expect(new Set(districts.map((row) => row.contest)).size).toBe(29);
  expect(districts.every((row) => row.reported === '0')).toBe(true);
  const elected = rowsOf(await running.file('kz-mazhilis-2023', 'elected.csv'));
  expect(elected.filter((row) => row.basis === 'declared')).toHaveLength(5);
});

test('the falls in the turnout of 2023 are published as findings', async () => {
  const falls = rowsOf(await running.file('kz-mazhilis-2023', 'findings.csv')).filter(
    (row) => row.code === 'turnout-falls',
  );

  expect(falls.map((row) => row.area)).toEqual(expect.arrayContaining(['KZ-61', 'KZ-62']));
});

test('the catalogue lists every election', async () => {
  const answer = await fetch(`${running.stack.endpoints.site}/catalog.json`);
  const catalogue = await answer.text();

  expect(answer.status).toBe(200);
  for (const [election] of official) expect(catalogue).toContain(election);
});
