import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { completeness } from '../../../cli/verify/checks/completeness.ts';
import { aCorrectedRelease, changed, firstDifference } from './support.ts';

const release = await aCorrectedRelease();

test('a release with corrections and rejected files holds', async () => {
  expect(await firstDifference(release)).toBeNull();
});

test.each([
  ['rejected', '3', '2'],
  ['codes', 'count-not-whole', 'station-unknown'],
  ['codes', 'count-not-whole', ''],
])('of rejected files, %s is what the ledger says: %s, never %s', async (column, before, after) => {
  const at = await firstDifference(withCell('S', column, before, after), [completeness]);

  expect(at).toMatchObject({ file: 'completeness.csv', at: expect.stringContaining(column) });
});

test.each([
  ['corrected', '1', '-1'],
  ['corrected', '1', '9'],
  ['first', null, '2024-03-10T23:59:59.000Z'],
  ['last', null, 'never'],
])('where a file came again, %s keeps within what the ledger says', async (column, before, after) => {
  const at = await firstDifference(withCell('N', column, before, after), [completeness]);

  expect(at).toMatchObject({ file: 'completeness.csv', at: expect.stringContaining(column) });
});

/** The release with another cell in the row of the list and an area; `before`, where given, is what must have stood there. */
function withCell(area: string, column: string, before: string | null, after: string) {
  const text = release.files.get('completeness.csv') ?? '';
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const row = data.find((cells) => cells.contest === 'list' && cells.area === area);
  if (!row) throw new RangeError(`completeness.csv has no row of ${area}`);
  if (before !== null) expect(row[column]).toBe(before);
  row[column] = after;
  const rows = Papa.unparse(data, { columns: meta.fields ?? [], newline: '\r\n' });
  return changed(release, { 'completeness.csv': `${rows}\r\n` });
}
