/** Tells the Windows code pages apart by their letters. */
export interface LetterSieve {
  push(piece: Uint8Array): void;
  /** The code page; null when the letters do not tell. */
  verdict(languages: readonly string[]): 'windows-1251' | 'windows-1252' | 'windows-1257' | null;
}

/**
 * Cyrillic words consist of bytes from 0xC0 on, so such a byte mostly has another beside it; in Latin script letters with accents stand
 * alone among ASCII letters. Windows-1252 and 1257 share their places, but not the letters that are frequent.
 */
export function letterSieve(): LetterSieve {
  const counts = new Uint32Array(256);
  let together = 0;
  let mixed = 0;
  let last = 0;
  let seen = 0;
  return {
    push(piece) {
      if (seen > enough) return;
      seen += piece.length;
      for (const byte of piece) {
        counts[byte] = (counts[byte] ?? 0) + 1;
        if (byte >= 0xc0 && last >= 0xc0) together += 1;
        else if ((byte >= 0xc0 && isAscii(last)) || (isAscii(byte) && last >= 0xc0)) mixed += 1;
        last = byte;
      }
    },
    verdict(languages) {
      if (together > mixed) return 'windows-1251';
      if (together + mixed === 0 && languages.some(isCyrillic)) return 'windows-1251';
      // Only spaces, quotes and dashes, which all of them have in the same places.
      if (!counts.subarray(0xc0).some((count) => count > 0) && !hasAny(counts, baltic.marks))
        return 'windows-1252';
      if (languages.some((language) => baltic.languages.has(language))) return 'windows-1257';
      return latinPage(counts, languages);
    },
  };
}

// A megabyte of names is enough to tell.
const enough = 1_048_576;

const baltic = {
  languages: new Set(['lt', 'lv', 'et']),
  // Letters of Windows-1257 outside the letters' range: Ø Ŗ Æ ø ŗ æ.
  marks: [0xa8, 0xaa, 0xaf, 0xb8, 0xba, 0xbf],
  // š Š ž Ž ų į ė ņ ķ ģ: in Windows-1252 ð Ð þ Þ, or letters rare beside them.
  frequent: [0xf0, 0xd0, 0xfe, 0xde],
} as const;

// Only Icelandic and Faroese have ð and þ, where Windows-1257 has š and ž.
const icelandic = new Set(['is', 'fo']);

function latinPage(
  counts: Uint32Array,
  languages: readonly string[],
): 'windows-1252' | 'windows-1257' | null {
  if (languages.some((language) => icelandic.has(language))) return 'windows-1252';
  if (hasAny(counts, baltic.frequent)) return 'windows-1257';
  return languages.some((language) => western.has(language)) ? 'windows-1252' : null;
}

// Languages whose letters Windows-1252 has.
const western = new Set(
  'en fr de es pt it nl sv nb nn no da fi is fo ga gd cy ca eu gl sq af id ms sw rm lb oc br'.split(' '),
);

function isCyrillic(language: string): boolean {
  return ['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'kk', 'ky', 'tg', 'mn'].includes(language);
}

function hasAny(counts: Uint32Array, bytes: readonly number[]): boolean {
  return bytes.some((byte) => (counts[byte] ?? 0) > 0);
}

function isAscii(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
