import { expect, test } from 'vitest';
import { counted, findingLines, outcomeLines } from '../../cli/outcome.ts';
import type { Report } from '../../functions/model/generated/report.ts';
import { createFindings } from '../../functions/validate/findings.ts';
import { reportOf } from '../../functions/validate/report/report.ts';
import { electionId } from '../support/builders.ts';

test('counts one thing and many', () => {
  expect([0, 1, 2].map((number) => counted(number, 'record'))).toEqual([
    '0 records',
    '1 record',
    '2 records',
  ]);
});

test('a finding says where, what and how to mend it', () => {
  const [line, remedy] = findingLines(aReport(1));

  expect(line).toBe('  error count-not-whole (row 2, column votes): "1o" is not a whole number.');
  expect(remedy).toContain('Write digits only');
});

test('shows the first twenty findings and counts the rest', () => {
  const lines = findingLines(aReport(25));

  expect(lines).toHaveLength(2 * 20 + 1);
  expect(lines.at(-1)).toBe('  … and 5 more');
});

test('tells what became of an upload', () => {
  const sent = { key: 'uploads/town/turnout/day.csv', versionId: '1' };
  const line = (state: Parameters<typeof outcomeLines>[0]['state'], report: Report | null) =>
    outcomeLines({ ...sent, state, version: state === 'published' ? '1.2.0' : null, report })[0]?.text;

  expect(line('rejected', aReport(2))).toBe(
    'rejected  uploads/town/turnout/day.csv: 2 errors; nothing was changed',
  );
  expect(line('published', aReport(0))).toContain('0 records, in release 1.2.0');
  expect(line('unknown', null)).toContain('look again with `sailau status`');
});

function aReport(errors: number): Report {
  const findings = createFindings();
  for (let row = 2; row < errors + 2; row++)
    findings.add('count-not-whole', { row, column: 'votes' }, { value: '1o' });
  const version = { election: electionId('town'), file: 'turnout/day.csv', versionId: '1', at: '' };
  const outcome = errors > 0 ? 'rejected' : 'accepted';
  return reportOf({ ...version, sha256: '0'.repeat(64), bytes: 1, outcome, records: 0 }, findings);
}
