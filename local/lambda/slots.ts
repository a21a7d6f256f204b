/** A limit on how many tasks run at a time; the others wait in the order in which they came. */
export type Slots = {
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** Resolves when no task is running. Tasks that wait do not count. */
  readonly settled: () => Promise<void>;
  /** Lets no waiting task begin any more. */
  readonly close: () => void;
};

/** Makes `limit` slots. */
export function createSlots(limit: number): Slots {
  const waiting: (() => void)[] = [];
  let running = 0;
  let watchers: (() => void)[] = [];
  let closed = false;

  const enter = async (): Promise<void> => {
    if (running >= limit || closed) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  };
  const leave = (): void => {
    const next = closed ? undefined : waiting.shift();
    if (next === undefined) running -= 1;
    next?.();
    if (running > 0) return;
    for (const watcher of watchers) watcher();
    watchers = [];
  };
  return {
    run: async (task) => {
      await enter();
      return task().finally(leave);
    },
    settled: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => watchers.push(resolve))),
    close: () => {
      closed = true;
    },
  };
}
