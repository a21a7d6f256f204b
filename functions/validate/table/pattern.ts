/*
 * Patterns come from a definition, and a regular expression made from data can be made to run for hours. These are matched by hand, piece after
 * piece from the left, each at the first place where it stands: for patterns whose gaps may be of any length that finds a match whenever there is one.
 */

/** Whether `path` fits `pattern`, in which `*` stands for any characters but `/`. */
export function fitsPath(pattern: string, path: string): boolean {
  const patterns = pattern.split('/');
  const parts = path.split('/');
  if (patterns.length !== parts.length) return false;
  return patterns.every((piece, index) => gapsOf(piece.split('*'), parts[index] ?? '') !== null);
}

/** Whether `text` fits `pattern`, in which `*` stands for any text, whatever the case of the letters. */
export function fitsText(pattern: string, text: string): boolean {
  return gapsOf(pattern.toLowerCase().split('*'), text.toLowerCase()) !== null;
}

/**
 * The text that stands for `{option}`, or the digits that stand for `{number}`, where `label` fits `pattern`, in which `*` stands
 * for any text; null where it does not fit.
 */
export function optionInLabel(pattern: string, label: string): string | null {
  if (pattern.includes('{number}')) return numberInLabel(pattern, label);
  const [before, after] = pattern.split('{option}', 2);
  if (before === undefined || after === undefined) return null;
  const head = before.split('*');
  const gaps = gapsOf([...head, ...after.split('*')], label);
  return gaps?.[head.length - 1]?.trim() ?? null;
}

/** The first run of digits before and after which the label fits the pattern, of the first ten: a hostile label may have thousands. */
function numberInLabel(pattern: string, label: string): string | null {
  const [before = '', after = ''] = pattern.split('{number}', 2);
  for (const { 0: digits, index } of label
    .slice(0, 1_000)
    .matchAll(/[0-9]+/g)
    .take(10)) {
    const rest = label.slice(index + digits.length);
    if (gapsOf(before.split('*'), label.slice(0, index)) && gapsOf(after.split('*'), rest)) return digits;
  }
  return null;
}

/** The texts in the gaps between `pieces`, which stand in `text` in this order, the first at its start and the last at its end. */
function gapsOf(pieces: readonly string[], text: string): string[] | null {
  const [first = '', ...others] = pieces;
  if (others.length === 0) return text === first ? [] : null;
  if (!text.startsWith(first)) return null;
  const gaps: string[] = [];
  let from = first.length;
  for (const [index, piece] of others.entries()) {
    const at = index === others.length - 1 ? text.length - piece.length : text.indexOf(piece, from);
    if (at < from || !text.startsWith(piece, at)) return null;
    gaps.push(text.slice(from, at));
    from = at + piece.length;
  }
  return gaps;
}
