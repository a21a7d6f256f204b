/** What a reader of a setting gives when the value is not one it takes: distinct from every value, `undefined` included. */
export const refused: unique symbol = Symbol('refused');

/** The kinds of settings: each says in words what it takes, and reads a context value (`-c key=value` gives text). */
export interface Kind<T> {
  readonly takes: string;
  readonly read: (value: unknown) => T | typeof refused;
}

/**
 * One of a few words.
 *
 * @example choice('retain', 'destroy')
 */
export function choice<const W extends string>(...words: readonly W[]): Kind<W> {
  return {
    takes: words.map((word) => `"${word}"`).join(' or '),
    read: (value) => words.find((word) => word === value) ?? refused,
  };
}

/** Text that a pattern of ours accepts whole; `takes` says the pattern in words. */
export function text(takes: string, pattern: RegExp): Kind<string> {
  return { takes, read: (value) => (typeof value === 'string' && pattern.test(value) ? value : refused) };
}

/** A whole number in the bounds, ends included, as a number or as digits. */
export function whole(min: number, max: number): Kind<number> {
  return {
    takes: `a whole number from ${min} to ${max}`,
    read: (value) => {
      const number = toNumber(value);
      return Number.isInteger(number) && number >= min && number <= max ? number : refused;
    },
  };
}

/** One of a list of numbers, as a number or as digits. */
export function oneOf(numbers: readonly number[]): Kind<number> {
  return {
    takes: `one of ${numbers.join(', ')}`,
    read: (value) => numbers.find((number) => number === toNumber(value)) ?? refused,
  };
}

/** The word `"keep"`, or what another kind takes. */
export function keepOr<T>(kind: Kind<T>): Kind<T | 'keep'> {
  return {
    takes: `"keep" or ${kind.takes}`,
    read: (value) => (value === 'keep' ? 'keep' : kind.read(value)),
  };
}

/** What another kind takes, or nothing: `""`, `null` and an absent key all read as `undefined`. */
export function optional<T>(kind: Kind<T>): Kind<T | undefined> {
  return {
    takes: `"" (none) or ${kind.takes}`,
    read: (value) => (value === '' || value === null || value === undefined ? undefined : kind.read(value)),
  };
}

/** A list with at least one item: an array, or text with commas as `-c` gives it. */
export function list<T>(takes: string, kind: Kind<T>): Kind<readonly T[]> {
  return {
    takes,
    read: (value) => {
      const items: readonly unknown[] = Array.isArray(value) ? value : String(value).split(',');
      const read = items.flatMap((item) => {
        const one = kind.read(typeof item === 'string' ? item.trim() : item);
        return one === refused ? [] : [one];
      });
      return read.length === items.length && read.length > 0 ? read : refused;
    },
  };
}

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
}
