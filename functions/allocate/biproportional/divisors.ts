import { add, compare, divide, type Fraction, fraction, multiply } from '../../model/fraction.ts';
import { plainNumber } from './plain-number.ts';
import type { Solution } from './solve.ts';
import type { Matrix } from './transfer.ts';

/** The divisors of a solution. */
export type Divisors = Pick<Solution, 'rowDivisors' | 'columnDivisors'>;

/**
 * Divisors with few digits that prove the same distribution. One after the other is put at a plain number between the bounds that the others
 * leave it; that frees those beside it, so after as many rounds as there are rows and columns nothing is left on a bound but ties.
 */
export function plainDivisors(matrix: Matrix, solution: Solution): Divisors {
  const rowDivisors = [...solution.rowDivisors];
  const columnDivisors = [...solution.columnDivisors];
  const rounds = Math.min(matrix.rows.length + matrix.columns.length, mostRounds);
  for (let round = 0; round < rounds; round += 1) {
    const before = [...rowDivisors, ...columnDivisors];
    for (const row of rowDivisors.keys())
      rowDivisors[row] = plainBetween(matrix.columns.keys(), (column) => ({
        votes: matrix.votes[row]?.[column] ?? 0n,
        seats: solution.cells[row]?.[column] ?? 0,
        other: columnDivisors[column] ?? fraction(1n),
      }));
    for (const column of columnDivisors.keys())
      columnDivisors[column] = plainBetween(matrix.rows.keys(), (row) => ({
        votes: matrix.votes[row]?.[column] ?? 0n,
        seats: solution.cells[row]?.[column] ?? 0,
        other: rowDivisors[row] ?? fraction(1n),
      }));
    const after = [...rowDivisors, ...columnDivisors];
    if (after.every((value, index) => compare(value, before[index] ?? value) === 0)) break;
  }
  return { rowDivisors, columnDivisors };
}

/** Divisors are shown, they decide nothing: where more rounds would be needed they stay less plain. */
const mostRounds = 40;

/** Whether each cell is its votes divided by both divisors and rounded, half a seat either way: then the distribution is what the law asks for. */
export function isProof(
  { votes }: Matrix,
  cells: Solution['cells'],
  { rowDivisors, columnDivisors }: Divisors,
): boolean {
  return votes.every((line, row) =>
    line.every((own, column) => {
      const seats = BigInt(cells[row]?.[column] ?? 0);
      const quotient = quotientOf(own, rowDivisors[row], columnDivisors[column]);
      return (
        compare(quotient, fraction(2n * seats - 1n, 2n)) >= 0 &&
        compare(quotient, fraction(2n * seats + 1n, 2n)) <= 0 &&
        (own > 0n || seats === 0n)
      );
    }),
  );
}

/** Votes divided by the divisors of their row and column. */
export function quotientOf(votes: bigint, row: Fraction | undefined, column: Fraction | undefined): Fraction {
  return divide(fraction(votes), multiply(row ?? fraction(1n), column ?? fraction(1n)));
}

interface Cell {
  readonly votes: bigint;
  readonly seats: number;
  readonly other: Fraction;
}

/** A plain divisor between the bounds of its cells: `votes / other / (seats + ½)` and `votes / other / (seats − ½)`. */
function plainBetween(keys: Iterable<number>, cellAt: (key: number) => Cell): Fraction {
  let least = fraction(0n);
  let greatest: Fraction | null = null;
  for (const key of keys) {
    const { votes, seats, other } = cellAt(key);
    if (votes === 0n) continue;
    const own = divide(fraction(votes), other);
    const low = divide(own, add(fraction(BigInt(seats)), half));
    if (compare(low, least) > 0) least = low;
    if (seats === 0) continue;
    const high = divide(own, add(fraction(BigInt(seats - 1)), half));
    if (greatest === null || compare(high, greatest) < 0) greatest = high;
  }
  return plainNumber(least, greatest);
}

const half = fraction(1n, 2n);
