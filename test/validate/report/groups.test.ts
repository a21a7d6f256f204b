import { expect, test } from 'vitest';
import { createFindings, keptFindings } from '../../../functions/validate/findings.ts';
import { groupsOf } from '../../../functions/validate/report/groups.ts';

test('puts errors before warnings, then the most frequent first', () => {
  const findings = createFindings();
  for (let row = 2; row < 7; row++) findings.add('no-votes', { row });
  findings.add('cell-missing', { row: 2 });
  for (let row = 2; row < 4; row++) findings.add('count-not-whole', { row }, { value: `x${row}` });

  const groups = groupsOf(findings);

  expect(groups.map(({ code, level, count }) => [code, level, count])).toEqual([
    ['count-not-whole', 'error', 2],
    ['cell-missing', 'error', 1],
    ['no-votes', 'warning', 5],
  ]);
});

test('shows the first three of a rule, in every language, with the remedy', () => {
  const findings = createFindings();
  for (let row = 2; row < 7; row++) findings.add('count-not-whole', { row }, { value: `x${row}` });

  const [group] = groupsOf(findings);

  expect(group?.examples.map(({ where }) => where.row)).toEqual([2, 3, 4]);
  expect(group?.examples[0]?.message.ru).toContain('x2');
  expect(group?.remedy.kk).not.toBe('');
});

test('has an example of a rule whose findings came after those that are kept', () => {
  const findings = createFindings();
  for (let row = 0; row < keptFindings; row++) findings.add('no-votes', { row });
  findings.add('turnout-over-100', { row: 9 }, { cast: 2, registered: 1 });

  expect(groupsOf(findings).find(({ code }) => code === 'turnout-over-100')?.examples).toHaveLength(1);
});

test('goes on with the examples of the findings that it begins with', () => {
  const first = createFindings();
  first.add('no-votes', { row: 2 });
  const second = createFindings(first);
  second.add('no-votes', { row: 3 });

  expect(groupsOf(second)[0]?.examples.map(({ where }) => where.row)).toEqual([2, 3]);
  expect(groupsOf(first)[0]?.examples).toHaveLength(1);
});
