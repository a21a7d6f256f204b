import type { Address } from '../frame/address.ts';
import type { Published } from './published.ts';

/**
 * Begins to load what every page of an election shows, while the code of the page is still on its way: the pointer, then manifest and summary side by side.
 * Nothing is shown from here. What fails is asked for again by the page that needs it, which says so.
 */
export function loadAhead(published: Published, { election, version }: Address): void {
  if (election === null) return;
  const ignored = (): void => {};
  published.release(election, version).catch(ignored);
  published
    .latest(election)
    .then((latest) => published.bytes(`elections/${election}/${version ?? latest.version}/summary.json`))
    .catch(ignored);
}
