import { type Node, type Problem, type Report, type Rule, texts } from './rule.ts';
import { ballotSeries, compositionOf, contestsOf, numbersOf, seriesOf, typeOf } from './units.ts';

/**
 * A unit counts what the units in it count together. It may count more where it has protocols of its own that are no units of the
 * report; where all of its parts are precincts that have reported, it may not.
 */
export const sums: Rule = function* (report) {
  const composition = compositionOf(report);
  const precincts = precinctsOf(report);
  const compare = (counts: readonly Node[], where: string) => compared(counts, where, composition, precincts);
  for (const { contest, where } of contestsOf(report))
    for (const { name, counts } of seriesOf(contest)) yield* compare(counts, `${where}/${name}`);
  for (const { where, counts } of ballotSeries(report)) yield* compare(counts, where);
};

function precinctsOf({ byId }: Report): Set<string> {
  return new Set([...byId].filter(([, unit]) => unit.Type === 'precinct').map(([id]) => id));
}

function* compared(
  series: readonly Node[],
  where: string,
  composition: ReadonlyMap<string, readonly string[]>,
  precincts: ReadonlySet<string>,
): Generator<Problem> {
  for (const [kind, byUnit] of numbersByKind(series))
    for (const [unit, count] of byUnit) {
      const parts = composition.get(unit) ?? [];
      const stated = parts.flatMap((part) => byUnit.get(part) ?? []);
      const sum = stated.reduce((total, part) => total + part, 0);
      const exact = parts.every((part) => precincts.has(part)) && stated.length > 0;
      if (count < sum || (exact && count !== sum))
        yield {
          rule: 'sum',
          where,
          message: `${kind} of "${unit}" is ${count}; the units in it count ${sum}`,
        };
    }
}

/** The numbers of a series by member and type, then by unit. Seats are given to the district alone and are never summed. */
function numbersByKind(series: readonly Node[]): Map<string, Map<string, number>> {
  const kinds = new Map<string, Map<string, number>>();
  for (const count of series) {
    if (count.Type === 'seats') continue;
    for (const [member, value] of numbersOf(count)) {
      if (typeof value !== 'number') continue;
      const kind = `${member} ${typeOf(count)}`.trimEnd();
      const byUnit = kinds.get(kind) ?? new Map<string, number>();
      for (const unit of texts(count.GpUnitId)) byUnit.set(unit, value);
      kinds.set(kind, byUnit);
    }
  }
  return kinds;
}
