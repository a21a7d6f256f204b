import { canonicalJson } from '../../../../functions/model/json/json.ts';
import { fingerprint } from '../aws/fingerprint.ts';
import { copyState, type MemoryState, replaceState } from '../aws/memory.ts';
import type { Task } from '../run/machine.ts';
import type { Scheduler } from '../run/scheduler.ts';

/** What Lambdas have done, for those that would do the same again. */
export interface Memory {
  /** Answers for a Lambda that is remembered; runs and remembers any other. */
  answer(task: Task, run: Run): Task;
  /** How many Lambdas were remembered. */
  readonly remembered: () => number;
  /** Where `again` was asked for: each line a Lambda that was remembered and did something else when it was run again. */
  readonly changed: readonly string[];
}

/** A run whose Lambdas come one after the other. */
export interface Run {
  /** Changed by the run. */
  readonly state: MemoryState;
  readonly time: Scheduler;
  /** Whether no call of the Lambdas to come meets a fault. */
  readonly undisturbed: () => boolean;
}

interface Done {
  readonly after: MemoryState;
  readonly lasted: number;
  readonly outcome: Outcome;
}

type Outcome = { readonly result: unknown } | { readonly error: unknown };

/**
 * A memory of Lambdas. One that meets no fault hangs on nothing but its event, the time and what is stored when it begins: many faults leave
 * the same behind, and one attempt after them stands for all. With `again` each is run all the same, and has to do what is remembered.
 */
export function lambdaMemory(again = false): Memory {
  const known = new Map<string, Done>();
  const changed: string[] = [];
  let remembered = 0;
  return {
    changed,
    remembered: () => remembered,
    answer: (task, run) => async (name, payload) => {
      const key = keyOf(name, payload, run);
      if (key === null) return task(name, payload);
      const there = known.get(key);
      if (there) remembered += 1;
      if (there && !again) return repeat(there, run);
      const done = await perform(() => task(name, payload), run);
      known.set(key, done);
      if (there && !isSame(there, done)) changed.push(`${name}, run again, has not done the same`);
      return endOf(done);
    },
  };
}

/** All that a Lambda hangs on; null where something else may come in between. */
function keyOf(name: string, payload: unknown, { state, time, undisturbed }: Run): string | null {
  const alone = undisturbed() && time.waiting() === 0 && state.partial.size === 0;
  return alone ? `${name} ${canonicalJson(payload)} ${time.now()} ${fingerprint(state)}` : null;
}

async function perform(work: () => Promise<unknown>, { state, time }: Run): Promise<Done> {
  const began = time.now();
  const outcome = await work().then(
    (result: unknown): Outcome => ({ result }),
    (error: unknown): Outcome => ({ error }),
  );
  return { after: copyState(state), lasted: time.now() - began, outcome };
}

async function repeat(done: Done, { state, time }: Run): Promise<unknown> {
  if (done.lasted > 0) await time.sleep(done.lasted);
  replaceState(state, done.after);
  return endOf(done);
}

function endOf({ outcome }: Done): unknown {
  if ('error' in outcome) throw outcome.error;
  return outcome.result;
}

function isSame(one: Done, other: Done): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ after, lasted, outcome }: Done): string {
  const end = 'error' in outcome ? String(outcome.error) : canonicalJson(outcome.result);
  return `${fingerprint(after)} ${lasted} ${end}`;
}
