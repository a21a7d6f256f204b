/**
 * The text with Latin letters in place of the Cyrillic ones that cannot be told from them by eye (Unicode Technical Standard #39, "skeleton", for these two
 * scripts).
 */
export function skeleton(text: string): string {
  return cyrillic.test(text) ? [...text].map((letter) => latin.get(letter) ?? letter).join('') : text;
}

/**
 * The id with what is easily mistyped put aside: case, spaces, the kind of dash, leading zeros, letters that look alike, and how it is encoded (composed or
 * not, of full width or not: NFKC). */
export function foldedId(id: string): string {
  return skeleton(id.normalize('NFKC').toUpperCase())
    .replace(/\s+/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/^0+(?=.)/, '');
}

const cyrillic = /[\u0400-\u04ff]/;

const latin = new Map(
  [...'АВЕКМНОРСТУХІЈЅҺҮаеорсухіјѕһ'].map((letter, index) => [
    letter,
    'ABEKMHOPCTYXIJSHYaeopcyxijsh'[index] ?? letter,
  ]),
);
