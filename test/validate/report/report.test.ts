import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { createFindings, keptFindings } from '../../../functions/validate/findings.ts';
import { reportOf } from '../../../functions/validate/report/report.ts';
import schema from '../../../schemas/report.schema.json' with { type: 'json' };
import { csv } from '../../support/builders.ts';
import { electionWith, verdictIn, verdictOn } from '../checking.ts';

const about = {
  election: 'xx-2024',
  file: 'results/list/a.csv',
  versionId: 'v1',
  at: '2024-03-10T00:00:00Z',
  outcome: 'rejected',
  records: 0,
} as const;

test('a report fits its schema, errors first, in three languages', async () => {
  const { sha256, bytes, findings } = await verdictIn(
    about.file,
    csv('station,registered,cast,A', 'st1,10,11,1', 'st2,10,1,x'),
  );

  const report = reportOf({ ...about, sha256, bytes }, findings);

  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validate(schema, JSON.parse(JSON.stringify(report))), JSON.stringify(ajv.errors)).toBe(true);
  expect(report.findings.map(({ level }) => level)).toEqual(['error', 'warning']);
  expect(report.counts).toEqual({ 'count-not-whole': 1, 'turnout-over-100': 1 });
  expect(Object.keys(report.findings[0]?.message ?? {})).toEqual(['en', 'kk', 'ru']);
});

test('a report with changes fits its schema', async () => {
  const current = await electionWith({ [about.file]: csv('station,A', 'st1,1') });
  const verdict = await verdictOn({ [about.file]: csv('station,A', 'st1,2', 'st2,1') }, current);
  if (verdict.outcome === 'rejected') throw new Error('rejected');

  const report = reportOf({ ...about, ...verdict }, verdict.findings);

  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validate(schema, JSON.parse(JSON.stringify(report))), JSON.stringify(ajv.errors)).toBe(true);
  expect(report.changes).toMatchObject({ added: 1, changed: 1, fields: 2 });
});

test('the same file gives the same report', async () => {
  const read = () => verdictIn(about.file, csv('station,A', 'st9,x', 'st1,y'));
  const [first, second] = [await read(), await read()];

  expect(reportOf({ ...about, ...first }, first.findings)).toEqual(
    reportOf({ ...about, ...second }, second.findings),
  );
});

test('a flood of warnings does not hide the error that comes after it', () => {
  const findings = createFindings();
  for (let row = 0; row < keptFindings + 2; row++) findings.add('no-votes', { row });
  findings.add('votes-conflict', { row: 9 }, { other: 'b.csv' });

  const report = reportOf({ ...about, sha256: '', bytes: 0 }, findings);

  expect(report.findings[0]).toMatchObject({ code: 'votes-conflict', level: 'error' });
  expect(report).toMatchObject({ errors: 1, warnings: keptFindings + 2 });
  expect(findings.kept).toHaveLength(keptFindings + 1);
});
