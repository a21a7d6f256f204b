/** How the rows and cells of a file are set apart. */
export interface Dialect {
  readonly delimiter: ',' | ';' | '\t';
  readonly newline: '\n' | '\r';
}

/**
 * The dialect of a table by its header line, which is the row `headerRow`: the delimiter that stands most often in it, outside quotes. Null while
 * `text`, the start of the file, does not hold that line whole; `ended` says that nothing follows. CRLF is read as LF; the row reader takes the
 * CR away.
 */
export function detectDialect(text: string, headerRow: number, ended: boolean): Dialect | null {
  const newline = newlineOf(text, ended);
  if (newline === null) return null;
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let row = 1;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === newline) row += 1;
    if (row > headerRow) return { delimiter: mostFrequent(counts), newline };
    if (row === headerRow && (character === ',' || character === ';' || character === '\t'))
      counts[character] += 1;
  }
  return ended ? { delimiter: mostFrequent(counts), newline } : null;
}

function newlineOf(text: string, ended: boolean): Dialect['newline'] | null {
  if (text.includes('\n')) return '\n';
  const alone = text.indexOf('\r');
  // A CR at the very end may be the first half of CRLF.
  if (alone !== -1 && (alone < text.length - 1 || ended)) return '\r';
  return ended ? '\n' : null;
}

function mostFrequent(counts: Record<Dialect['delimiter'], number>): Dialect['delimiter'] {
  if (counts[','] >= counts[';'] && counts[','] >= counts['\t']) return ',';
  return counts[';'] >= counts['\t'] ? ';' : '\t';
}
