import type { JsonRecord } from '../../../infra/support/reading.ts';
import type { Fault } from '../aws/faults.ts';
import { type MemoryState, memoryClients } from '../aws/memory.ts';
import type { Call } from '../aws/seam.ts';
import { lambdas } from './lambda.ts';
import { type Ended, execute, type Task } from './machine.ts';
import { type Choices, type Scheduler, scheduler } from './scheduler.ts';
import { eventOf, type Upload } from './upload.ts';

/** Executions over a region in memory. */
export interface Simulation {
  /** Changed by the run. */
  readonly state: MemoryState;
  /** The definition of the state machine, from the template. */
  readonly machine: JsonRecord;
  readonly choices: Choices;
  /** The time at the beginning, in milliseconds. */
  readonly start: number;
  /** What becomes of the next call; null when it passes undisturbed. */
  readonly strike: (call: Call) => Fault | null;
  /** What stands between the state machine and its Lambdas, to see what goes by or to answer for them. */
  readonly between?: (task: Task, time: Scheduler) => Task;
  /** Whether uploads wait for their malware scan; not unless it is said. */
  readonly malwareScan?: boolean;
  /** Whether a Lambda goes on with what it remembers of the one before; not unless it is said. */
  readonly warm?: boolean;
  /** What the services make of an input; all of it unless given. */
  readonly heard?: (input: object) => object;
}

/** An upload, and after how many milliseconds its event comes. */
export interface Arrival {
  readonly upload: Upload;
  readonly after: number;
}

/** Runs one execution for each arrival, all at once, and gives how each ended. Requests that come late take effect last. */
export async function simulate(simulation: Simulation, arrivals: readonly Arrival[]): Promise<Ended[]> {
  const {
    state,
    machine,
    choices,
    start,
    strike,
    heard,
    between = (task) => task,
    malwareScan,
    warm,
  } = simulation;
  const time = scheduler(start, choices);
  const late: (() => Promise<unknown>)[] = [];
  const lambda = lambdas({
    clients: () => memoryClients(() => state, heard),
    now: () => new Date(time.now()).toISOString(),
    later: (effect) => void late.push(effect),
    ...(malwareScan !== undefined && { malwareScan }),
    ...(warm !== undefined && { warm }),
    async strike(call) {
      await time.turn();
      return strike(call);
    },
  });
  const task = between(lambda, time);
  const ended = await time.run(() =>
    Promise.all(
      arrivals.map(async ({ upload, after }) => {
        if (after > 0) await time.sleep(after);
        return execute(machine, eventOf(upload), task, time.sleep);
      }),
    ),
  );
  // Most of them are refused by then, and nobody is there to be told.
  for (const effect of late) await effect().catch(() => undefined);
  return ended;
}

/** No fault, ever. */
export const undisturbed = (): null => null;
