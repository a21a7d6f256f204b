/**
 * The first character of a text that nobody can have meant, as `U+202E`; null when there is none. Those are control characters but tab and line
 * ends, halves of a character, U+FFFE and U+FFFF, which no XML can hold, and the characters that turn the direction of writing: with them "54" is
 * shown as "45" (CVE-2021-42574; Unicode Technical Standard #55, 3.1). Marks of direction and joiners, which Arabic, Hebrew or Persian need, and spaces of no
 * width stay: they reorder nothing.
 */
export function unprintable(text: string): string | null {
  const [found] = unmeant.exec(text) ?? [];
  if (found === undefined) return null;
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

// With the flag u, a surrogate is matched where it stands alone.
const unmeant = /(?![\t\n\r])[\p{Cc}\p{Cs}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FFFE}\u{FFFF}]/u;
