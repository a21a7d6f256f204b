import type { Entry } from '../../../../functions/model/ledger.ts';
import type { JsonRecord } from '../../../infra/support/reading.ts';
import { copyState, emptyState, type MemoryState } from '../aws/memory.ts';
import type { Call } from '../aws/seam.ts';
import { ledgerOf } from '../check/ledger.ts';
import type { Task } from '../run/machine.ts';
import { inOrder } from '../run/scheduler.ts';
import { simulate } from '../run/simulation.ts';
import { firstUpload, put, type Upload } from '../run/upload.ts';
import type { Scenario } from './scenarios.ts';

/** A step of a scenario as it goes without faults. */
export interface Known {
  readonly name: string;
  readonly uploads: readonly Upload[];
  readonly before: MemoryState;
  readonly after: MemoryState;
  readonly ledger: readonly Entry[];
  readonly calls: readonly Call[];
  readonly start: number;
  /** The Lambdas one after the other; none where several executions run at the same time. */
  readonly lambdas: readonly KnownLambda[];
}

export interface KnownLambda {
  readonly before: MemoryState;
  /** The place of its first call among those of the step. */
  readonly first: number;
  readonly result: unknown;
}

/** Runs a scenario without faults, and records every call of every step that is to be swept. Throws where an execution fails all the same. */
export async function recordSteps({ steps }: Scenario, machine: JsonRecord): Promise<Known[]> {
  const known: Known[] = [];
  let state = emptyState();
  for (const upload of steps.flatMap(({ uploads }) => uploads)) put(state, upload);
  for (const [index, step] of steps.entries()) {
    const recorded = await record(step, state, firstUpload + 86_400_000 * (index + 1), machine);
    if (!step.prepares) known.push(recorded);
    state = recorded.after;
  }
  return known;
}

/** Where a run begins that meets a fault at a call: Lambdas that have ended before would do the same again. */
export interface Resumed {
  readonly state: MemoryState;
  /** The place of the call among those that are still to come. */
  readonly place: number;
  /** Answers for the Lambdas that have ended. */
  readonly between: (task: Task) => Task;
}

/** The last moment of a recorded step that comes before a call. */
export function resume({ lambdas, before }: Known, place: number): Resumed {
  const index = lambdas.findLastIndex(({ first }) => first <= place);
  const begun = lambdas[index];
  const done = lambdas.slice(0, Math.max(index, 0)).map(({ result }) => result);
  const between = (task: Task): Task => {
    const results = done.values();
    return (name, payload) => {
      const next = results.next();
      return next.done ? task(name, payload) : Promise.resolve(next.value);
    };
  };
  return { state: begun?.before ?? before, place: place - (begun?.first ?? 0), between };
}

async function record(
  { name, uploads }: Scenario['steps'][number],
  before: MemoryState,
  start: number,
  machine: JsonRecord,
): Promise<Known> {
  const after = copyState(before);
  const calls: Call[] = [];
  const strike = (call: Call) => {
    calls.push(call);
    return null;
  };
  const lambdas: KnownLambda[] = [];
  const between =
    (task: Task): Task =>
    async (name, payload) => {
      const lambda = { before: copyState(after), first: calls.length };
      const result = await task(name, payload);
      if (uploads.length === 1) lambdas.push({ ...lambda, result });
      return result;
    };
  const ended = await simulate(
    { state: after, machine, choices: inOrder, start, strike, between },
    uploads.map((upload) => ({ upload, after: 0 })),
  );
  const failed = ended.find((one) => one.failed !== null)?.failed;
  if (failed) throw new Error(`${name} fails without any fault: ${failed.error}: ${failed.cause}`);
  return { name, uploads, before, after, ledger: await ledgerOf(after), calls, start, lambdas };
}
