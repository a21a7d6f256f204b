import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { EncodingHint, EncodingName } from '../../../functions/validate/decode/encoding.ts';
import { inspect } from '../../../functions/validate/decode/inspect.ts';
import { decodedText } from '../../../functions/validate/decode/text.ts';
import { bytesOf } from '../../support/builders.ts';
import { workbookOf } from '../../support/workbook.ts';
import { zipOf } from '../../support/zip.ts';

const cyrillic = 'участок,голоса\nҚостанай,12\n';
const russian = 'участок,голоса\nКостанай,12\n';

interface Setting {
  readonly name?: string;
  readonly size?: number;
  readonly limit?: number;
  readonly hint?: EncodingHint;
}

async function decode(
  bytes: Uint8Array,
  { name = 'a.csv', size = 1, limit = 1_000_000, hint }: Setting = {},
) {
  const source = {
    name,
    async *open() {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    },
  };
  const { content, ...raw } = await inspect(source, limit, hint);
  if ('code' in content) return { ...raw, ...content };
  if (content.form === 'workbook') return { ...raw, names: content.archive.names };
  let whole = '';
  for await (const piece of decodedText(content, content.encoding)) whole += piece;
  return { ...raw, encoding: content.encoding.name, text: whole };
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

const codePage = (name: string) => {
  const letters = Array.from({ length: 256 }, (_, byte) => new TextDecoder(name).decode(Uint8Array.of(byte)));
  return (text: string) => Uint8Array.from([...text].map((letter) => letters.indexOf(letter)));
};
const windows1252 = codePage('windows-1252');
const windows1257 = codePage('windows-1257');

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

  test.each([
    ['little end first', (text: string) => Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['big end first', (text: string) => Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
  ])('UTF-16 without a mark, %s', async (_name, write, encoding) => {
    const text = `${cyrillic}Šiaulių,5\nĀbols,თბილისი\n`;
    const bytes = write(text);

    for (const size of [1, 3, 1000]) expect(await decode(bytes, { size })).toMatchObject({ encoding, text });
  });

  test.each([
    ['Lithuanian', 'apylinkė;balsai\nŠiaulių;12\nŽirmūnų;7\n', windows1257, [], 'windows-1257'],
    [
      'Lithuanian without š and ž, told by the languages',
      'Kauno ą;1\n',
      windows1257,
      ['en', 'lt'],
      'windows-1257',
    ],
    ['German', 'Wahlbezirk;Stimmen\nKöln Süd;12\nGroß;7\n', windows1252, ['de'], 'windows-1252'],
    ['Icelandic', 'Kjördæmi;Suðurþing\n', windows1252, ['is'], 'windows-1252'],
    ['only no-break spaces', 'station;votes\nst1;1\u00a0234\n', windows1252, [], 'windows-1252'],
    ['a single Cyrillic letter, told by the languages', 'А;1\n', windows1251, ['ru'], 'windows-1251'],
  ])('a code page: %s', async (_name, text, write, languages, encoding) => {
    expect(await decode(write(text), { hint: { languages } })).toMatchObject({ encoding, text });
  });

  test('the encoding that the definition names, also against what the letters seem to say', async () => {
    const named = (name: EncodingName, bytes: Uint8Array) => decode(bytes, { hint: { named: name } });

    expect(await named('windows-1252', windows1251('А'))).toMatchObject({ text: 'À' });
    expect(await named('utf-16le', Buffer.from('ა', 'utf16le'))).toMatchObject({ text: 'ა' });
    expect(await named('utf-8', windows1251(russian))).toMatchObject({ code: 'file-undecodable' });
    expect(await named('windows-1251', utf16('a', true))).toMatchObject({
      reason: expect.stringContaining('mark of UTF-16BE'),
    });
  });

  test('letters that fit two code pages are refused rather than guessed', async () => {
    const found = await decode(windows1252('Québec;1\n'), { hint: { languages: ['zz'] } });

    expect(found).toMatchObject({ code: 'file-undecodable', reason: expect.stringContaining('`encoding`') });
  });

  test('compressed', async () => {
    const bytes = gzipSync(bytesOf(cyrillic));

    const found = await decode(bytes, { name: 'a.csv.GZ' });

    expect(found).toMatchObject({ text: cyrillic, bytes: bytes.length });
  });
});

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
