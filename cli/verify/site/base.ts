import type { SiteFolder } from '../../release/election.ts';

/**
 * The address that the files of the root were written for; null where they are relative. Three of them state it, each in its way: what most say
 * counts, so that one which was changed is found to differ from the others.
 */
export async function baseOf(site: SiteFolder): Promise<string | null> {
  const votes = new Map<string | null, number>();
  for (const [file, pattern] of statements) {
    const text = Buffer.from((await site.document(file)) ?? []).toString();
    if (text === '') continue;
    const base = pattern.exec(text)?.[1] ?? null;
    votes.set(base, (votes.get(base) ?? 0) + 1);
  }
  const [most] = [...votes].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

const address = '"(https?://[^"\\\\\\s]{1,2000}/)';
const statements: readonly (readonly [string, RegExp])[] = [
  ['openapi.json', new RegExp(`"url": ${address}"`)],
  ['feed.json', new RegExp(`"feed_url": ${address}feed\\.json"`)],
  ['catalog.jsonld', new RegExp(`"@base": ${address}"`)],
];
