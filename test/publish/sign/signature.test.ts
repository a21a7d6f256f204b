import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyMinisign } from '../../../functions/publish/verify/signature/minisign.ts';
import { signerOf } from '../../support/signer.ts';
import { aFullElection, type Setting } from '../setting.ts';

let setting: Setting;
const released = (path: string) => setting.read(`1.0.0/${path}`);
const publicKey = () => new TextDecoder().decode(setting.store.files().get('minisign.pub'));

beforeAll(async () => {
  setting = await aFullElection();
  await setting.release();
});

test('the checksums are signed, with election, version and time in the trusted comment', async () => {
  const sums = new TextEncoder().encode(released('SHA256SUMS'));

  const verdict = await verifyMinisign(sums, released('SHA256SUMS.minisig'), publicKey());

  const { at } = JSON.parse(released('manifest.json'));
  expect(verdict).toEqual({
    holds: true,
    trustedComment: `timestamp:${Date.parse(at) / 1000}\tfile:SHA256SUMS\thashed\telection:xx-2024\tversion:1.0.0\tat:${at}`,
  });
});

test('another release with other bytes is not what was signed', async () => {
  const sums = new TextEncoder().encode(
    released('SHA256SUMS').replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
  );

  expect(await verifyMinisign(sums, released('SHA256SUMS.minisig'), publicKey())).toMatchObject({
    holds: false,
  });
});

test('the same key and state give the same signature, another key another', async () => {
  const again = await aFullElection();
  await again.release();
  const [own, other] = [again.store, { ...(await aFullElection()).store, signer: signerOf(2) }];

  expect(again.read('1.0.0/SHA256SUMS.minisig')).toBe(released('SHA256SUMS.minisig'));
  expect(await own.signer.publicKey()).not.toEqual(await other.signer.publicKey());
});

test('the public key lies at the root, and where it stays when another takes its place', () => {
  const id = /minisign public key ([0-9A-F]{16})\n/.exec(publicKey())?.[1];
  const kept = setting.store.files().get(`keys/${id}.pub`);

  expect(new TextDecoder().decode(kept)).toBe(publicKey());
  expect(released('SHA256SUMS.minisig')).toContain(`signature by key ${id}\n`);
});

const hasMinisign = spawnSync('minisign', ['-v']).error === undefined;
if (!hasMinisign)
  console.warn('SKIPPED: minisign is not installed, so that nobody but us has checked our signatures');

describe.skipIf(!hasMinisign)('minisign itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sailau-minisign-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('accepts the signature, and shows the trusted comment', () => {
    const shown = minisign(folder, released('SHA256SUMS'));

    expect(shown).toMatch(/^Signature and comment signature verified\n/);
    expect(shown).toContain('election:xx-2024\tversion:1.0.0');
  });

  test('rejects a changed byte of the file', () => {
    const changed = released('SHA256SUMS').replace('results.csv', 'results.csw');

    expect(() => minisign(folder, changed)).toThrow(/Signature verification failed/);
  });

  test('rejects a changed trusted comment', () => {
    const signature = released('SHA256SUMS.minisig').replace('version:1.0.0', 'version:1.0.1');

    expect(() => minisign(folder, released('SHA256SUMS'), signature)).toThrow(
      /Comment signature verification failed/,
    );
  });
});

function minisign(folder: string, sums: string, signature = released('SHA256SUMS.minisig')): string {
  writeFileSync(join(folder, 'SHA256SUMS'), sums);
  writeFileSync(join(folder, 'SHA256SUMS.minisig'), signature);
  writeFileSync(join(folder, 'minisign.pub'), publicKey());
  return execFileSync('minisign', ['-V', '-m', 'SHA256SUMS', '-p', 'minisign.pub'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}
