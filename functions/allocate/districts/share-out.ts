import type { PartyList } from '../../model/generated/election.ts';
import { compensate } from '../compensation/compensate.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { share } from '../party-list/share.ts';
import type { Decision } from '../progress.ts';
import { districtByDistrict } from './districts.ts';

/** Shares the seats of `system` among the lists that take part, each of which has votes, in the way that the system has them shared. */
export function shareOut(system: PartyList, tally: Tally, lists: readonly Contender[]): Decision {
  if (system.compensation) return compensate(system, system.compensation, tally, lists);
  if (system.districts) return districtByDistrict(system, system.districts, tally, lists);
  return share(system, tally, lists);
}
