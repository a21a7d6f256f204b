/**
 * Milliseconds that each of the jobs takes: the median of many rounds in a second and a half, in each of which every job runs once, so
 * that a machine which is busy for a while is so for all of them. They are run warm before.
 */
export function medians(jobs: readonly (() => unknown)[]): number[] {
  for (let round = 0; round < 30; round++) for (const job of jobs) job();
  const times = jobs.map((): number[] => []);
  for (const end = performance.now() + 1500; performance.now() < end; )
    for (const [place, job] of jobs.entries()) times[place]?.push(once(job).took);
  return times.map(middle);
}

/** Milliseconds that `job` takes once, and what it gives. */
export function once<T>(job: () => T): { took: number; result: T } {
  const start = performance.now();
  const result = job();
  return { took: performance.now() - start, result };
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >>> 1] ?? Number.NaN;
}
