import { expect, test } from 'vitest';
import { nist } from '../../../../cli/verify/checks/nist.ts';
import { aRelease, changed, firstDifference, verdictsOn } from '../support.ts';

const release = await aRelease();
const file = 'nist-1500-100.json';
const text = release.files.get(file) ?? '';

test('the report of a release keeps the rules', async () => {
  expect(await verdictsOn(release, [nist])).toMatchObject([{ check: 'nist', status: 'holds' }]);
});

test.each([
  ['a reference that leads nowhere', /("GpUnitId":)"[^"]+"/, '$1"nowhere"', 'problem'],
  ['no report', text, '{}', 'The document is no ElectionResults.ElectionReport'],
  ['no JSON', text, '{', 'text that is none'],
])('%s is a difference', async (_what, before, after, found) => {
  const other = text.replace(before, after);

  const difference = await firstDifference(changed(release, { [file]: other }), [nist]);

  expect(other).not.toBe(text);
  expect(difference).toMatchObject({ file, found: expect.stringContaining(found) });
});

test('a count smaller than that of its parts is a difference, and its place is named', async () => {
  const other = text.replace('"Count":850', '"Count":849');

  const difference = await firstDifference(changed(release, { [file]: other }), [nist]);

  expect(difference).toMatchObject({ file, at: expect.stringContaining('Election/0/Contest/0') });
});
