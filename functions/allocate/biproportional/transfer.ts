import { compare, type Fraction, fraction, multiply } from '../../model/fraction.ts';

/** Votes of lists (columns) in districts (rows), and the seats that each must come to. */
export interface Matrix {
  readonly votes: readonly (readonly bigint[])[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Seats by row and column; it changes while seats are transferred. */
export type Cells = number[][];

/** A place on the way of a seat: a district or a list. */
export interface Node {
  readonly kind: 'row' | 'column';
  readonly index: number;
}

/** What it costs to reach each row and column, and from where. */
export interface Reach {
  readonly rows: (Step | null)[];
  readonly columns: (Step | null)[];
}

interface Step {
  readonly cost: Fraction;
  readonly from: number | null;
}

/**
 * The cheapest ways from the columns given. A way goes from a column to a row where it gives up a seat, at the price `votes / (seats − ½)`, and
 * from the row to a column that takes it, at `(seats + ½) / votes`; prices multiply. Where the distribution is optimal for its own sums no
 * circle costs less than 1, so the search (Bellman and Ford) ends; and it stays optimal when seats move along a cheapest way.
 */
export function cheapestWays(matrix: Matrix, cells: Cells, sources: readonly Node[]): Reach {
  const { rows, columns } = matrix;
  const reach: Reach = { rows: rows.map(() => null), columns: columns.map(() => null) };
  const queue = [...sources];
  for (const { kind, index } of sources) of(reach, kind)[index] = { cost: fraction(1n), from: null };
  // The list grows while it is walked, by what has become cheaper to reach.
  for (const node of queue) queue.push(...cheaperFrom(node, matrix, cells, reach));
  return reach;
}

function cheaperFrom(node: Node, { votes }: Matrix, cells: Cells, reach: Reach): Node[] {
  const { cost } = of(reach, node.kind)[node.index] ?? { cost: null };
  if (cost === null) return [];
  const kind = node.kind === 'column' ? 'row' : 'column';
  return of(reach, kind).flatMap((known, index): Node[] => {
    const [row, column] = node.kind === 'row' ? [node.index, index] : [index, node.index];
    const price = priceOf(node.kind, votes[row]?.[column] ?? 0n, cells[row]?.[column] ?? 0);
    const total = price && multiply(cost, price);
    if (!total || (known && compare(known.cost, total) <= 0)) return [];
    of(reach, kind)[index] = { cost: total, from: node.index };
    return [{ kind, index }];
  });
}

/** The steps to reach rows, or columns. */
function of(reach: Reach, kind: Node['kind']): (Step | null)[] {
  return kind === 'row' ? reach.rows : reach.columns;
}

/** What leaving the row or column of a cell costs; null where no seat can move. */
function priceOf(from: Node['kind'], votes: bigint, seats: number): Fraction | null {
  if (votes === 0n) return null;
  if (from === 'row') return fraction(2n * BigInt(seats) + 1n, 2n * votes);
  return seats === 0 ? null : fraction(2n * votes, 2n * BigInt(seats) - 1n);
}

/** Moves one seat along the way to `column`: each row on it gives a seat of one list to another. */
export function moveSeat(cells: Cells, reach: Reach, column: number): void {
  let to: number | null = column;
  while (to !== null) {
    const row: number | null = reach.columns[to]?.from ?? null;
    if (row === null) return;
    const from: number | null = reach.rows[row]?.from ?? null;
    change(cells, row, to, 1);
    if (from !== null) change(cells, row, from, -1);
    to = from;
  }
}

function change(cells: Cells, row: number, column: number, by: number): void {
  const line = cells[row];
  if (line) line[column] = (line[column] ?? 0) + by;
}
