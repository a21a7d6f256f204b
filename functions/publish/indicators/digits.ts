import { indicators } from '../../model/generated/indicators.ts';
import type { AreaId } from '../../model/ids.ts';
import { decimal } from './arithmetic.ts';
import { type Indication, plain } from './indication.ts';
import type { Pairs, Sample } from './sample.ts';

/** Last digits against even ones: Beber and Scacco (2012). */
export function* lastDigits(
  of: 'turnout' | 'leader-votes',
  sample: Sample,
  area: AreaId,
): Generator<Indication> {
  const { part } = of === 'turnout' ? sample.turnout : sample.leader;
  const option = of === 'turnout' ? null : sample.option;
  yield* digits(`${of}-last-digit`, part, (count) => count % 10, even, { area, option });
}

/** Second digits against Benford's law: Mebane (2006), and against it Deckert, Myagkov and Ordeshook (2011). */
export function* secondDigits({ leader, option }: Sample, area: AreaId): Generator<Indication> {
  yield* digits('leader-votes-second-digit', leader.part, secondDigit, benford, { area, option });
}

type Digits = 'turnout-last-digit' | 'leader-votes-last-digit' | 'leader-votes-second-digit';

const even = Array.from({ length: 10 }, () => 10_000);

/**
 * How many of 100,000 second digits are 0 to 9 under Benford's law: the sum over the first digits d of log10(1 + 1 / (10 d + digit)).
 * Written out, since logarithms differ between engines in the last bit.
 */
export const benford = [11_968, 11_389, 10_882, 10_433, 10_031, 9_668, 9_337, 9_035, 8_757, 8_500];

/** The second digit of a whole number from 10 on. */
export function secondDigit(count: number): number {
  let rest = count;
  while (rest >= 100) rest = Math.floor(rest / 10);
  return rest % 10;
}

/** Chi-square with nine degrees of freedom, whose mean is 9. */
function* digits(
  indicator: Digits,
  counts: Pairs['part'],
  digitOf: (count: number) => number,
  law: readonly number[],
  where: Pick<Indication, 'area' | 'option'>,
): Generator<Indication> {
  const { minimumStations, minimumCount, limit } = indicators[indicator];
  const observed = Array.from({ length: 10 }, () => 0);
  let used = 0;
  for (const count of counts) {
    if (count < minimumCount) continue;
    const digit = digitOf(count);
    observed[digit] = (observed[digit] ?? 0) + 1;
    used += 1;
  }
  if (used < minimumStations) return;
  const value = chiSquare(observed, law, used);
  yield {
    ...plain,
    ...where,
    indicator,
    value: decimal(value, 3),
    expected: decimal(9, 3),
    limit: decimal(limit, 3),
    stations: used,
    flagged: limit !== null && value > limit,
  };
}

function chiSquare(observed: readonly number[], law: readonly number[], all: number): number {
  let sum = 0;
  for (const [digit, frequency] of law.entries()) {
    const expected = (all * frequency) / 100_000;
    const difference = (observed[digit] ?? 0) - expected;
    sum += (difference * difference) / expected;
  }
  return sum;
}
