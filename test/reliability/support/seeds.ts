/** Whether everything is tried (`npm run soak`), or as much of it as a build has time for. */
export const soak = process.env.SOAK === '1';

/** How many of something: a build takes a sample, the soak takes all. */
export function howMany(sample: number, all: number): number {
  return soak ? all : sample;
}
