/** An option of a contest as charts show it. */
export interface ChartOption {
  readonly id: string;
  readonly name: string;
  readonly kind: 'list' | 'candidate' | 'against-all' | 'yes' | 'no' | 'not-counted';
  /** Its place on the ballot, from 0: gives its key, the same in every chart, and its colour where the party has none. */
  readonly place: number;
  /** Of its party, as published, `#1e90ff`; null where none is known. */
  readonly colour: string | null;
  /** As the JSON files have it; null where none are published. */
  readonly votes: number | string | null;
  /** Of all votes, decimal text; null where it is not known. */
  readonly percent: string | null;
  /** Computed; null where they could not be. */
  readonly seats: number | null;
  /** Declared by the authority; null where none are known. */
  readonly declared: number | null;
}

/** The key of an option, which stands beside its colour everywhere: A, B … Z, then AA, AB …, so that nothing is told by colour alone. */
export function keyOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : `${keyOf(Math.floor(place / 26) - 1)}${letter}`;
}

/** Whether an option of this kind can win anything. */
export function canWin(kind: ChartOption['kind']): boolean {
  return kind !== 'against-all' && kind !== 'not-counted';
}
