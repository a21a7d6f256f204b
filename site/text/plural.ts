import type { Plural } from './format.ts';

/** Forms of a text by plural category; written through this, so that each language may have the categories that it needs. */
export function forms(plural: Plural): Plural {
  return plural;
}
