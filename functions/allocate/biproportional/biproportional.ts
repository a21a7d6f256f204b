import type { Biproportional } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { contendersOf } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { wholeCount } from '../districts/districts.ts';
import { type District, districtCount } from '../districts/tally.ts';
import { type Decision, follow, goOn, type Progress } from '../progress.ts';
import { lowerApportionment } from './lower.ts';
import { quorum } from './quorum.ts';
import { upperApportionment } from './upper.ts';
import { votersOf } from './voters.ts';

/** A district and the votes in it of each list that takes part; 0 where a list does not stand. */
export interface Row {
  readonly district: District;
  readonly votes: ReadonlyMap<OptionId, bigint>;
}

/**
 * Double proportional apportionment. The house is shared among the lists by their voters in all districts, then the seats of each list
 * among the districts, so that the seats of lists and those of districts are both met. Balinski and Demange 1989; Pukelsheim, Proportional
 * Representation, ch. 14. In Zürich, Gesetz über die politischen Rechte, § 102–104.
 */
export function biproportional(system: Biproportional, tally: Tally): Decision {
  const count = wholeCount(districtCount(system.districts, tally));
  const admitted = follow(count, (districts) =>
    follow(contendersOf(tally), (lists) => quorum(system, tally, districts, lists)),
  );
  const rows = follow(admitted, ({ districts, lists }) => rowsOf(districts, lists));
  const voters = follow(rows, (all) => votersOf(system, all));
  const upper = follow(voters, (all) => upperApportionment(system, tally, all));
  return follow(upper, (targets) => follow(rows, (all) => lowerApportionment(system, tally, all, targets)));
}

function rowsOf(districts: readonly District[], lists: readonly OptionId[]): Progress<readonly Row[]> {
  const rows: Row[] = [];
  for (const district of districts) {
    const here = contendersOf(district.tally);
    if ('outcome' in here) return here;
    const votes = new Map(here.state.map((list) => [list.option, list.votes]));
    rows.push({ district, votes: new Map(lists.map((option) => [option, votes.get(option) ?? 0n])) });
  }
  return goOn(rows, []);
}
