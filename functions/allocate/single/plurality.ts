import type { Plurality } from '../../model/generated/election.ts';
import { type Contender, contendersOf } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { breakTie } from '../count/ties.ts';
import { type Decision, decided, follow } from '../progress.ts';
import { mostVotes } from './most-votes.ts';

/**
 * One seat, won by the candidate with most votes: no turnout and no majority is asked for, and against all cannot win. In
 * Kazakhstan, Constitutional Law on Elections, Art. 9(2), 96, 99.
 */
export function plurality(system: Plurality, tally: Tally): Decision {
  const leaders = follow(contendersOf(tally), (candidates) => mostVotes(candidates, system.law));
  return follow(leaders, (tied) => elect(system, tally, tied));
}

function elect(system: Plurality, tally: Tally, leaders: readonly Contender[]): Decision {
  const options = leaders.map(({ option }) => option);
  const [first, ...others] = options;
  if (first !== undefined && others.length === 0) return decided({ status: 'elected', option: first }, []);
  if (system.tie === 'repeat-voting') return decided({ status: 'repeat-voting', options }, []);
  const { won, steps, open } = breakTie(
    { options, seats: 1 },
    { rules: ['lots'], law: system.tieLaw },
    tally,
  );
  const [winner] = won;
  if (winner !== undefined && !open) return decided({ status: 'elected', option: winner }, steps);
  return decided({ status: 'lots-required', seats: [], ties: [{ options, seats: 1 }] }, steps);
}
