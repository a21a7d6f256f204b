import { expect, it } from 'vitest';
import { bytesOf } from '../../support/builders.ts';
import { newElection } from './build.ts';
import type { Subject } from './subject.ts';

/** What every keeper of logs promises. */
export function logSuite(subject: () => Subject): void {
  it('writes a file of a log once, and reads what is there', async () => {
    const election = newElection();
    const { logs } = subject().store;
    const files = logs.open(election);

    expect(await files.read('tile/0/000.p/1')).toBeNull();
    await files.put('tile/0/000.p/1', bytesOf('first'));
    await files.put('tile/0/000.p/1', bytesOf('first'));
    await expect(files.put('tile/0/000.p/1', bytesOf('other'))).rejects.toMatchObject({
      code: 'release-differs',
    });
    expect(await files.read('tile/0/000.p/1')).toEqual(bytesOf('first'));
    expect(await subject().published(`${logs.path(election)}/tile/0/000.p/1`)).toEqual(bytesOf('first'));
  });

  it('moves a checkpoint only as far as the one that is there lets it, however many move it', async () => {
    const files = subject().store.logs.open(newElection());
    const move = (size: number) =>
      files.moveCheckpoint(String(size), async (current) => Number(current) >= size);

    await Promise.all([3, 1, 5, 4, 2].map(move));
    await move(4);

    expect(await files.read('checkpoint')).toEqual(bytesOf('5'));
  });
}
