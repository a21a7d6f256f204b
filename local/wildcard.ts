/**
 * Whether the text matches the pattern, in which `*` stands for any characters and, if `single` is set, `?` for one.
 * It compares by itself instead of building a regular expression, so that no pattern can make it slow.
 */
export function matchesWildcard(text: string, pattern: string, options: { single: boolean }): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let position = 0;
  while (position < text.length) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at++;
      resume = position;
    } else if (wanted === text[position] || (options.single && wanted === '?')) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      at = star + 1;
      position = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
