import { compare, fraction, multiply } from '../../model/fraction.ts';
import { type Divisors, quotientOf } from './divisors.ts';
import type { Solution } from './solve.ts';
import type { Matrix } from './transfer.ts';

/**
 * Rows and columns among which seats could change hands with the law still satisfied; none where the distribution is the only one. Another
 * distribution is a circle of moves that costs nothing, and each move of it starts or ends at a quotient exactly on a half. So columns and
 * rows that nothing leads to, or that lead nowhere, are struck off again and again; what remains holds the circles.
 */
export function undecided(matrix: Matrix, cells: Solution['cells'], divisors: Divisors) {
  const size = matrix.rows.length;
  const left = new Set([...matrix.rows, ...matrix.columns].keys());
  const moves = freeMoves(matrix, cells, divisors);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const node of left) {
      const out = moves.some(({ from, to }) => from === node && left.has(to));
      const into = moves.some(({ from, to }) => to === node && left.has(from));
      if (!out || !into) left.delete(node);
    }
  }
  const nodes = [...left];
  return {
    rows: nodes.filter((node) => node < size),
    columns: nodes.filter((node) => node >= size).map((node) => node - size),
  };
}

interface Move {
  readonly from: number;
  readonly to: number;
}

/** Moves that cost nothing: a column gives up a seat whose quotient is just the half below, a row gives one for the half above. */
function freeMoves({ votes, rows }: Matrix, cells: Solution['cells'], divisors: Divisors): Move[] {
  return votes.flatMap((line, row) =>
    line.flatMap((own, index): Move[] => {
      if (own === 0n) return [];
      const quotient = quotientOf(own, divisors.rowDivisors[row], divisors.columnDivisors[index]);
      const twice = multiply(quotient, fraction(2n));
      const seats = BigInt(cells[row]?.[index] ?? 0);
      const column = rows.length + index;
      if (compare(twice, fraction(2n * seats - 1n)) === 0) return [{ from: column, to: row }];
      if (compare(twice, fraction(2n * seats + 1n)) === 0) return [{ from: row, to: column }];
      return [];
    }),
  );
}
