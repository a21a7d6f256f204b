import { expect, test, vi } from 'vitest';
import { recover } from '../../../cli/doctor/recover.ts';
import { copyState } from '../../reliability/support/aws/memory.ts';
import { upload } from '../../reliability/support/run/upload.ts';
import {
  contentOf,
  election,
  ledgerOf,
  lived,
  lose,
  placesOf,
  problemsIn,
  process,
  releasesIn,
  repaired,
  uploads,
} from './support.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

test.each([1, 2, 3, 4, 5, 6])(
  'brings a table of after upload %i back to what was published and uploaded since',
  async (moment) => {
    const whole = await lived(uploads.length);
    const restored = { ...copyState(whole), items: (await lived(moment)).items };

    await recover(placesOf(restored), election);
    for (let round = 0; round < 3; round++) await repaired(restored, await problemsIn(restored));

    expect(await problemsIn(restored)).toEqual([]);
    expect(contentOf(await ledgerOf(restored))).toEqual(contentOf(await ledgerOf(whole)));
    expect(releasesIn(restored)).toEqual(releasesIn(whole));
  },
);

test('makes again every entry as it was, with batches, allocations and reports', async () => {
  const whole = await lived(5);
  const restored = { ...copyState(whole), items: (await lived(2)).items };

  const entries = await recover(placesOf(restored), election);

  const [before, after] = [await ledgerOf(whole), await ledgerOf(restored)];
  expect(entries).toBe(before.length - 1 - 2);
  expect(after).toEqual(before.slice(0, -1));
});

test('refuses to recover a ledger that has gone on otherwise, and one whose uploads are gone', async () => {
  const whole = await lived(5);
  const parted = { ...copyState(whole), items: (await lived(2)).items };
  await process(parted, upload(9, 'uploads/xx-2024/results/list/bad.csv', 'no,table\n'));
  const gone = { ...copyState(whole), items: (await lived(2)).items };
  lose(gone, 'uploads/xx-2024/results/list/north.csv');

  await expect(recover(placesOf(parted), election)).rejects.toThrow('another than release 1.0.1 shows');
  await expect(recover(placesOf(gone), election)).rejects.toThrow('no longer in the bucket');
});
