import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../../functions/publish/verify/bytes.ts';
import {
  minisignKey,
  prehash,
  publicKeyText,
  readPublicKey,
  readSignature,
  shownKeyId,
  signatureText,
  verifyMinisign,
} from '../../../../functions/publish/verify/signature/minisign.ts';

// The example of https://github.com/jedisct1/rust-minisign-verify: the author's own key over the file "test".
const key = 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3';
const signature = [
  'untrusted comment: signature from minisign secret key',
  'RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=',
  'trusted comment: timestamp:1556193335\tfile:test',
  'y/rUw2y8/hOUYjZU71eHp/Wo1KZ40fGy2VJEDl34XMJM+TX48Ss/17u3IvIfbVR1FkZZSNCisQbuQY+bHwhEBg==',
  '',
].join('\n');
const file = utf8('test');

describe('the signature that minisign made', () => {
  test('holds, and gives the trusted comment', async () => {
    expect(await verifyMinisign(file, signature, key)).toEqual({
      holds: true,
      trustedComment: 'timestamp:1556193335\tfile:test',
    });
  });

  test.each([
    ['another file', utf8('Test'), signature, key, /not the one that was signed/],
    [
      'another comment',
      file,
      signature.replace('file:test', 'file:tést'),
      key,
      /trusted comment was changed/,
    ],
    ['another key', file, signature, keyOf(7), /by key E7620F1842B4E81F, not by/],
    ['another key under the same id', file, signature, forged(), /key is another with the same id/],
    ['a key that is none', file, signature, 'RWQf', /public key is not one of minisign/],
    ['one line too few', file, signature.split('\n').slice(0, 3).join('\n'), key, /four lines/],
    ['the form without a hash', file, signature.replace('RUQf', 'RWQf'), key, /prehashed/],
  ])('does not hold with %s', async (_, bytes, text, publicKey, reason) => {
    const verdict = await verifyMinisign(bytes, text, publicKey);

    expect(verdict).toEqual({ holds: false, reason: expect.stringMatching(reason) });
  });

  test('does not hold with any other character in the lines that count', async () => {
    const lines = signature.split('\n');
    const changes = [1, 3].flatMap((line) =>
      Array.from(lines[line] ?? '', (character, at) =>
        lines.map((text, index) =>
          index === line ? `${text.slice(0, at)}${character === 'A' ? 'B' : 'A'}${text.slice(at + 1)}` : text,
        ),
      ),
    );

    const verdicts = await Promise.all(changes.map((text) => verifyMinisign(file, text.join('\n'), key)));

    expect(verdicts.length).toBe(100 + 88);
    expect(verdicts.filter(({ holds }) => holds)).toEqual([]);
  });
});

test('files are written as they are read', () => {
  const read = readSignature(signature);

  expect(read && readSignature(signatureText(read))).toEqual(read);
  expect(readPublicKey(publicKeyText(minisignKey(file)))).toBeNull();
  const own = minisignKey(new Uint8Array(32).fill(3));
  expect(readPublicKey(publicKeyText(own))).toEqual(own);
  expect(publicKeyText(own).split('\n')[0]).toBe(
    `untrusted comment: minisign public key ${shownKeyId(own.id)}`,
  );
});

test('the hash is BLAKE2b-512, as OpenSSL computes it', () => {
  for (const length of [0, 1, 127, 128, 129, 5000]) {
    const bytes = new Uint8Array(length).map((_, index) => index % 251);

    expect(Buffer.from(prehash(bytes)).toString('hex')).toBe(
      createHash('blake2b512').update(bytes).digest('hex'),
    );
  }
});

function keyOf(fill: number): string {
  return publicKeyText(minisignKey(new Uint8Array(32).fill(fill)));
}

function forged(): string {
  const id = readPublicKey(key)?.id ?? new Uint8Array(8);
  return publicKeyText({ id, publicKey: readPublicKey(keyOf(7))?.publicKey ?? new Uint8Array(32) });
}
