import { expect, test } from 'vitest';
import { groupLines } from '../../../cli/report/lines.ts';
import { createFindings } from '../../../functions/validate/findings.ts';
import { groupsOf } from '../../../functions/validate/report/groups.ts';

test('shows each rule once: how many, how to mend it, three places, and how many more', () => {
  const findings = createFindings();
  for (let row = 2; row < 7; row++)
    findings.add('count-not-whole', { row, column: 'A' }, { value: `x${row}` });

  const lines = groupLines({ groups: groupsOf(findings) });

  expect(lines[0]).toEqual({ text: '  Error count-not-whole (5): Not a whole number', style: 'error' });
  expect(lines[2]).toEqual({ text: '    row 2, column A: "x2" is not a whole number.' });
  expect(lines.at(-1)).toEqual({ text: '    … 2', style: 'faint' });
  expect(lines).toHaveLength(1 + 1 + 3 + 1);
});
