import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Scenario } from '../../functions/model/generated/election.ts';
import { anElection } from '../support/builders.ts';
import { aFullElection } from './setting.ts';

const scenarios: Scenario[] = [
  {
    id: 'five-seats',
    name: { en: 'Five seats' },
    note: { en: 'Half the house.' },
    systems: { list: { seats: 5 } },
  },
  {
    id: 'threshold-20',
    name: { en: 'A threshold of 20' },
    systems: { list: { threshold: { percent: '20' } } },
  },
];

test('each scenario is a file of its own, and rows after those of the law in force', async () => {
  const setting = await aFullElection(anElection({ scenarios }));
  await setting.release();
  const rows = Papa.parse<Record<string, string>>(setting.read('1.0.0/seats.csv'), {
    header: true,
    skipEmptyLines: true,
  }).data;
  const shown = (scenario: string) =>
    rows
      .filter((row) => row.scenario === scenario)
      .map(({ contest, option, seats, declared }) => `${contest} ${option} ${seats} ${declared}`);

  expect(shown('')).toEqual(['list A 5 ', 'list B 4 ', 'list C 1 ', 'council X  ', 'council Y  ']);
  expect(shown('five-seats')).toEqual(['list A 3 ', 'list B 2 ', 'list C 0 ']);
  expect(shown('threshold-20')).toEqual(['list A 6 ', 'list B 4 ', 'list C 0 ']);
  expect(rows.findIndex(({ scenario }) => scenario !== '')).toBe(5);
  const certificate = JSON.parse(setting.read('1.0.0/allocation/list.five-seats.json'));
  expect(certificate).toMatchObject({
    contest: 'list',
    scenario: { id: 'five-seats' },
    system: { seats: 5 },
  });
  expect(JSON.parse(setting.read('1.0.0/allocation/list.json')).scenario).toBeNull();
});

test('what speaks of the result speaks of the law in force', async () => {
  const plain = await aFullElection();
  const changed = await aFullElection(anElection({ scenarios }));
  await plain.release();
  await changed.release();
  const contests = (setting: typeof plain) => JSON.parse(setting.read('1.0.0/summary.json')).contests;

  expect(contests(changed)).toEqual(contests(plain));
  for (const file of ['elected.csv', 'totals.csv', 'findings.csv', 'completeness.csv'])
    expect(changed.read(`1.0.0/${file}`)).toBe(plain.read(`1.0.0/${file}`));
});

test('the README shows the seats side by side, and says that nobody voted under these rules', async () => {
  const setting = await aFullElection(anElection({ scenarios }));

  await setting.release();

  const readme = setting.read('1.0.0/README.md');
  expect(readme).toContain('### Five seats\n\nHalf the house.');
  expect(readme).toContain('| List A | 5 | 3 |');
  expect(readme).toContain('Nobody voted under these rules');
});
