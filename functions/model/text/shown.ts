/** A value from a file as a message shows it: at most 100 characters, so that a hostile cell cannot swell a report. */
export function shown(value: string): string {
  return value.length <= 100 ? value : `${value.slice(0, 99)}…`;
}

/** Ids as a message lists them: the first twenty. */
export function shownList(values: Iterable<string>): string {
  const first = Iterator.from(values).take(21).map(shown).toArray();
  if (first.length === 0) return '—';
  return first.length <= 20 ? first.join(', ') : `${first.slice(0, 20).join(', ')}, …`;
}
