import { isObject } from '../../../model/json/json.ts';
import { listed, type Node, type Report, texts } from './rule.ts';

/** The units directly in a unit, by `@id`. */
export function compositionOf({ root }: Report): Map<string, string[]> {
  const units = listed(root, 'GpUnit').flatMap((unit): [string, string[]][] => {
    const id = unit['@id'];
    return typeof id === 'string' ? [[id, texts(unit.ComposingGpUnitIds)]] : [];
  });
  return new Map(units);
}

/** A unit and all units in it, however deep. One that contains itself, as only a broken report has it, is not walked twice. */
export function unitsWithin(composition: ReadonlyMap<string, readonly string[]>, unit: string): Set<string> {
  const found = new Set([unit]);
  // The set grows while it is walked: that is the walk.
  for (const id of found) for (const part of composition.get(id) ?? []) found.add(part);
  return found;
}

/** The contests of all elections of a report, with their places. */
export function* contestsOf({ root }: Report): Generator<{ readonly contest: Node; readonly where: string }> {
  for (const [place, election] of listed(root, 'Election').entries())
    for (const [index, contest] of listed(election, 'Contest').entries())
      yield { contest, where: `Election/${place}/Contest/${index}` };
}

/** The lists of counts of a contest, each the series of one thing by unit: votes of a selection, and other counts. */
export function* seriesOf(contest: Node): Generator<{ readonly name: string; readonly counts: Node[] }> {
  for (const [index, selection] of listed(contest, 'ContestSelection').entries())
    yield { name: `ContestSelection/${index}/VoteCounts`, counts: listed(selection, 'VoteCounts') };
  yield { name: 'OtherCounts', counts: listed(contest, 'OtherCounts') };
}

/** The ballot counts of all elections, by what they count. */
export function* ballotSeries({
  root,
}: Report): Generator<{ readonly where: string; readonly counts: Node[] }> {
  for (const [place, election] of listed(root, 'Election').entries())
    yield { where: `Election/${place}/BallotCounts`, counts: listed(election, 'BallotCounts') };
}

/** What a count is of: its type and, where that is `other`, the other type. */
export function typeOf(count: Node): string {
  return texts([count.Type, count.OtherType]).join(' ');
}

/** The members of a count that hold numbers. */
export function numbersOf(count: Node): [string, unknown][] {
  return Object.entries(count).filter(([name, value]) => numeric.has(name) && !isObject(value));
}

const numeric = new Set([
  'Count',
  'BallotsCast',
  'BallotsOutstanding',
  'BallotsRejected',
  'Overvotes',
  'Undervotes',
  'WriteIns',
]);
