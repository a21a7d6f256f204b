import { describe, expect, test } from 'vitest';
import { catalogue } from '../../functions/model/generated/findings.ts';
import { brokenFiles, findingsOn, folders, nameOf } from './reading.ts';

const all = folders().map((folder) => ({ folder, files: brokenFiles(folder) }));

describe.each(all)('$folder', ({ files }) => {
  test.each(files.map((file) => [nameOf(file), file] as const))('%s', async (_name, file) => {
    expect(await findingsOn(file)).toEqual(file.findings);
  });
});

test('there are at least two hundred of them, each with a fault', () => {
  const files = all.flatMap(({ files: some }) => some);

  expect(files.length).toBeGreaterThanOrEqual(200);
  expect(files.filter(({ findings }) => findings.length === 0)).toEqual([]);
});

test('every family of the catalogue has some', () => {
  const codes = all.flatMap(({ files }) =>
    files.flatMap(({ findings }) => findings.map((one) => one.split(' ')[1])),
  );
  const families = new Set(
    Object.entries(catalogue).flatMap(([code, { family }]) => (codes.includes(code) ? [family] : [])),
  );

  expect([...families].sort()).toEqual(
    [...new Set(Object.values(catalogue).map(({ family }) => family))].sort(),
  );
});
