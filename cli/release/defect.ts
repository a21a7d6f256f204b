/** A place where a release is not as it should be. */
export interface Difference {
  /** Path within the release, or the pointer beside it, as `allocation/list.json`. */
  readonly file: string;
  /** `row 12, column count` of a table, a JSON pointer of a document, `line 3` of a text; empty for the file as a whole. */
  readonly at: string;
  readonly expected: string;
  readonly found: string;
}

/** A file of a release that cannot be read for what it should be: it is missing, malformed, too large, or speaks of what is not there. */
export class ReleaseDefect extends Error {
  readonly difference: Difference;

  constructor(difference: Difference) {
    super(differenceText(difference));
    this.name = 'ReleaseDefect';
    this.difference = difference;
  }
}

/** A difference as one line: `totals.csv row 3, column count: expected 700, found 701`. */
export function differenceText({ file, at, expected, found }: Difference): string {
  return `${at === '' ? file : `${file} ${at}`}: expected ${expected}, found ${found}`;
}

/** A value as a line shows it: numbers and short texts whole, anything larger by its kind. Hostile files hold values of any size. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
