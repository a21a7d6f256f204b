import { compare, divide, type Fraction, fraction } from '../../model/fraction.ts';
import { standardRounding } from './standard-rounding.ts';
import { type Cells, cheapestWays, type Matrix, moveSeat, type Node } from './transfer.ts';

/** Seats by row and column that meet both sums, with divisors that prove them. */
export interface Solution {
  readonly cells: readonly (readonly number[])[];
  /** Each cell is its votes divided by both divisors, rounded to the nearest whole number (at a half, either). */
  readonly rowDivisors: readonly Fraction[];
  readonly columnDivisors: readonly Fraction[];
  readonly transfers: number;
}

/**
 * Solves the lower apportionment exactly, or gives null where no distribution meets both sums, since lists have no votes where seats are. Each
 * row is rounded by itself, which is optimal for the column sums it gives; then seats move, one at a time and along a cheapest way, from
 * columns with too many to columns with too few (Pukelsheim, Proportional Representation, ch. 15: tie-and-transfer).
 */
export function solve(matrix: Matrix): Solution | null {
  const cells = startingCells(matrix);
  if (!cells) return null;
  let transfers = 0;
  for (;;) {
    const surplus = matrix.columns.map((target, column) => sumOf(cells, column) - target);
    const givers = nodes('column', surplus, (value) => value > 0);
    if (givers.length === 0) return { cells, ...divisorsOf(matrix, cells), transfers };
    const reach = cheapestWays(matrix, cells, givers);
    const takers = nodes('column', surplus, (value) => value < 0);
    const nearest = takers.reduce<Cost | null>(
      (best, { index }) => nearer(best, reach.columns[index]?.cost, index),
      null,
    );
    if (!nearest) return null;
    moveSeat(cells, reach, nearest.column);
    transfers += 1;
  }
}

function startingCells({ votes, rows }: Matrix): Cells | null {
  const cells: Cells = [];
  for (const [index, line] of votes.entries()) {
    if (line.every((own) => own === 0n)) return null;
    const { seats } = standardRounding(
      line.map((own) => fraction(own)),
      rows[index] ?? 0,
    );
    cells.push([...seats]);
  }
  return cells;
}

function sumOf(cells: Cells, column: number): number {
  return cells.reduce((sum, line) => sum + (line[column] ?? 0), 0);
}

function nodes(kind: Node['kind'], values: readonly number[], included: (value: number) => boolean): Node[] {
  return values.flatMap((value, index) => (included(value) ? [{ kind, index }] : []));
}

interface Cost {
  readonly column: number;
  readonly cost: Fraction;
}

function nearer(best: Cost | null, cost: Fraction | undefined, column: number): Cost | null {
  if (!cost || (best && compare(best.cost, cost) <= 0)) return best;
  return { column, cost };
}

/** The costs to reach every row and column from anywhere are divisors: of a row its cost, of a column the inverse. */
function divisorsOf(matrix: Matrix, cells: Cells): Pick<Solution, 'rowDivisors' | 'columnDivisors'> {
  const everywhere = [
    ...nodes('row', matrix.rows, () => true),
    ...nodes('column', matrix.columns, () => true),
  ];
  const { rows, columns } = cheapestWays(matrix, cells, everywhere);
  const one = fraction(1n);
  const unit = columns[0]?.cost ?? one;
  return {
    rowDivisors: rows.map((step) => divide(step?.cost ?? one, unit)),
    columnDivisors: columns.map((step) => divide(unit, step?.cost ?? one)),
  };
}
