/** Whether everything is tried (`npm run soak`), or as much of it as a build has time for. */
export const soak = process.env.SOAK === '1';

/** How many seeds: of a build, of the soak, or whatever the variable SEEDS says, to know how long one takes. Throws when that is no number. */
export function howManySeeds(sample: number, all: number): number {
  const said = process.env.SEEDS;
  if (said === undefined) return howMany(sample, all);
  if (/^[1-9][0-9]{0,5}$/.test(said)) return Number(said);
  throw new RangeError(`SEEDS is a whole number from 1 to 999999, not ${JSON.stringify(said)}`);
}

/** How many of something: a build takes a sample, the soak takes all. */
export function howMany(sample: number, all: number): number {
  return soak ? all : sample;
}
