/** A language whose alphabet is known. */
export type AlphabetLanguage = keyof typeof alphabets;

/**
 * What a name is compared by: for each of its words the places of its letters in the alphabet. Null where a letter is not of the alphabet: then
 * nobody can say where the name stands. Capitals, hyphens, apostrophes and full stops do not count.
 */
export function collationKey(name: string, language: AlphabetLanguage): Collation | null {
  const places = placesOf[language];
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => [...word.replace(ignored, '')].map((letter) => places.get(letter) ?? -1))
    .filter((word) => word.length > 0);
  return words.length === 0 || words.flat().includes(-1) ? null : words;
}

/** The words of a name, each letter by its place in the alphabet. */
export type Collation = readonly (readonly number[])[];

/** Word by word, letter by letter; a word or a name comes before a longer one that begins with it. Zero: nothing tells the two apart. */
export function compareCollation(a: Collation, b: Collation): number {
  return compareLists(a, b, (one, other) => compareLists(one, other, (left, right) => left - right));
}

function compareLists<Item>(
  a: readonly Item[],
  b: readonly Item[],
  compareItems: (one: Item, other: Item) => number,
): number {
  for (const [index, item] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const difference = compareItems(item, other);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/**
 * The alphabets by ISO 639 code, as the languages teach them. Written out, because the tables of Intl.Collator change with the version of ICU and
 * the same votes must seat the same persons on every machine. Kazakh: the Cyrillic alphabet of 42 letters in use by law.
 */
const alphabets = {
  en: 'abcdefghijklmnopqrstuvwxyz',
  kk: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
} as const;

const placesOf: Readonly<Record<AlphabetLanguage, ReadonlyMap<string, number>>> = {
  en: places(alphabets.en),
  kk: places(alphabets.kk),
  ru: places(alphabets.ru),
};

function places(alphabet: string): ReadonlyMap<string, number> {
  return new Map([...alphabet].map((letter, place) => [letter, place]));
}

const ignored = /[-‐‑–'’ʼ.]/gu;
