import type { Districts, PartyList } from '../../model/generated/election.ts';
import type { AreaId, OptionId } from '../../model/ids.ts';
import { type Contender, contendersOf } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { share } from '../party-list/share.ts';
import { noListPasses } from '../party-list/threshold/no-list-passes.ts';
import { threshold } from '../party-list/threshold/threshold.ts';
import { type Decision, decided, follow, goOn, joined, type Progress, undetermined } from '../progress.ts';
import { type District, type DistrictCount, districtCount } from './tally.ts';
import { type InDistrict, inAllDistricts } from './together.ts';

/**
 * Seats filled district by district among the lists that passed in the whole contest, each district by the formula with its own votes.
 * In Poland, Election Code, Art. 196, 197, 202, 232.
 */
export function districtByDistrict(
  system: PartyList,
  districts: Districts,
  tally: Tally,
  lists: readonly Contender[],
): Decision {
  const count = districtCount(districts, tally);
  const passed = new Set(lists.map(({ option }) => option));
  return follow(wholeCount(count), (all) => {
    const results = all.map((district): InDistrict => {
      const { outcome, steps } = inDistrict(system, districts, district, passed);
      return { area: district.area, outcome, steps };
    });
    const together = inAllDistricts(tally.contest.options, results);
    const sum = 'seats' in together && together.seats ? together.seats : null;
    const total = sum ? [{ rule: 'districts' as const, law: districts.law, standing: sum }] : [];
    return decided(together, joined(...results.map(({ steps }) => steps), total));
  });
}

/** Goes on with every district when each has votes and none were cast elsewhere. */
export function wholeCount({ districts, unreported, outside }: DistrictCount): Progress<readonly District[]> {
  if (outside.length > 0)
    return undetermined(
      'outside-districts',
      `Votes were reported in ${named(outside)}, which lies in no district: name it in the districts of the system, or the district that it belongs to as its parent.`,
    );
  if (unreported.length > 0)
    return undetermined('figures-missing', `No votes have been published in ${named(unreported)}.`);
  return goOn(districts, []);
}

function named(areas: readonly AreaId[]): string {
  const shown = areas.slice(0, 20).join(', ');
  return areas.length > 20 ? `${shown} and ${areas.length - 20} more areas` : shown;
}

function inDistrict(
  system: PartyList,
  { threshold: bar, law }: Districts,
  { area, seats, tally }: District,
  passed: ReadonlySet<OptionId>,
): Decision {
  const { threshold: _, ...rules } = system;
  const own: PartyList = { ...rules, seats, ...(bar ? { threshold: bar } : {}) };
  const lists = follow(contendersOf(tally), (all) => {
    const here = all.filter(({ option }) => passed.has(option));
    const options = here.map(({ option }) => option);
    return goOn(here, [{ rule: 'district', law, area, seats, options }]);
  });
  const judged = follow(lists, (here) => threshold(own, tally, here));
  const admitted = follow(judged, (passing) => noListPasses(own, tally, passing));
  return follow(admitted, (passing) => share(own, tally, passing.passed));
}
