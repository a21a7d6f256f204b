/** How alike two names are, from 0 to 1: Dice's coefficient of their pairs of letters, without case, quotes and punctuation. */
export function similarity(a: string, b: string): number {
  const [left, right] = [plain(a), plain(b)];
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const [pairsA, pairsB] = [pairsOf(left), pairsOf(right)];
  const total = sizeOf(pairsA) + sizeOf(pairsB);
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of pairsA) shared += Math.min(count, pairsB.get(pair) ?? 0);
  return (2 * shared) / total;
}

function plain(name: string): string {
  return name
    .slice(0, 300)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sizeOf(pairs: ReadonlyMap<string, number>): number {
  return pairs.values().reduce((sum, count) => sum + count, 0);
}
