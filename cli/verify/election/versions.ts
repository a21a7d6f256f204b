/** Whether a version is later than another, by its numbers (SemVer 2.0.0, section 11). */
export function isLater(version: string, than: string): boolean {
  const [numbers, others] = [version, than].map((text) => text.split('.').map(Number));
  for (const [place, number] of (numbers ?? []).entries()) {
    const other = others?.[place] ?? 0;
    if (number !== other) return number > other;
  }
  return false;
}
