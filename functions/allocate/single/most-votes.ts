import { jsonCount } from '../../model/json/json.ts';
import { type Contender, leadersOf } from '../count/contenders.ts';
import { goOn, type Progress } from '../progress.ts';

/** Those who share the most votes, in ballot order; several when they are tied. */
export function mostVotes(
  candidates: readonly Contender[],
  law: string | undefined,
): Progress<readonly Contender[]> {
  const leaders = leadersOf(candidates);
  const options = leaders.map(({ option }) => option);
  return goOn(leaders, [{ rule: 'most-votes', law, options, votes: jsonCount(leaders[0]?.votes ?? 0n) }]);
}
