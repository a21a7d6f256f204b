import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../functions/validate/decode/inspect.ts';
import { decodedText } from '../../../functions/validate/decode/text.ts';
import { bytesOf } from '../../support/builders.ts';

const cyrillic = 'участок,голоса\nҚостанай,12\n';
const russian = 'участок,голоса\nКостанай,12\n';

async function decode(bytes: Uint8Array, { name = 'a.csv', size = 1, limit = 1_000_000 } = {}) {
  const source = {
    name,
    async *open() {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    },
  };
  const { text, ...raw } = await inspect(source, limit);
  if ('code' in text) return { ...raw, ...text };
  let whole = '';
  for await (const piece of decodedText(source, text.encoding)) whole += piece;
  return { ...raw, encoding: text.encoding.name, text: whole };
}

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

const windows1251 = (text: string) =>
  Uint8Array.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );

describe('the encoding of a file is found, and characters never break between pieces', () => {
  test.each([
    ['UTF-8', bytesOf(cyrillic), 'utf-8', cyrillic],
    ['UTF-8 with a byte order mark', bytesOf(`\ufeff${cyrillic}`), 'utf-8', cyrillic],
    ['UTF-16, little end first', utf16(cyrillic, false), 'utf-16le', cyrillic],
    ['UTF-16, big end first', utf16(cyrillic, true), 'utf-16be', cyrillic],
    ['Windows-1251', windows1251(russian), 'windows-1251', russian],
    ['ASCII', bytesOf('a,b\n'), 'utf-8', 'a,b\n'],
  ])('%s', async (_name, bytes, encoding, text) => {
    for (const size of [1, 2, 3, 7, 1000])
      expect(await decode(bytes, { size })).toMatchObject({ encoding, text, bytes: bytes.length });
  });

  test('compressed', async () => {
    const bytes = gzipSync(bytesOf(cyrillic));

    const found = await decode(bytes, { name: 'a.csv.GZ' });

    expect(found).toMatchObject({ text: cyrillic, bytes: bytes.length });
  });
});

describe('a file is refused, with the reason and the hash of all its bytes', () => {
  test.each([
    ['empty', new Uint8Array(), 'a.csv', 'file-empty'],
    ['only a byte order mark', bytesOf('\ufeff'), 'a.csv', 'file-empty'],
    ['NUL bytes', bytesOf('a\0b'), 'a.csv', 'file-undecodable'],
    ['UTF-16 without a mark', Buffer.from('a,b\n', 'utf16le'), 'a.csv', 'file-undecodable'],
    ['a broken .gz', gzipSync(bytesOf(cyrillic)).subarray(0, 20), 'a.csv.gz', 'file-undecodable'],
    ['no .gz at all', bytesOf('a,b\n'), 'a.csv.gz', 'file-undecodable'],
    ['.gz without the name', gzipSync(bytesOf(cyrillic)), 'a.csv', 'file-undecodable'],
    ['a workbook', bytesOf('PK\u0003\u0004abc'), 'a.csv', 'file-undecodable'],
    [
      'a UTF-8 mark before other bytes',
      Uint8Array.from([0xef, 0xbb, 0xbf, 0xc0, 0xc1]),
      'a.csv',
      'file-undecodable',
    ],
  ])('%s', async (_name, bytes, name, code) => {
    const found = await decode(bytes, { name });

    expect(found).toMatchObject({
      code,
      bytes: bytes.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('a decompression bomb, without unpacking it', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a'));

    const found = await decode(bomb, { name: 'a.csv.gz', size: 1000, limit: 100_000 });

    expect(found).toMatchObject({
      code: 'file-too-large',
      limit: 100_000,
      bytes: bomb.length,
    });
  });

  test('a fault of the storage is no fault of the file', async () => {
    const source = {
      name: 'a.csv.gz',
      async *open() {
        yield gzipSync(bytesOf(cyrillic)).subarray(0, 10);
        throw new Error('connection reset');
      },
    };

    await expect(inspect(source, 1000)).rejects.toThrow('connection reset');
  });

  test('half a character of UTF-16 at the end', async () => {
    const bytes = utf16('ab', false).subarray(0, 5);

    await expect(decode(bytes)).rejects.toMatchObject({ name: 'NotInEncoding' });
  });
});
