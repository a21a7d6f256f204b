/** What a verification has found: what it established, or in words for a reader why it does not hold. */
export type Verdict<Established> =
  | ({ readonly holds: true } & Established)
  | { readonly holds: false; readonly reason: string };

/** A verdict that something does not hold. */
export function fails(reason: string): { readonly holds: false; readonly reason: string } {
  return { holds: false, reason };
}
