/** Runs a task when all earlier tasks of the same name are done. */
export type Locks = <T>(name: string, task: () => Promise<T>) => Promise<T>;

/** One queue a name; a queue that is empty takes no memory. */
export function createLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return async (name, task) => {
    const before = tails.get(name) ?? Promise.resolve();
    const turn = before.then(task, task);
    tails.set(name, turn);
    try {
      return await turn;
    } finally {
      if (tails.get(name) === turn) tails.delete(name);
    }
  };
}
