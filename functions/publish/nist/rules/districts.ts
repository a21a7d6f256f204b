import { type Rule, texts } from './rule.ts';
import { compositionOf, contestsOf, seriesOf, unitsWithin } from './units.ts';

/** A contest is counted in its own district only, and its seats are those of the district as a whole. */
export const districts: Rule = function* (report) {
  const composition = compositionOf(report);
  for (const { contest, where } of contestsOf(report)) {
    const district = texts(contest.ElectionDistrictId).join();
    const within = unitsWithin(composition, district);
    for (const { name, counts } of seriesOf(contest))
      for (const [index, count] of counts.entries()) {
        const place = `${where}/${name}/${index}`;
        const unit = texts(count.GpUnitId).join();
        if (!within.has(unit))
          yield { rule: 'district', where: place, message: `"${unit}" does not lie in "${district}"` };
        if (count.Type === 'seats' && unit !== district)
          yield {
            rule: 'seats',
            where: place,
            message: `seats are given to "${unit}", not to "${district}"`,
          };
      }
  }
};
