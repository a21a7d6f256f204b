import type { OptionId } from '../../model/ids.ts';
import { goOn, type Progress, undetermined } from '../progress.ts';
import { isWinnable, type Tally, votesOf } from './tally.ts';

/** An option that can win, with its votes. */
export interface Contender {
  readonly option: OptionId;
  readonly votes: bigint;
}

/**
 * The options that can win, in ballot order: not those withdrawn, nor against all. Undetermined when the votes of one were not
 * published, since they could be any, and when nobody has voted for any.
 */
export function contendersOf(tally: Tally): Progress<readonly Contender[]> {
  const contenders: Contender[] = [];
  const missing: OptionId[] = [];
  for (const option of tally.contest.options) {
    if (!isWinnable(option) || option.withdrawn) continue;
    const votes = votesOf(tally, option.id);
    if (votes === null) missing.push(option.id);
    else contenders.push({ option: option.id, votes });
  }
  if (missing.length > 0)
    return undetermined('figures-missing', `The votes of ${missing.join(', ')} have not been published.`);
  if (contenders.every(({ votes }) => votes === 0n))
    return undetermined('nobody-voted', 'Nobody has voted for an option that can win.');
  return goOn(contenders, []);
}

/** Most votes first; contenders with equal votes stay in ballot order, which decides nothing. */
function byVotes(contenders: readonly Contender[]): Contender[] {
  return contenders.toSorted((a, b) => (a.votes === b.votes ? 0 : a.votes > b.votes ? -1 : 1));
}

/** Those who share the most votes; several when they are tied. */
export function leadersOf(contenders: readonly Contender[]): Contender[] {
  const [first] = byVotes(contenders);
  return contenders.filter(({ votes }) => votes === first?.votes);
}
