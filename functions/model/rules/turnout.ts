import { type Finding, finding, type Where } from '../finding.ts';
import { compare, type Fraction, fraction, parseFraction } from '../fraction.ts';
import type { AreaId } from '../ids.ts';
import type { Turnout } from '../records/roll.ts';
import { byCodePoint } from '../text/text.ts';
import { type Limits, limitWithDefault } from './limits.ts';

/** What can be wrong with turnout. Each finding names the `time` of the snapshot it is about. */
export type TurnoutFinding =
  | Finding<'turnout-falls'>
  | Finding<'turnout-over-registered'>
  | Finding<'turnout-percent-differs'>;

/**
 * What is wrong within a snapshot, and where turnout falls from one snapshot of an area to the next that states the same measure: one finding a
 * fall; its data name the measure, the two values as published, and the times (`earlier`, `time`). Snapshots in any order; areas in order of their ids.
 */
export function turnoutFindings(rows: readonly Turnout[], limits?: Limits): TurnoutFinding[] {
  const byArea = Map.groupBy(rows, ({ area }) => area);
  return [...byArea]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([area, snapshots]) => {
      const inOrder = snapshots.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
      return [
        ...inOrder.flatMap((snapshot) => within(snapshot, limits)),
        ...measures.flatMap((measure) => falls(area, inOrder, measure)),
      ];
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

/** What the numbers of one snapshot say of one another. */
function within({ area, time, registered, issued, percent }: Turnout, limits: Limits): TurnoutFinding[] {
  const where: Where = { area };
  if (registered === null || issued === null) return [];
  if (issued > registered) return [finding('turnout-over-registered', where, { time, issued, registered })];
  if (percent === null || registered === 0) return [];
  const tolerance = parseFraction(
    limitWithDefault('turnout-percent-differs', 'turnoutPercentTolerance', limits),
  );
  const stated = parseFraction(percent);
  // |percent − 100 · issued / registered| > tolerance, over the common denominator.
  const whole = BigInt(registered);
  const gap = stated.numerator * whole - 100n * BigInt(issued) * stated.denominator;
  const distance = gap < 0n ? -gap : gap;
  if (distance * tolerance.denominator <= tolerance.numerator * stated.denominator * whole) return [];
  const data = { time, issued, registered, percent, computed: percentOf(issued, registered) };
  return [finding('turnout-percent-differs', where, data)];
}

/** Of a whole that is not zero, to two decimals, half up. */
function percentOf(part: number, whole: number): string {
  const hundredths = (20_000n * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
