/** The least number from 1 to `most` for which `holds`, provided that it holds for every greater one too; null where it never does. */
export function fewest(holds: (number: bigint) => boolean, most: bigint): bigint | null {
  let [below, above] = [0n, 1n];
  while (!holds(above)) {
    if (above >= most) return null;
    below = above;
    above = above * 2n < most ? above * 2n : most;
  }
  while (above - below > 1n) {
    const middle = (below + above) / 2n;
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}
