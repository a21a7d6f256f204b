/** What is wrong with a cell that should hold a count. */
export type CountProblem = 'count-not-whole' | 'count-too-large';

/**
 * A count as files write it: digits, or groups of three set apart by a space, also a no-break, thin or narrow no-break one. From 0 to 2^53 − 1;
 * no sign, no decimals. The cell is trimmed and not empty.
 */
export function parseCount(cell: string): number | CountProblem {
  const few = fewDigits(cell);
  if (few !== -1) return few;
  const digits = /^[0-9]+$/.test(cell);
  if (!digits && !/^[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+$/.test(cell)) return 'count-not-whole';
  const count = Number(digits ? cell : cell.replace(/[^0-9]/g, ''));
  return count <= Number.MAX_SAFE_INTEGER ? count : 'count-too-large';
}

/** The number of at most nine digits, −1 for anything else: nearly every cell of a million is one, and needs no pattern. */
function fewDigits(cell: string): number {
  if (cell.length > 9 || cell.length === 0) return -1;
  let count = 0;
  for (let at = 0; at < cell.length; at += 1) {
    const digit = cell.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    count = count * 10 + digit;
  }
  return count;
}
