import { beforeEach, describe, expect, test } from 'vitest';
import { verifyCheckpoint } from '../../../functions/publish/verify/signature/note.ts';
import { signerOf } from '../../support/signer.ts';
import { aFullElection, aSetting, election, type Setting } from '../setting.ts';
import { corrected, logIn, logOf } from './published.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await aFullElection();
  await setting.release();
});
const { text } = logIn(() => setting);

describe('what somebody has done to the bucket', () => {
  test.each([
    ['a checkpoint that is none', 'hello'],
    ['a checkpoint by another key', `x/log\n9\n${'A'.repeat(43)}=\n\n— x/log ${'A'.repeat(90)}==\n`],
  ])('%s is written anew', async (_, garbage) => {
    const before = logOf(setting);
    await putCheckpoint(garbage);

    await setting.publish(6);

    expect(logOf(setting)).toEqual(before);
  });

  test('a tile with other bytes is not written over, and nothing is announced', async () => {
    const other = await aFullElection();
    const files = other.store.logs.open(election);
    await files.put('tile/0/000.p/5', new Uint8Array(5 * 32));

    await expect(other.release()).rejects.toMatchObject({ code: 'release-differs' });

    expect(logOf(other).has('checkpoint')).toBe(false);
    expect(other.store.files().has(`elections/${election}/latest.json`)).toBe(false);
  });

  test('an older checkpoint put back is moved on', async () => {
    const old = text('checkpoint');
    await setting.accept('results/list/north.csv', { kind: 'results', protocols: corrected });
    await setting.release();
    const before = logOf(setting);
    await putCheckpoint(old);

    await setting.publish((await setting.store.ledger.read(election)).length);

    expect(logOf(setting)).toEqual(before);
  });
});

test('a change of keys signs the log again, and leaves the older checkpoints to the older key', async () => {
  const before = logOf(setting);
  const next = { ...setting.store, signer: signerOf(2) };

  await aSetting(next).publish(6);

  const after = logOf(setting);
  const [oldKey, newKey] = [await setting.store.signer.publicKey(), await next.signer.publicKey()];
  expect(await verifyCheckpoint(text('checkpoint'), newKey)).toMatchObject({ holds: true, size: 5 });
  expect(await verifyCheckpoint(text('checkpoint'), oldKey)).toMatchObject({ holds: false });
  expect(await verifyCheckpoint(text('checkpoints/1.0.0'), oldKey)).toMatchObject({ holds: true });
  expect([...after].filter(([path]) => path !== 'checkpoint')).toEqual(
    [...before].filter(([path]) => path !== 'checkpoint'),
  );
});

async function putCheckpoint(content: string): Promise<void> {
  await setting.store.logs.open(election).moveCheckpoint(content, async () => false);
}
