import { describe, expect, test, vi } from 'vitest';
import { definition, eventOf, pipeline } from './pipeline.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const key = 'uploads/xx-2024/election.json';
const scanned = { malwareScan: true };
const event = (mode?: string) => eventOf(key, 'v1', '0001', mode);

describe('where uploads are scanned', () => {
  test('a file waits for its scan, and leaves no trace meanwhile', async () => {
    const { handle, seed, report, state } = pipeline(scanned);
    seed('election.json', definition);

    await expect(handle(event())).rejects.toMatchObject({ name: 'WaitingForInput', code: 'scan-pending' });

    expect(report('election.json', 'v1')).toBeUndefined();
    expect((await state()).files.size).toBe(0);
  });

  test('a file that was found clean is taken in', async () => {
    const { store, handle, seed } = pipeline(scanned);
    seed('election.json', definition);
    store.seedScan(key, 'NO_THREATS_FOUND');

    expect(await handle(event())).toMatchObject({ outcome: 'accepted' });
  });

  test.each([
    ['THREATS_FOUND', 'malware-found'],
    ['UNSUPPORTED', 'malware-not-scanned'],
    ['ACCESS_DENIED', 'malware-not-scanned'],
    ['FAILED', 'malware-not-scanned'],
    ['no_threats_found', 'malware-not-scanned'],
    ['', 'malware-not-scanned'],
  ])('%s rejects a sound file with %s', async (result, code) => {
    const { store, handle, seed, report, state } = pipeline(scanned);
    seed('election.json', definition);
    store.seedScan(key, result);

    expect(await handle(event())).toMatchObject({ outcome: 'rejected', errors: 1 });

    expect(report('election.json', 'v1')?.counts).toEqual({ [code]: 1 });
    expect((await state()).files.size).toBe(0);
  });

  test('a file whose scan never comes is rejected, and the report says so', async () => {
    const { handle, seed, report } = pipeline(scanned);
    seed('election.json', definition);

    expect(await handle(event('reject-waiting'))).toMatchObject({ outcome: 'rejected' });

    expect(report('election.json', 'v1')?.findings[0]?.message.en).toContain('NO_RESULT');
  });

  test('a file that was deleted while it waited is passed over', async () => {
    const { handle } = pipeline(scanned);

    expect(await handle(event())).toMatchObject({ outcome: 'ignored' });
  });
});

test('where they are not, nobody asks for a scan', async () => {
  const { handle, seed } = pipeline();
  seed('election.json', definition);

  expect(await handle(event())).toMatchObject({ outcome: 'accepted' });
});
