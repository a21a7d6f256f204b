import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../functions/validate/decode/inspect.ts';
import { bytesOf } from '../../support/builders.ts';
import { workbookOf } from '../../support/workbook.ts';
import { zipOf } from '../../support/zip.ts';
import { cyrillic, decode, utf16 } from './support.ts';

describe('an archive with one table', () => {
  test('gives its text, in any encoding, and passes over what systems add', async () => {
    const bytes = zipOf([
      { name: '__MACOSX/._a.csv', content: 'x' },
      { name: '.DS_Store', content: 'x' },
      { name: 'folder/', content: '' },
      { name: 'folder/дауыс.TSV', content: utf16(cyrillic, true) },
    ]);

    const found = await decode(bytes, { name: 'a.csv.zip', size: 100 });

    expect(found).toMatchObject({ encoding: 'utf-16be', text: cyrillic, bytes: bytes.length });
  });

  test('may hold a workbook', async () => {
    const workbook = workbookOf([{ name: 'A', rows: [['station']] }]);

    const found = await decode(zipOf([{ name: 'a.xlsx', content: workbook }]), {
      name: 'a.xlsx.zip',
      size: 500,
    });

    expect(found).toMatchObject({ names: expect.arrayContaining(['xl/workbook.xml']) });
  });

  test.each([
    ['no file', []],
    ['two', ['a.csv', 'b.csv']],
    ['something else', ['a.pdf']],
    ['another archive', ['a.csv.zip']],
  ])('holds %s: refused', async (_name, names) => {
    const bytes = zipOf(names.map((name) => ({ name, content: 'a,b\n1,2\n' })));

    const found = await decode(bytes, { name: 'a.csv.zip', size: 100 });

    expect(found).toMatchObject({ code: 'archive-not-one-table', count: names.length });
  });

  test.each([
    ['damaged', (bytes: Uint8Array) => bytes.fill(0x41, 40, 60), 'damaged'],
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, -30), 'no sound ZIP'],
    [
      'with more bytes than it says',
      () => zipOf([{ name: 'a.csv', content: 'a,b\n1,2\n', size: 3 }]),
      'damaged',
    ],
    [
      'with a name twice',
      () =>
        zipOf([
          { name: 'a.csv', content: '1' },
          { name: 'a.csv', content: '2' },
        ]),
      'twice',
    ],
    [
      'with a thousand files',
      () => zipOf(Array.from({ length: 1001 }, (_, index) => ({ name: `${index}.csv`, content: '' }))),
      'more than 1000',
    ],
    ['whose file climbs', () => zipOf([{ name: '../a.csv', content: '1' }]), 'invalid relative path'],
  ])('is %s: refused', async (_name, harm, reason) => {
    const bytes = harm(zipOf([{ name: 'a.csv', content: cyrillic.repeat(20) }]));

    const found = await decode(bytes, { name: 'a.csv.zip', size: 1000 });

    expect(found).toMatchObject({ code: 'file-undecodable', reason: expect.stringContaining(reason) });
  });
});

describe('a file is refused, with the reason and the hash of all its bytes', () => {
  test.each([
    ['empty', new Uint8Array(), 'a.csv', 'file-empty'],
    ['only a byte order mark', bytesOf('\ufeff'), 'a.csv', 'file-empty'],
    ['NUL bytes', bytesOf('a\0b'), 'a.csv', 'file-undecodable'],
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

  test('a ten gigabyte archive bomb, at once', async () => {
    const bomb = zipOf([{ name: 'a.csv', content: 'a'.repeat(1000), size: 0xfffffff0 }]);
    const nested = zipOf([{ name: 'a.csv', content: Buffer.alloc(64 * 1024 * 1024, 'a') }]);

    const told = await decode(bomb, { name: 'a.csv.zip', size: 1000 });
    const large = await decode(nested, { name: 'a.csv.zip', size: 1000, limit: 100_000 });

    expect(told).toMatchObject({ code: 'file-too-large', limit: 1_000_000, bytes: bomb.length });
    expect(large).toMatchObject({ code: 'file-too-large', limit: 100_000, bytes: nested.length });
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

    await expect(decode(bytes)).rejects.toMatchObject({ problem: { code: 'file-undecodable' } });
  });
});
