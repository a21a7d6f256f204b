import { beforeEach, describe, expect, test } from 'vitest';
import { aFullElection, type Setting } from '../setting.ts';
import { logOf } from './published.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await aFullElection();
  await setting.release();
});

describe('whoever finishes the log writes the same bytes', () => {
  test.each(['logs.read', 'logs.put', 'logs.moveCheckpoint'] as const)(
    'after a crash in any %s',
    async (point) => {
      const calls = setting.store.calls(point);
      for (let nth = 1; nth <= calls; nth += 1) {
        const other = await aFullElection();
        const revision = await other.allocate();
        let left = nth;
        const count = () => {
          left -= 1;
          if (left === 0) throw new Error('the process died');
          other.store.beforeNext(point, count);
        };
        other.store.beforeNext(point, count);

        await expect(other.publish(revision)).rejects.toThrow('the process died');
        await other.publish(revision);

        expect(logOf(other)).toEqual(logOf(setting));
      }
    },
  );

  test('or after a reply that was lost', async () => {
    const other = await aFullElection();
    const revision = await other.allocate();
    other.store.failAfterNext('logs.moveCheckpoint');

    await expect(other.publish(revision)).rejects.toThrow('connection was lost');
    await other.publish(revision);

    expect(logOf(other)).toEqual(logOf(setting));
  });

  test('or does so at the same time', async () => {
    const other = await aFullElection();
    const revision = await other.allocate();
    await other.publish(revision);
    const paths = [...other.store.files().keys()].length;

    await Promise.all([other.publish(revision), other.publish(revision), other.publish(revision)]);

    expect([...other.store.files().keys()]).toHaveLength(paths);
    expect(logOf(other)).toEqual(logOf(setting));
  });
});
