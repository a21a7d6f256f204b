import { areaTree } from '../../../functions/model/areas.ts';
import type { AreaId } from '../../../functions/model/ids.ts';
import type { Sample } from '../../../functions/publish/indicators/sample.ts';
import { anElection, areaId, optionId } from '../../support/builders.ts';

/** A station as the tests think of it. */
export interface Numbers {
  readonly registered: number;
  readonly cast: number;
  readonly leader: number;
}

export const tree = areaTree(anElection());
export const country = areaId('XX');
export const areas = tree.subtree(country);

/** The sample of stations `s0`, `s1`, … of each area, in the order given. */
export function aSample(byArea: Readonly<Record<string, readonly Numbers[]>>): Sample {
  const stations = Object.values(byArea).flat();
  const ranges = new Map<AreaId, readonly [number, number]>();
  let first = 0;
  for (const [area, own] of Object.entries(byArea)) {
    ranges.set(areaId(area), [first, first + own.length]);
    first += own.length;
  }
  const numbers = (of: (one: Numbers) => number) => Float64Array.from(stations, of);
  return {
    stations: stations.length,
    ranges,
    turnout: { part: numbers(({ cast }) => cast), whole: numbers(({ registered }) => registered) },
    leader: { part: numbers(({ leader }) => leader), whole: numbers(({ cast }) => cast) },
    option: optionId('A'),
    station: (index) => `s${index}`,
  };
}

/** An honest election: sizes, turnout and the leader's share vary from station to station, and every voter decides alone. */
export function honest(stations: number, seed: number): Numbers[] {
  const random = generator(seed);
  return Array.from({ length: stations }, () => {
    const registered = 400 + Math.floor(random() * 2_000);
    const cast = voters(registered, 0.6 + 0.08 * normal(random), random);
    return { registered, cast, leader: voters(cast, 0.45 + 0.08 * normal(random), random) };
  });
}

/** The mulberry32 generator: whole numbers of 32 bits, so the same on every machine. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function voters(all: number, share: number, random: () => number): number {
  const rate = Math.min(0.97, Math.max(0.03, share));
  let count = 0;
  for (let voter = 0; voter < all; voter += 1) if (random() < rate) count += 1;
  return count;
}

/** Twelve uniform numbers sum to nearly a normal one. */
function normal(random: () => number): number {
  let sum = -6;
  for (let index = 0; index < 12; index += 1) sum += random();
  return sum;
}
