import { expect, it } from 'vitest';
import { newElection } from './build.ts';
import type { Subject } from './subject.ts';

/** What every keeper of uploads promises. */
export function uploadSuite(subject: () => Subject): void {
  it('opens the version of an upload that was asked for', async () => {
    const election = newElection();
    const key = `uploads/${election}/results/list/Алматы қаласы.csv`;
    const first = await subject().upload(key, 'first');
    await subject().upload(key, 'second, and longer');

    expect(await read(subject(), key, first)).toEqual({ bytes: 5, text: 'first' });
    expect(await read(subject(), key, null)).toEqual({ bytes: 18, text: 'second, and longer' });
  });

  it('says that an upload is gone', async () => {
    const { uploads } = subject().store;
    const opened = uploads.open(`uploads/${newElection()}/election.json`, null);

    await expect(opened).rejects.toMatchObject({ code: 'object-missing' });
  });
}

async function read(
  { store }: Subject,
  key: string,
  versionId: string | null,
): Promise<{ bytes: number; text: string }> {
  const { bytes, body } = await store.uploads.open(key, versionId);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return { bytes, text: Buffer.concat(chunks).toString('utf8') };
}
