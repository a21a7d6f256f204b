import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { EncodingName } from '../../../functions/validate/decode/encoding.ts';
import { bytesOf } from '../../support/builders.ts';
import { cyrillic, decode, utf16 } from './support.ts';

const russian = 'участок,голоса\nКостанай,12\n';

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
