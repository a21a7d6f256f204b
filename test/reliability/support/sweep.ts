import { canonicalJson } from '../../../functions/model/json.ts';
import type { Entry } from '../../../functions/model/ledger.ts';
import { foldLedger } from '../../../functions/model/state.ts';
import type { JsonRecord } from '../../infra/support/reading.ts';
import { copyState, emptyState, type MemoryState } from './aws/memory.ts';
import { differences, differentObjects, isSame, reportsIn } from './compare.ts';
import { type Fault, faultsOf } from './faults.ts';
import { ledgerOf } from './ledger.ts';
import type { Task } from './machine.ts';
import type { Scenario } from './scenarios.ts';
import { inOrder } from './scheduler.ts';
import type { Call } from './seam.ts';
import { type SerialRuns, serialRuns } from './serial.ts';
import { simulate } from './simulation.ts';
import { firstUpload, put, type Upload } from './upload.ts';

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
  /** Each line a fault that was not survived. */
  readonly failures: string[];
}

/** A step of a scenario as it goes without faults. */
interface Known {
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

interface KnownLambda {
  readonly before: MemoryState;
  /** The place of its first call among those of the step. */
  readonly first: number;
  readonly result: unknown;
}

/**
 * Runs a scenario without faults and records every call; then, for every call and every fault that it can meet, the step once more
 * from the same beginning with that one fault, and compares what is left at its end.
 */
export async function sweep(scenario: Scenario, machine: JsonRecord): Promise<Swept> {
  const serial = serialRuns(scenario.steps.flatMap(({ uploads }) => uploads));
  const swept: Swept = { points: 0, commands: new Map(), tried: new Map(), same: 0, failures: [] };
  let state = emptyState();
  for (const upload of scenario.steps.flatMap(({ uploads }) => uploads)) put(state, upload);
  for (const [index, step] of scenario.steps.entries()) {
    const start = firstUpload + 86_400_000 * (index + 1);
    const known = await record(step, state, start, machine);
    for (const [place, { command }] of known.calls.entries()) {
      swept.points += 1;
      count(swept.commands, command);
      for (const fault of faultsOf(command)) {
        count(swept.tried, fault);
        const wrong = await tryFault(known, place, fault, { serial, machine, swept });
        swept.failures.push(
          ...wrong.map((what) => `${step.name}, call ${place} (${command}) ${fault}: ${what}`),
        );
      }
    }
    state = known.after;
  }
  return swept;
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

async function tryFault(
  known: Known,
  place: number,
  fault: Fault,
  { serial, machine, swept }: { serial: SerialRuns; machine: JsonRecord; swept: Swept },
): Promise<string[]> {
  // Lambdas that have ended before the fault would do the same again.
  const index = known.lambdas.findLastIndex(({ first }) => first <= place);
  const begun = known.lambdas[index];
  const state = copyState(begun?.before ?? known.before);
  const strike = striker(place - (begun?.first ?? 0), fault);
  const done = known.lambdas.slice(0, Math.max(index, 0)).map(({ result }) => result);
  const between = (task: Task): Task => {
    const results = done.values();
    return (name, payload) => {
      const { value, done: over } = results.next();
      return over ? task(name, payload) : Promise.resolve(value);
    };
  };
  const ended = await simulate(
    { state, machine, choices: inOrder, start: known.start, strike, between },
    known.uploads.map((upload) => ({ upload, after: 0 })),
  );
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

/** One fault at one call; a table that starves stays so until the code gives up. */
function striker(place: number, fault: Fault): (call: Call) => Fault | null {
  let calls = 0;
  let starved = false;
  return ({ command }) => {
    const strikes = calls++ === place;
    if (fault !== 'starves') return strikes ? fault : null;
    if (strikes) starved = true;
    // The code gives up with this write, and does something else.
    else if (command !== 'BatchWriteItemCommand') starved = false;
    return starved ? fault : null;
  };
}

/** Where a ledger tells another story than the one without faults: another order is none where uploads come at the same time. */
function differentStory({ uploads, ledger: expected }: Known, actual: readonly Entry[]): string[] {
  if (uploads.length === 1) {
    const [one, other] = [expected, actual].map((ledger) => ledger.map(withoutTime).join('\n'));
    return one === other ? [] : [`the ledger tells another story:\n${other}\ninstead of\n${one}`];
  }
  const [one, other] = [expected, actual].map(contentOf);
  return one === other ? [] : [`other files are in force:\n${other}\ninstead of\n${one}`];
}

// A release that was begun or finished later says so, and so does every hash that rests on that.
function withoutTime({ at, previous, ...entry }: Entry): string {
  if (entry.type === 'publishing') return canonicalJson(entry);
  if (entry.type === 'published') return canonicalJson({ ...entry, manifest: '' });
  return canonicalJson({ ...entry, at });
}

function contentOf(ledger: readonly Entry[]): string {
  const { files, status, unfinished } = foldLedger(ledger);
  const versions = [...files.values()].map(({ file, batch, versionId }) => ({ file, batch, versionId }));
  return canonicalJson({ versions, status: status?.status, unfinished: unfinished?.version });
}

function count<Name>(counts: Map<Name, number>, name: Name): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
