import { type Finding, finding } from '../finding.ts';
import { compare, type Fraction, fraction, parseFraction } from '../fraction.ts';
import type { AreaId } from '../ids.ts';
import type { Turnout } from '../roll.ts';
import { byCodePoint } from '../text.ts';

/**
 * Where turnout falls from one snapshot of an area to the next that states the same measure. One finding a fall; its data name the
 * measure, the two values as published, and the times (`earlier`, `time`). Snapshots in any order; areas in order of their ids.
 */
export function turnoutFindings(rows: readonly Turnout[]): Finding<'turnout-falls'>[] {
  const byArea = Map.groupBy(rows, ({ area }) => area);
  return [...byArea]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([area, snapshots]) => {
      const inOrder = snapshots.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
      return measures.flatMap((measure) => falls(area, inOrder, measure));
    });
}

type Measure = 'issued' | 'percent';

const measures: readonly Measure[] = ['issued', 'percent'];

function falls(area: AreaId, snapshots: readonly Turnout[], measure: Measure): Finding<'turnout-falls'>[] {
  const found: Finding<'turnout-falls'>[] = [];
  let before: { value: Fraction; text: string | number; time: string } | null = null;
  for (const snapshot of snapshots) {
    const text = snapshot[measure];
    if (text === null) continue;
    const value = typeof text === 'number' ? fraction(BigInt(text)) : parseFraction(text);
    if (before !== null && compare(value, before.value) < 0)
      found.push(
        finding(
          'turnout-falls',
          { area },
          { measure, before: before.text, earlier: before.time, after: text, time: snapshot.time },
        ),
      );
    before = { value, text, time: snapshot.time };
  }
  return found;
}
