import type { JsonRecord } from '../../../infra/support/reading.ts';
import { type Fault, faultsOf } from '../aws/faults.ts';
import { copyState } from '../aws/memory.ts';
import { differences, differentObjects, isSame, reportsIn } from '../check/compare.ts';
import { ledgerOf } from '../check/ledger.ts';
import { type SerialRuns, serialRuns } from '../check/serial.ts';
import { differentStory } from '../check/story.ts';
import type { Task } from '../run/machine.ts';
import { inOrder, type Scheduler } from '../run/scheduler.ts';
import { simulate } from '../run/simulation.ts';
import { soak } from '../seeds.ts';
import { type Known, recordSteps, resume } from './record.ts';
import { lambdaMemory, type Memory } from './remember.ts';
import type { Scenario } from './scenarios.ts';
import { striker } from './strike.ts';

/** What a sweep has tried, and what went wrong. */
export interface Swept {
  /** Calls of the SDK, each a place where something can go wrong. */
  points: number;
  /** Of those, how many by command. */
  readonly commands: Map<string, number>;
  /** How often each fault was tried. */
  readonly tried: Map<Fault, number>;
  /** Ends that are the very same as without a fault; the others differ in the times of releases alone. */
  same: number;
  /** How many Lambdas after a fault were not run, since one had begun in the very same way. */
  remembered: number;
  /** Each line a fault that was not survived. */
  readonly failures: string[];
}

/** How a scenario is swept. */
export interface SweepOptions {
  /** Only every so manieth call is struck; every one unless given. */
  readonly every?: number;
  /** Whether Lambdas that are remembered are run all the same, and have to do the same again; only in the soak unless given. */
  readonly again?: boolean;
}

/**
 * Runs a scenario without faults and records every call; then, for every call and every fault that it can meet, the step once more
 * with that one fault, and compares what is left at its end.
 */
export async function sweep(
  scenario: Scenario,
  machine: JsonRecord,
  { every = 1, again = soak }: SweepOptions = {},
): Promise<Swept> {
  const serial = serialRuns(scenario.steps.flatMap(({ uploads }) => uploads));
  const memory = lambdaMemory(again);
  const swept = emptySweep();
  for (const known of await recordSteps(scenario, machine))
    for (const [place, { command }] of known.calls.entries()) {
      swept.points += 1;
      count(swept.commands, command);
      if (place % every !== 0) continue;
      for (const fault of faultsOf(command)) {
        count(swept.tried, fault);
        const wrong = await tryFault(known, place, fault, { serial, machine, memory, swept });
        const where = `${known.name}, call ${place} (${command}) ${fault}`;
        if (wrong.length > 0) swept.failures.push(`${where}: ${wrong.join('; ')}`);
      }
    }
  swept.failures.push(...memory.changed);
  swept.remembered = memory.remembered();
  return swept;
}

function emptySweep(): Swept {
  return { points: 0, commands: new Map(), tried: new Map(), same: 0, remembered: 0, failures: [] };
}

interface Means {
  readonly serial: SerialRuns;
  readonly machine: JsonRecord;
  readonly memory: Memory;
  readonly swept: Swept;
}

async function tryFault(
  known: Known,
  place: number,
  fault: Fault,
  { serial, machine, memory, swept }: Means,
): Promise<string[]> {
  const resumed = resume(known, place);
  const state = copyState(resumed.state);
  const { strike, struck } = striker(resumed.place, fault);
  // A table that starves may do so beyond the Lambda that it has struck, and executions at the same time disturb one another.
  const undisturbed = () => known.uploads.length === 1 && fault !== 'starves' && struck();
  const between = (task: Task, time: Scheduler) =>
    resumed.between(memory.answer(task, { state, time, undisturbed }));
  const ended = await simulate(
    { state, machine, choices: inOrder, start: known.start, strike, between },
    known.uploads.map((upload) => ({ upload, after: 0 })),
  );
  if (!struck()) return ['the call did not come, so the fault was not tried'];
  const failed = ended.flatMap((one) => one.failed ?? []);
  if (failed.length > 0) return failed.map(({ error, cause }) => `the execution failed: ${error}: ${cause}`);
  if (isSame(state, known.after)) {
    swept.same += 1;
    return [];
  }
  try {
    const ledger = await ledgerOf(state);
    return [
      ...differentStory(known, ledger),
      ...differentObjects(reportsIn(state), reportsIn(known.after)),
      ...differences(state, await serial(ledger), ledger),
    ];
  } catch (error) {
    return [String(error)];
  }
}

function count<Name>(counts: Map<Name, number>, name: Name): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
