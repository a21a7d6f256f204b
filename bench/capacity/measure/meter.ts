import { noUsage, type Usage } from './usage.ts';

/**
 * What is counted by itself: the check of each kind of file, the computation of seats, a release that is written (`publish`), and a
 * publisher that finds its revision in a release that is there (`covered`) or no results to publish (`idle`).
 */
export const stages = [
  'definition',
  'register',
  'results',
  'allocate',
  'publish',
  'covered',
  'idle',
] as const;

/** One of them. */
export type Counted = (typeof stages)[number];

/** Something of each stage. */
export type ByStage<Value> = Readonly<Record<Counted, Value>>;

/** Counts what the stages use. */
export interface Meter {
  readonly usage: ByStage<Usage>;
  /** Seconds of this process's processor: the handlers, the SDK and the S3 server, which runs in it. */
  readonly cpu: ByStage<number>;
  /** What a request counts for now; outside `run` it is dropped. */
  readonly now: () => Usage;
  /** Runs a Lambda, whose requests count for the stage. One at a time. */
  run<Result>(stage: Counted, lambda: () => Promise<Result>): Promise<Result>;
}

/** Something of each stage, made anew for each. */
export function byStage<Value>(make: (stage: Counted) => Value): Record<Counted, Value> {
  return {
    definition: make('definition'),
    register: make('register'),
    results: make('results'),
    allocate: make('allocate'),
    publish: make('publish'),
    covered: make('covered'),
    idle: make('idle'),
  };
}

/** A meter that has counted nothing. */
export function newMeter(): Meter {
  const usage = byStage(noUsage);
  const cpu = byStage(() => 0);
  let current = noUsage();
  return {
    usage,
    cpu,
    now: () => current,
    async run(stage, lambda) {
      current = usage[stage];
      current.invocations += 1;
      const before = process.cpuUsage();
      try {
        return await lambda();
      } finally {
        const { user, system } = process.cpuUsage(before);
        cpu[stage] += (user + system) / 1e6;
        current = noUsage();
      }
    },
  };
}
