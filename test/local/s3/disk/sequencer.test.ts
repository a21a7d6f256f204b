import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSequencer } from '../../../../local/s3/disk/sequencer.ts';
import { temporaryFolder } from '../support.ts';

describe('openSequencer', () => {
  it('grows over restarts, many numbers and a clock that is set back', async () => {
    const file = join(await temporaryFolder(), '.sequencer');
    const given: string[] = [];

    for (const year of [2026, 2020, 2023]) {
      const next = openSequencer(file, new Date(Date.UTC(year, 0)));
      for (let count = 0; count < 5000; count++) given.push(next());
    }

    expect(given).toEqual([...new Set(given)].sort());
    expect(given[0]).toMatch(/^[0-9a-f]{18}$/);
  });

  it('grows with the clock where its file is lost', async () => {
    const file = join(await temporaryFolder(), '.sequencer');
    const before = openSequencer(file, new Date(Date.UTC(2026, 0)))();

    rmSync(file);

    expect(openSequencer(file, new Date(Date.UTC(2026, 1)))() > before).toBe(true);
  });

  it('rejects a damaged file and names it', async () => {
    const file = join(await temporaryFolder(), '.sequencer');
    writeFileSync(file, 'nonsense');

    expect(() => openSequencer(file, new Date())).toThrow(file);
  });
});
