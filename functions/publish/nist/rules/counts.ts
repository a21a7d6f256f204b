import { type Node, type Problem, type Rule, texts } from './rule.ts';
import { ballotSeries, contestsOf, numbersOf, seriesOf, typeOf } from './units.ts';

/** Counts are whole and not negative, and a unit has one of each type: the schema allows 0.5, −1 and two that differ. */
export const counts: Rule = function* (report) {
  for (const { contest, where } of contestsOf(report)) {
    for (const series of seriesOf(contest)) yield* checked(series.counts, `${where}/${series.name}`);
    yield* subUnits(contest, where);
  }
  for (const series of ballotSeries(report)) yield* checked(series.counts, series.where);
};

function* checked(series: readonly Node[], where: string): Generator<Problem> {
  const seen = new Set<string>();
  for (const [index, count] of series.entries()) {
    const place = `${where}/${index}`;
    for (const [member, value] of numbersOf(count))
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
        yield {
          rule: 'count',
          where: `${place}/${member}`,
          message: `${String(value)} is not a whole number from 0`,
        };
    const unit = texts(count.GpUnitId).join();
    const key = JSON.stringify([unit, typeOf(count), count.DeviceClass, count.Round]);
    if (seen.has(key))
      yield {
        rule: 'count',
        where: place,
        message: `"${unit}" has a count of type ${typeOf(count)} already`,
      };
    seen.add(key);
  }
}

function* subUnits(
  { SubUnitsReported: reported, TotalSubUnits: total }: Node,
  where: string,
): Generator<Problem> {
  if (typeof reported !== 'number' || typeof total !== 'number' || reported <= total) return;
  yield {
    rule: 'count',
    where: `${where}/SubUnitsReported`,
    message: `${reported} of ${total} units have reported`,
  };
}
