import type { Race } from './race.ts';

/**
 * Gives the parties of a race about as many seats as there are: each what it can pay for at a price near the right one. In floating
 * point, so that it is quick: any start leads to the same seats in the end, a worse one only after more steps.
 */
export function startNear(race: Race, seats: number): void {
  const { parties, seats: bought, divisors, weights } = race;
  const exponents = exponentsOf(race);
  const most = Math.min(divisors.length, seats + parties.reduce((top, { held }) => Math.max(top, held), 0));
  const buy = (price: number): number => {
    const scale = 2 ** -price;
    let sum = 0;
    for (let place = 0; place < weights.length; place++) {
      const weight = weights[place] ?? 0;
      const exponent = (exponents[place] ?? 0) - price;
      const value = weight < Number.POSITIVE_INFINITY ? weight * scale : 2 ** exponent;
      const worth = divisors.about(value, exponent);
      const count = Math.max(0, Math.min(worth, most) - (parties[place]?.held ?? 0));
      bought[place] = count;
      sum += count;
    }
    return sum;
  };
  search(buy, race, seats, startingPrice(race, exponents, seats));
}

/** Votes for a seat on average; of votes beyond doubles, the most that a party has. */
function startingPrice({ weights }: Race, exponents: Float64Array, seats: number): number {
  const average = Math.log2(weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, seats));
  return average < Number.POSITIVE_INFINITY ? average : exponents.reduce((a, b) => Math.max(a, b), 0);
}

/** The binary logarithms of the votes. */
function exponentsOf({ parties, weights }: Race): Float64Array {
  const exponents = new Float64Array(weights.length);
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] ?? 0;
    exponents[place] =
      weight < Number.POSITIVE_INFINITY ? Math.log2(weight) : log2(parties[place]?.votes ?? 1n);
  }
  return exponents;
}

/** Tries prices (their binary logarithms) until the seats bought are nearly right, or forty times. */
function search(
  buy: (price: number) => number,
  { parties, divisors }: Race,
  seats: number,
  start: number,
): void {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let price = start;
  for (let turn = 1; turn <= 40; turn++) {
    const sum = buy(price);
    if (Math.abs(sum - seats) <= parties.length / 64) return;
    if (sum > seats) low = price;
    else high = price;
    const guess = turn % 4 === 0 ? Number.NaN : price + divisors.miss(sum, seats, parties.length);
    price = guess > low && guess < high ? guess : between(low, high, 2 ** turn);
  }
}

/** The middle of the two, or a stride beyond the one that is known. */
function between(low: number, high: number, stride: number): number {
  if (low === Number.NEGATIVE_INFINITY) return high - stride;
  return high === Number.POSITIVE_INFINITY ? low + stride : (low + high) / 2;
}

/** The binary logarithm of a number of any length. */
function log2(value: bigint): number {
  const digits = value.toString(16);
  return Math.log2(Number.parseInt(digits.slice(0, 13), 16)) + 4 * Math.max(0, digits.length - 13);
}
