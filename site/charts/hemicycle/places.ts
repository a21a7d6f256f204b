/** Where a seat stands: in units of the outer radius, the speaker's desk at 0/0, y upwards. */
export interface SeatPlace {
  readonly x: number;
  readonly y: number;
  /** From the left (0) to the right (1) of the house, as one walks along its rows. */
  readonly turn: number;
}

/** Seats of a house in rows around its middle, and how large each can be drawn. */
export interface House {
  readonly places: readonly SeatPlace[];
  /** Radius of a seat. */
  readonly seat: number;
}

/** Most seats that are drawn one by one. */
export const mostDrawn = 1200;

/**
 * The seats of a half round house, ordered from left to right across all rows, so that neighbours in the order form wedges. As few rows as hold them all
 * without touching; each row has seats in proportion to its length.
 */
export function houseOf(seats: number): House {
  if (seats < 1) return { places: [], seat: 0 };
  const rows = rowsFor(seats);
  const spacing = spacingOf(rows);
  const radii = radiiOf(rows);
  const length = radii.reduce((sum, radius) => sum + radius, 0);
  let [done, passed] = [0, 0];
  const places = radii.flatMap((radius) => {
    passed += radius;
    const until = Math.round((seats * passed) / length);
    const own = until - done;
    done = until;
    return rowOf(own, radius);
  });
  return { places: places.sort((a, b) => a.turn - b.turn || a.y - b.y), seat: spacing * 0.42 };
}

// The innermost row stays this far from the desk.
const inner = 0.38;
// A house of a dozen seats does not become one of a dozen wheels.
const widest = 0.22;

function rowsFor(seats: number): number {
  let rows = 1;
  while (capacity(rows) < seats) rows += 1;
  return rows;
}

function spacingOf(rows: number): number {
  return Math.min(widest, (1 - inner) / rows);
}

function radiiOf(rows: number): number[] {
  const spacing = spacingOf(rows);
  return Array.from({ length: rows }, (_, row) => 1 - spacing / 2 - row * spacing);
}

function capacity(rows: number): number {
  const spacing = spacingOf(rows);
  return radiiOf(rows).reduce((sum, radius) => sum + Math.floor((Math.PI * radius) / spacing), 0);
}

function rowOf(seats: number, radius: number): SeatPlace[] {
  return Array.from({ length: seats }, (_, seat) => {
    const turn = seats === 1 ? 0.5 : seat / (seats - 1);
    const angle = Math.PI * (1 - turn);
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), turn };
  });
}
