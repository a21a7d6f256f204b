import { setImmediate as turn } from 'node:timers/promises';

/** A call of the store, as a test names it to make it fail or to do something just before it. */
export type Point =
  | 'uploads.open'
  | 'uploads.reason'
  | 'uploads.scanResult'
  | 'uploads.writeReport'
  | 'ledger.read'
  | 'ledger.append'
  | 'batches.write'
  /** Within `batches.write`: the records are there, the header is not. */
  | 'batches.write:header'
  | 'batches.header'
  | 'batches.definition'
  | 'batches.protocols'
  | 'batches.stations'
  | 'batches.roll'
  | 'batches.candidates'
  | 'batches.turnout'
  | 'batches.totals'
  | 'allocations.write'
  | 'allocations.read'
  | 'releases.put'
  | 'releases.writeVersions'
  | 'releases.moveLatest'
  | 'releases.moveIndex'
  | 'releases.putKey'
  | 'releases.rebuildRoot'
  | 'releases.rebuildIndex'
  | 'releases.rebuildPages'
  | 'releases.putAsset'
  | 'logs.read'
  | 'logs.put'
  | 'logs.moveCheckpoint'
  | 'status.elections'
  | 'status.uploads'
  | 'status.failures'
  | 'status.latest';

/** What a test may do to the calls of a memory store. */
export interface Points {
  /** The next call fails before it has done anything. */
  failNext(point: Point, error?: Error): void;
  /** The next call does its work and fails all the same, as when the reply is lost. */
  failAfterNext(point: Point, error?: Error): void;
  /** Runs `action` just before the next call, as another writer that is faster. */
  beforeNext(point: Point, action: () => void | Promise<void>): void;
  /** How often a call was made. */
  calls(point: Point): number;
}

/** Every call of the memory store passes here: `run(point, work)` gives what `work` gives, unless a test has other plans. */
export function points(): Points & { run<T>(point: Point, work: () => T | Promise<T>): Promise<T> } {
  const before = new Map<Point, (() => void | Promise<void>)[]>();
  const after = new Map<Point, (() => void | Promise<void>)[]>();
  const counts = new Map<Point, number>();
  const plan = (plans: typeof before, point: Point, action: () => void | Promise<void>) => {
    plans.set(point, [...(plans.get(point) ?? []), action]);
  };
  const fail = (error: Error) => () => Promise.reject(error);
  return {
    failNext: (point, error = lost(point)) => plan(before, point, fail(error)),
    failAfterNext: (point, error = lost(point)) => plan(after, point, fail(error)),
    beforeNext: (point, action) => plan(before, point, action),
    calls: (point) => counts.get(point) ?? 0,
    async run(point, work) {
      counts.set(point, (counts.get(point) ?? 0) + 1);
      // Whatever runs at the same time gets its turn, as it would over a network.
      await turn();
      await before.get(point)?.shift()?.();
      const result = await work();
      await after.get(point)?.shift()?.();
      return result;
    },
  };
}

function lost(point: Point): Error {
  return new Error(`the connection was lost in ${point}, as the test wants it`);
}
