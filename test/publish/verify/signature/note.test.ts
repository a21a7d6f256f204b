import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../../functions/publish/verify/bytes.ts';
import {
  checkpointText,
  isNoteName,
  noteKeyId,
  noteText,
  readCheckpoint,
  verifyCheckpoint,
  verifyNote,
} from '../../../../functions/publish/verify/signature/note.ts';

// The example of golang.org/x/mod/sumdb/note.
const verifier = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const signatureLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const note = `${text}\n${signatureLine}`;
const publicKey = (fromBase64(verifier.split('+').slice(2).join('+')) ?? new Uint8Array()).slice(1);
const key = { name: 'PeterNeumann', publicKey };

describe('the note of another implementation', () => {
  test('holds, and gives its text', async () => {
    expect(await verifyNote(note, key)).toEqual({ holds: true, text });
  });

  test('is signed by the key id that its verifier key states', () => {
    expect(Buffer.from(noteKeyId(key)).toString('hex')).toBe('c74f20a3');
  });

  test('holds beside signatures of others', async () => {
    const line = `— Another ${toBase64(new Uint8Array(68).fill(1))}\n— Long ${toBase64(new Uint8Array(3000))}\n`;

    expect(await verifyNote(`${note}${line}`, key)).toMatchObject({ holds: true });
    expect(await verifyNote(`${text}\n${line}${signatureLine}`, key)).toMatchObject({ holds: true });
  });

  test.each([
    ['another text', note.replace('problem is', 'problem was'), key, /does not fit/],
    ['a second signature that does not fit', `${note}${tampered(signatureLine)}`, key, /does not fit/],
    ['another name', note, { ...key, name: 'Peter' }, /no signature by Peter/],
    ['another key', note, { ...key, publicKey: new Uint8Array(32).fill(9) }, /no signature by/],
    ['no signature', `${text}\n`, key, /no signed note/],
    ['no line end', note.slice(0, -1), key, /no signed note/],
    ['lines that are no signatures', `${note}hello\n`, key, /no signed note/],
    ['thousands of signatures', `${text}\n${signatureLine.repeat(1000)}`, key, /no signed note/],
  ])('does not hold with %s', async (_, changed, by, reason) => {
    expect(await verifyNote(changed, by)).toEqual({ holds: false, reason: expect.stringMatching(reason) });
  });
});

describe('a checkpoint', () => {
  const example =
    'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
    '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';

  test('is read as the specification shows it, and written the same', () => {
    const checkpoint = readCheckpoint(example);

    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 });
    expect(checkpoint && example.startsWith(`${checkpointText(checkpoint)}\n`)).toBe(true);
  });

  test.each([
    ['leading zeros', example.replace('20852163', '020852163')],
    ['a negative size', example.replace('20852163', '-1')],
    ['a size beyond exact numbers', example.replace('20852163', '9999999999999999')],
    ['a root of another length', example.replace(/\n.*=\n/, '\nCsUYapGG\n')],
    ['no origin', example.replace('example.com/behind-the-sofa\n2', '\n2')],
  ])('is none with %s', (_, changed) => {
    expect(readCheckpoint(changed)).toBeNull();
  });

  test('does not hold under another key', async () => {
    expect(await verifyCheckpoint(example, publicKey)).toMatchObject({ holds: false });
    expect(await verifyCheckpoint('nothing', publicKey)).toMatchObject({ holds: false });
  });
});

test.each(['', 'two words', 'a+b', 'tab\there', 'line\nbreak', '\u2003wide'])('%j is no name', (name) => {
  expect(isNoteName(name)).toBe(false);
});

test('a note is written as it is read', async () => {
  const bytes = fromBase64(signatureLine.split(' ')[2]?.trim() ?? '') ?? new Uint8Array();

  expect(noteText(text, key, bytes.slice(4))).toBe(note);
});

function tampered(line: string): string {
  return line.replace('x08go/Z', 'x08go/a');
}
