/**
 * The least number from 1 to `most` for which `holds`, provided that it holds for every greater one too; null where it never does. The search
 * goes out from `near`, a guess: with a good one it asks two or three times.
 */
export function fewest(holds: (number: bigint) => boolean, most: bigint, near = 1n): bigint | null {
  const start = near < 1n ? 1n : near > most ? most : near;
  let [below, above] = holds(start) ? down(holds, start) : [start, up(holds, start, most)];
  if (above === null) return null;
  while (above - below > 1n) {
    const middle: bigint = (below + above) / 2n;
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** A number below `from` for which it does not hold (0: for none), and one above for which it does. */
function down(holds: (number: bigint) => boolean, from: bigint): [bigint, bigint] {
  let [above, step] = [from, 1n];
  while (above > step) {
    if (!holds(above - step)) return [above - step, above];
    [above, step] = [above - step, step * 2n];
  }
  return [0n, above];
}

/** A number above `from` for which it holds; null where there is none up to `most`. */
function up(holds: (number: bigint) => boolean, from: bigint, most: bigint): bigint | null {
  for (let step = 1n; from + step < most; step *= 2n) if (holds(from + step)) return from + step;
  return most > from && holds(most) ? most : null;
}
