/** What stands in the tiles of a map, in the order of the areas. */
export interface Labels {
  /** Where the tiles are wide enough for every word of every name. */
  readonly names: readonly string[];
  /** Two or three letters where they are not: no word is broken, and none is cut off. */
  readonly codes: readonly string[];
  /** Letters of the longest word of the names: by it the style knows which of the two has room. */
  readonly longest: number;
  /** And of the longest code, by which the letters of all of them are made small enough. */
  readonly longestCode: number;
}

/** The labels of areas by their names. */
export function labelsOf(names: readonly string[]): Labels {
  const short = shortNames(names);
  const codes = codesOf(short);
  return {
    names: short,
    codes,
    longest: longestOf(short.flatMap((name) => name.split(/(?<=-)|\s/))),
    longestCode: longestOf(codes),
  };
}

function longestOf(words: readonly string[]): number {
  return Math.max(1, ...words.map((word) => [...word].length));
}

/** Initials of a name of several words, else its first three letters; more of those that would be the same, until they differ. */
function codesOf(names: readonly string[]): string[] {
  const codes = names.map(codeOf);
  return codes.map((code, place) => {
    const name = names[place] ?? code;
    const others = names.filter((_name, other) => other !== place && codes[other] === code);
    return others.length === 0 ? code : beginning(name, others);
  });
}

function codeOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  if (words.length < 2) return [...name].slice(0, 3).join('');
  return words.map((word) => [...word][0]?.toUpperCase() ?? '').join('');
}

/** As much of a name as none of the others begins with; all of it where there is no such beginning. */
function beginning(name: string, others: readonly string[]): string {
  const letters = [...name];
  const beginnings = letters.map((_letter, place) => letters.slice(0, place + 1).join(''));
  return (
    beginnings.find((start, place) => place > 2 && others.every((other) => !other.startsWith(start))) ?? name
  );
}

/**
 * Names short enough for a tile: without the words that most of them share (`Region`) and, beside a proper name, those that are written small (`город`, `облысы`).
 * Names that would become the same stay whole, as does one that would be left empty.
 */
export function shortNames(names: readonly string[]): string[] {
  const uses = Map.groupBy(
    names.flatMap((name) => [...new Set(name.split(' '))]),
    (word) => word,
  );
  const isCommon = (word: string) => names.length > 3 && (uses.get(word)?.length ?? 0) * 3 > names.length;
  const short = names.map((name) => {
    const own = name.split(' ').filter((word) => !isCommon(word));
    const proper = own.filter((word) => word[0] !== word[0]?.toLowerCase());
    return (proper.length > 0 ? proper : own).join(' ') || name;
  });
  const taken = Map.groupBy(short, (name) => name);
  return short.map((name, place) => ((taken.get(name)?.length ?? 0) > 1 ? (names[place] ?? name) : name));
}
