import { byCodePoint } from '../../../functions/model/text/text.ts';
import type { PublishedElection } from '../../../functions/publish/site/site.ts';
import type { ChainLink } from '../election/chain.ts';
import type { ElectionHistory } from './history.ts';

/** The state of all elections before some of their newest releases, and what those are, as `1.0.2 of xx-2024`. */
export interface EarlierState {
  readonly elections: readonly PublishedElection[];
  readonly without: readonly string[];
}

/**
 * The states that a root may still show: those before the newest releases of all elections by time, up to five of them, and before the last move
 * of one pointer alone (also a withdrawal).
 */
export async function* earlierStates(histories: readonly ElectionHistory[]): AsyncGenerator<EarlierState> {
  const newest = histories
    .flatMap((history) => history.links.map((link) => ({ history, link })))
    .sort((a, b) => byCodePoint(b.link.manifest.at, a.link.manifest.at))
    .slice(0, mostLate);
  for (let count = 1; count <= newest.length; count += 1)
    yield before(histories, new Set(newest.slice(0, count).map(({ link }) => link)));
  for (const history of histories) {
    const [own] = history.links;
    if (own) yield before(histories, new Set([own]));
    if (own && own.manifest.version !== history.latest.version) yield withdrawn(histories, history, own);
  }
}

/** A night of twenty uploads has that many releases on their way; what is older is no longer just left behind. */
export const mostLate = 5;

async function before(
  histories: readonly ElectionHistory[],
  missing: ReadonlySet<ChainLink>,
): Promise<EarlierState> {
  const elections: PublishedElection[] = [];
  for (const history of histories) {
    const late = history.links.filter((link) => missing.has(link));
    const left = history.links.find((link) => !missing.has(link));
    if (late.length === 0) elections.push(await history.now());
    else if (left) elections.push(await history.at(left));
  }
  const without = [...missing].map(({ manifest }) => `release ${manifest.version} of ${manifest.election}`);
  return { elections, without };
}

/** Before the newest release was withdrawn, the pointer named it. */
async function withdrawn(
  histories: readonly ElectionHistory[],
  of: ElectionHistory,
  newest: ChainLink,
): Promise<EarlierState> {
  const elections: PublishedElection[] = [];
  for (const history of histories)
    elections.push(history === of ? await history.at(newest) : await history.now());
  return { elections, without: [`the withdrawal of release ${newest.manifest.version} of ${of.id}`] };
}
