/** The nearest of `ids` as a finding shows it: a dash where none is near. */
export function nearestShown(text: string, ids: Iterable<string>): string {
  return nearestId(text, ids) ?? '—';
}

/**
 * The candidate that a mistyped id most likely means: equal once look-alike letters, spaces, dashes, leading zeros and case are put aside, else
 * the first within two edits (one for ids shorter than five). Null when none is that near.
 */
export function nearestId<Id extends string>(text: string, candidates: Iterable<Id>): Id | null {
  if (text.length > 64) return null;
  const wanted = folded(text);
  let nearest: Id | null = null;
  let least = text.length < 5 ? 2 : 3;
  for (const candidate of candidates) {
    if (folded(candidate) === wanted) return candidate;
    const edits = editDistance(text, candidate, least);
    if (edits < least) {
      least = edits;
      nearest = candidate;
    }
  }
  return nearest;
}

// Cyrillic letters that look like Latin ones: typed on the wrong keyboard, they cannot be told apart by eye.
const lookalikes = new Map(
  [...'АВЕКМНОРСТУХІЈЅ'].map((letter, index) => [letter, 'ABEKMHOPCTYXIJS'[index] ?? letter]),
);

function folded(text: string): string {
  return [...text.toUpperCase()]
    .map((letter) => lookalikes.get(letter) ?? letter)
    .join('')
    .replace(/[\s\p{Pd}_]/gu, '')
    .replace(/^0+(?=.)/, '');
}

/** Levenshtein's distance, or `limit` when it is not below that. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? limit) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (previous[j] ?? limit) + 1, (row[j - 1] ?? limit) + 1));
    }
    if (Math.min(...row) >= limit) return limit;
    previous = row;
  }
  return Math.min(previous[b.length] ?? limit, limit);
}
